import { Alert, Badge, Button, Stack, Table, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconInfoCircle, IconMapPins } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import type { AdministeredArea } from '#shared/contract/administration.ts';

import { useReporter } from '../../client/reporter.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useAreaNames } from './area-names.ts';
import { AtCentre } from './at-centre.tsx';
import { areasQuestion, useAct, useCentreQuestion } from './questions.ts';
import { VersionsPanel } from './versions-panel.tsx';

/** What the centre knows of the territory, and where the zone's own lists are worded. */
export function AreasPanel() {
  const { t } = useTranslation('administration');
  const answer = useCentreQuestion(areasQuestion);
  const act = useAct();
  const report = useReporter();
  const differs = answer.data?.areas.some(({ atCentre }) => !atCentre) ?? false;
  const tell = async (): Promise<void> => {
    const { told } = await act(({ administration }) => administration.tellAreas());
    notifications.show({ color: 'teal', message: t('areas.told', { count: told }) });
  };
  return (
    <Stack gap="md">
      <VersionsPanel />
      <Panel
        flush
        title={t('areas.title')}
        aside={
          differs && (
            <Button
              size="compact-sm"
              onClick={() => {
                report(tell());
              }}
            >
              {t('areas.tell')}
            </Button>
          )
        }
      >
        <AtCentre answer={answer} whose="administration">
          {({ areas }) => <Areas areas={areas} differs={differs} />}
        </AtCentre>
      </Panel>
      <Panel title={t('areas.lists')}>
        <Text size="sm">{t('areas.listsText')}</Text>
        <Button component={Link} to="/code-lists" variant="default" mt="sm">
          {t('areas.toLists')}
        </Button>
      </Panel>
    </Stack>
  );
}

function Areas(props: { readonly areas: readonly AdministeredArea[]; readonly differs: boolean }) {
  const { areas, differs } = props;
  const { t } = useTranslation('administration');
  const nameOfArea = useAreaNames();
  const byId = new Map(areas.map((area) => [area.id, area]));
  const name = (area: AdministeredArea): string => nameOfArea({ kind: area.kind, areaId: area.id });
  const districtOf = ({ parentId }: AdministeredArea): string => {
    const district = parentId === null ? undefined : byId.get(parentId);
    return district ? name(district) : '';
  };
  if (areas.length === 0) {
    return (
      <EmptyState
        icon={<IconMapPins size={24} />}
        title={t('areas.none')}
        text={t('areas.noneText')}
      />
    );
  }
  return (
    <>
      {differs && (
        <Alert color="gray" radius={0} icon={<IconInfoCircle size={18} />} role="note">
          {t('areas.differs')}
        </Alert>
      )}
      <Table.ScrollContainer minWidth={520}>
        <Table verticalSpacing="xs" horizontalSpacing="md" aria-label={t('areas.title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('areas.name')}</Table.Th>
              <Table.Th>{t('areas.kind')}</Table.Th>
              <Table.Th>{t('areas.district')}</Table.Th>
              <Table.Th>{t('areas.known')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {areas.map((area) => (
              <Table.Tr key={area.id}>
                <Table.Td fw={550}>{name(area)}</Table.Td>
                <Table.Td>{t(`rightKind.${area.kind}`)}</Table.Td>
                <Table.Td>{districtOf(area)}</Table.Td>
                <Table.Td>
                  {area.atCentre && area.here && t('areas.both')}
                  {!area.atCentre && <Badge color="orange">{t('areas.notAtCentre')}</Badge>}
                  {!area.here && <Badge color="gray">{t('areas.notHere')}</Badge>}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  );
}
