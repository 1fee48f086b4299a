import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconInfoCircle } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { QuarantinedWork } from '#shared/contract/administration.ts';

import { useErrorText } from '../../client/error-text.ts';
import { type Question, useQuestion } from '../../client/queries.ts';
import { Facts } from '../../ui/facts.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useFormats } from '../../ui/formats.ts';
import { Panel } from '../../ui/panel.tsx';
import classes from './administration.module.css';
import { AtCentre } from './at-centre.tsx';
import { useAct } from './questions.ts';
import { RefuseDialog } from './refuse-dialog.tsx';
import { useEntityName, useWorkWords } from './work-words.ts';

export function quarantinedWork(opId: string): Question<QuarantinedWork> {
  return {
    topics: ['administration', 'codes', 'people', 'parties'],
    key: ['quarantine.get', opId],
    ask: (client, signal) => client.quarantine.get({ opId }, { signal }),
  };
}

/** One piece of work that was set aside, whole, with what can be decided on it. */
export function QuarantinedWorkPanel(props: {
  readonly opId: string;
  readonly onDecided: () => void;
}) {
  const { opId } = props;
  const { t } = useTranslation('administration');
  const answer = useQuestion(quarantinedWork(opId));
  return (
    <Panel title={t('quarantine.whole')}>
      <AtCentre answer={answer} whose="quarantine">
        {(work) => <Work work={work} onDecided={props.onDecided} />}
      </AtCentre>
    </Panel>
  );
}

function Work(props: { readonly work: QuarantinedWork; readonly onDecided: () => void }) {
  const { work } = props;
  const { change, current, names } = work;
  const { t } = useTranslation('administration');
  const formats = useFormats();
  const nameOfEntity = useEntityName();
  const inWords = useWorkWords();
  const given = change.kind === 'patch' ? change.fields : change.arguments;
  return (
    <Stack gap="md">
      <Alert color="gray" icon={<IconInfoCircle size={18} />} role="note">
        {t(reasonOf(work.code))}
      </Alert>
      <Facts
        rows={[
          [t('quarantine.kind'), nameOfEntity(work.entity)],
          [t('quarantine.author'), work.authorName],
          [t('quarantine.desk'), work.deskLabel],
          [t('quarantine.madeAt'), formats.moment(work.madeAt)],
          [t('quarantine.receipt'), work.receipt],
        ]}
      />
      <div>
        <Text component="h3" fw={600} size="sm" mb="xs">
          {t(current === null ? 'quarantine.content' : 'quarantine.change')}
        </Text>
        <Words rows={inWords(given, names)} />
      </div>
      {current !== null && (
        <div>
          <Text component="h3" fw={600} size="sm" mb="xs">
            {t('quarantine.current')}
          </Text>
          <Words rows={inWords(current, names)} />
        </div>
      )}
      <Decide work={work} onDecided={props.onDecided} />
    </Stack>
  );
}

function Words(props: { readonly rows: readonly (readonly [string, string])[] }) {
  return (
    <Facts
      rows={props.rows.map(([name, words]) => [
        name,
        <span key={name} className={classes.text}>
          {words}
        </span>,
      ])}
    />
  );
}

function Decide(props: { readonly work: QuarantinedWork; readonly onDecided: () => void }) {
  const { work, onDecided } = props;
  const { t } = useTranslation('administration');
  const errorText = useErrorText();
  const act = useAct();
  const [refusing, setRefusing] = useState(false);
  const release = useMutation({
    mutationFn: () => act(({ quarantine }) => quarantine.release({ opId: work.opId })),
    onSuccess: ({ results }) => {
      const [first] = results;
      const isIn = first?.outcome === 'accepted' || first?.outcome === 'merged';
      const key = first?.outcome === 'quarantined' ? 'stays' : isIn ? 'released' : 'rejected';
      notifications.show({
        color: isIn ? 'teal' : 'orange',
        message: t(`quarantine.${key}`, { count: results.length }),
      });
      if (key !== 'stays') onDecided();
    },
  });
  return (
    <Stack gap="xs">
      {release.isError && <FailureNotice text={errorText(release.error)} />}
      <Text size="sm" c="dimmed">
        {t('quarantine.decideText')}
      </Text>
      <Group gap="xs">
        <Button
          loading={release.isPending}
          onClick={() => {
            release.mutate();
          }}
        >
          {t('quarantine.release')}
        </Button>
        <Button
          variant="default"
          onClick={() => {
            setRefusing(true);
          }}
        >
          {t('quarantine.refuse')}
        </Button>
      </Group>
      {refusing && (
        <RefuseDialog
          work={work}
          onRefused={onDecided}
          onClosed={() => {
            setRefusing(false);
          }}
        />
      )}
    </Stack>
  );
}

function reasonOf(code: string) {
  switch (code) {
    case 'no-right':
      return 'quarantine.noRight';
    case 'dependency':
      return 'quarantine.dependency';
    default:
      return 'quarantine.unknown';
  }
}
