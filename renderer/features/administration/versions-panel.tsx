import { Button, Table, Text } from '@mantine/core';
import { IconMap2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { TerritoryVersion } from '#shared/protocol/territory.ts';

import type { Question } from '../../client/queries.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useFormats } from '../../ui/formats.ts';
import { Panel } from '../../ui/panel.tsx';
import { AtCentre } from './at-centre.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import { desksQuestion, useCentreQuestion } from './questions.ts';

type ListedVersion = TerritoryVersion & { desks: string[] };

const versionsQuestion: Question<{ versions: ListedVersion[] }> = {
  topics: ['administration', 'zone-territory'],
  key: ['administration.territoryVersions'],
  ask: (client, signal) => client.administration.territoryVersions({}, { signal }),
};

/** The versions of the zone's territory, the newest first, and the way to the next one. */
export function VersionsPanel() {
  const { t } = useTranslation('administration');
  const answer = useCentreQuestion(versionsQuestion);
  const [publishing, setPublishing] = useState(false);
  return (
    <Panel
      flush
      title={t('versions.title')}
      aside={
        answer.isSuccess && (
          <Button
            size="compact-sm"
            onClick={() => {
              setPublishing(true);
            }}
          >
            {t('versions.publish')}
          </Button>
        )
      }
    >
      <AtCentre answer={answer} whose="administration">
        {({ versions }) => <Versions versions={versions} />}
      </AtCentre>
      {publishing && (
        <PublishDialog
          onClosed={() => {
            setPublishing(false);
          }}
        />
      )}
    </Panel>
  );
}

function Versions({ versions }: { readonly versions: readonly ListedVersion[] }) {
  const { t } = useTranslation('administration');
  const formats = useFormats();
  if (versions.length === 0) {
    return (
      <EmptyState
        icon={<IconMap2 size={24} />}
        title={t('versions.none')}
        text={t('versions.noneText')}
      />
    );
  }
  return (
    <Table.ScrollContainer minWidth={640}>
      <Table verticalSpacing="xs" horizontalSpacing="md" aria-label={t('versions.title')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('versions.number')}</Table.Th>
            <Table.Th>{t('versions.from')}</Table.Th>
            <Table.Th>{t('versions.published')}</Table.Th>
            <Table.Th>{t('versions.holds')}</Table.Th>
            <Table.Th>{t('versions.desks')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {versions.map((version) => (
            <Table.Tr key={version.number}>
              <Table.Td fw={550}>{formats.number(version.number)}</Table.Td>
              <Table.Td>{formats.day(version.validFrom)}</Table.Td>
              <Table.Td>
                {formats.recentMoment(version.publishedAt)}
                <Text size="xs" c="dimmed">
                  {version.publishedBy || t('acts.commandLine')}
                </Text>
              </Table.Td>
              <Table.Td>{t('versions.counts', { ...version.counts })}</Table.Td>
              <Table.Td>
                <DesksWithIt desks={version.desks} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** Desks that are named; of more, only how many. */
const NAMED = 4;

function DesksWithIt({ desks }: Pick<ListedVersion, 'desks'>) {
  const { t } = useTranslation('administration');
  const formats = useFormats();
  const known = useCentreQuestion(desksQuestion).data?.desks ?? [];
  const named = known.filter(({ deviceId }) => desks.includes(deviceId)).slice(0, NAMED);
  const others = desks.length - named.length;
  return (
    <>
      {formats.number(desks.length)}
      {named.length > 0 && (
        <Text size="xs" c="dimmed">
          {named.map(({ label }) => label).join(', ')}
          {others > 0 && ` ${t('versions.others', { count: others })}`}
        </Text>
      )}
    </>
  );
}
