import { Button, Group, Stack, Text, UnstyledButton } from '@mantine/core';
import { useInViewport } from '@mantine/hooks';
import { IconShieldCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';

import { idSchema } from '#shared/lib/ids.ts';
import type { Quarantined } from '#shared/protocol/quarantine.ts';

import { askedAgain, useQuestion } from '../../client/queries.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useFormats } from '../../ui/formats.ts';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import classes from './administration.module.css';
import { AtCentre } from './at-centre.tsx';
import { quarantinedWork, QuarantinedWorkPanel } from './quarantined-work.tsx';
import { useLookAgain } from './questions.ts';
import { firstWords } from './work-fields.ts';
import { useEntityName } from './work-words.ts';

/** Which piece of work is looked at, as it stands in the address. */
export const quarantineSearchSchema = z.object({ work: idSchema.optional().catch(undefined) });

/** Work that was set aside, for who may decide on it. */
export function QuarantinePage() {
  const { t } = useTranslation('administration');
  const client = useWorkbench();
  const navigate = useNavigate();
  const chosen = useSearch({ from: '/quarantine' }).work;
  const choose = (work: string | undefined): void => {
    void navigate({ to: '/quarantine', search: { work }, replace: true });
  };
  const lookAgain = useLookAgain();
  const answer = useInfiniteQuery({
    queryKey: ['quarantine.list'],
    queryFn: ({ pageParam, signal }) => client.quarantine.list({ after: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    meta: { topics: ['administration'] },
    ...askedAgain(lookAgain),
  });
  return (
    <Page title={t('quarantine.title')} description={t('quarantine.description')}>
      <AtCentre answer={answer} whose="quarantine">
        {({ pages }) => {
          const operations = pages.flatMap((page) => page.operations);
          const work = operations.find(({ opId }) => opId === chosen) ?? operations[0];
          if (!work) {
            return (
              <EmptyState
                icon={<IconShieldCheck size={24} />}
                title={t('quarantine.none')}
                text={t('quarantine.noneText')}
              />
            );
          }
          return (
            <div className={classes.quarantine}>
              <Panel flush title={t('quarantine.waiting')}>
                <ul className={classes.list} aria-label={t('quarantine.waiting')}>
                  {operations.map((one) => (
                    <li key={one.opId}>
                      <WorkButton
                        work={one}
                        isChosen={one === work}
                        onChoose={() => {
                          choose(one.opId);
                        }}
                      />
                    </li>
                  ))}
                </ul>
                {answer.hasNextPage && (
                  <Group justify="center" p="sm">
                    <Button
                      variant="default"
                      loading={answer.isFetchingNextPage}
                      onClick={() => {
                        void answer.fetchNextPage();
                      }}
                    >
                      {t('quarantine.more')}
                    </Button>
                  </Group>
                )}
              </Panel>
              <QuarantinedWorkPanel
                key={work.opId}
                opId={work.opId}
                onDecided={() => {
                  choose(undefined);
                }}
              />
            </div>
          );
        }}
      </AtCentre>
    </Page>
  );
}

function WorkButton(props: {
  readonly work: Quarantined;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}) {
  const { work } = props;
  const { t } = useTranslation('administration');
  const formats = useFormats();
  const nameOfEntity = useEntityName();
  // The list does not say it, and what is not looked at need not be asked for.
  const { ref, inViewport } = useInViewport();
  const whole = useQuestion(quarantinedWork(work.opId), { enabled: inViewport }).data;
  const words = whole && firstWords(whole);
  return (
    <UnstyledButton
      ref={ref}
      className={classes.work}
      aria-current={props.isChosen || undefined}
      onClick={props.onChoose}
    >
      <Stack gap={2}>
        <Text size="sm" fw={600}>
          {nameOfEntity(work.entity)}
        </Text>
        {words && (
          <Text size="sm" lineClamp={2} className={classes.text}>
            {words}
          </Text>
        )}
        <Text size="sm" c="dimmed">
          {t('quarantine.by', { name: work.authorName, moment: formats.recentMoment(work.madeAt) })}
        </Text>
      </Stack>
    </UnstyledButton>
  );
}
