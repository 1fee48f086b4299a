import { Anchor, Button, Group, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import type { AttentionItem } from '#shared/contract/sync-lines.ts';

import { useErrorText } from '../../client/error-text.ts';
import { useReporter } from '../../client/reporter.ts';
import { useSyncState } from '../../client/sync-state.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useFormats } from '../../ui/formats.ts';
import { Panel } from '../../ui/panel.tsx';
import { ConflictCard } from './conflict-card.tsx';
import { useAttention } from './queries.ts';
import { RefusalCard } from './refusal-card.tsx';
import { SubjectLink } from './subject-link.tsx';
import classes from './sync.module.css';

/** What did not end as the officer meant it, with what can be done about it. */
export function AttentionPanel() {
  const { t } = useTranslation('sync');
  const errorText = useErrorText();
  const open = useAttention(false);
  const items = open.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <Panel title={t('attention.title')} aside={<TeamLink />}>
      {open.isError && (
        <FailureNotice text={errorText(open.error)} onRetry={() => void open.refetch()} />
      )}
      {open.isSuccess && items.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('attention.empty')}
        </Text>
      )}
      {items.map((item) => (
        <article key={item.opId} className={classes.card} aria-labelledby={`about-${item.opId}`}>
          <About item={item} />
          {item.conflicts.length > 0 ? <ConflictCard item={item} /> : <RefusalCard item={item} />}
        </article>
      ))}
      {open.hasNextPage && (
        <Button
          size="compact-sm"
          variant="subtle"
          loading={open.isFetchingNextPage}
          onClick={() => void open.fetchNextPage()}
        >
          {t('lists.more')}
        </Button>
      )}
      <Settled />
    </Panel>
  );
}

/** Where those who lead find what was set aside of others. */
function TeamLink() {
  const { t } = useTranslation('sync');
  const role = useSyncState().data?.enrolment?.role;
  if (role === undefined || role === 'officer') return null;
  return (
    <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/quarantine" />}>
      {t('attention.team')}
    </Anchor>
  );
}

function About({ item }: { readonly item: AttentionItem }) {
  const { t } = useTranslation('sync');
  const formats = useFormats();
  const deed = t(`deed.${item.deed}`);
  return (
    <div className={classes.about}>
      <Title order={3} id={`about-${item.opId}`}>
        {deed} · {formats.recentMoment(item.madeAt)}
      </Title>
      <SubjectLink subject={item.subject} fallback={deed} />
    </div>
  );
}

/** What was settled last, so that it can be taken back after its notice has gone. */
function Settled() {
  const { t } = useTranslation('sync');
  const client = useWorkbench();
  const report = useReporter();
  const items = useAttention(true).data?.pages.flatMap((page) => page.rows) ?? [];
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="settled">
      <Title order={3} id="settled" mt="sm">
        {t('attention.settled')}
      </Title>
      <ul className={classes.list}>
        {items.map((item) => {
          const { opId, choices } = item;
          return (
            <li key={opId} className={classes.item}>
              <div className={classes.about}>
                <Text size="xs" c="dimmed">
                  {t(`deed.${item.deed}`)} · <ChoiceWords choices={choices} />
                </Text>
                <SubjectLink subject={item.subject} fallback={t(`deed.${item.deed}`)} />
              </div>
              <Group>
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={() => {
                    report(
                      choices === null
                        ? client.sync.settle({ opId, settled: false })
                        : client.sync.undoChoice({ opId }),
                    );
                  }}
                >
                  {t(choices === null ? 'attention.again' : 'attention.undo')}
                </Button>
              </Group>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function ChoiceWords({ choices }: Pick<AttentionItem, 'choices'>) {
  const { t } = useTranslation('sync');
  if (choices === null) return t('attention.settledSeen');
  const sides = [...new Set(Object.values(choices))];
  const choice = sides.map((side) => t(`attention.${side}`).toLowerCase()).join(', ');
  return t('attention.settledChoice', { choice });
}
