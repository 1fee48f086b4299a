import { Button, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { DossierPage, PlannedAction } from '#shared/contract/actions.ts';

import { useCodes } from '../../client/codes.ts';
import { useReporter } from '../../client/reporter.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { useFormats } from '../../ui/formats.ts';
import { Panel } from '../../ui/panel.tsx';
import { useStretchName } from './stretch-name.ts';

/** What was confirmed, the newest first; somebody who was mistaken takes it back. */
export function DeliveriesPanel(props: {
  readonly action: PlannedAction;
  readonly page: DossierPage;
}) {
  const { action, page } = props;
  const { t } = useTranslation('actions');
  const formats = useFormats();
  const codes = useCodes();
  const client = useWorkbench();
  const report = useReporter();
  const stretchName = useStretchName(page.segments);
  const isOpen = action.state === 'active';
  if (action.deliveries.length === 0) return null;
  return (
    <Panel title={t('deliver.list')}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('deliver.day')}</Table.Th>
            <Table.Th>{t('where')}</Table.Th>
            <Table.Th>{t('measure.what')}</Table.Th>
            <Table.Th>{t('deliver.minutes')}</Table.Th>
            {isOpen && <Table.Th>{t('measure.do')}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {action.deliveries.map((delivery) => {
            const measure = [...action.measures, ...action.removed].find(
              ({ id }) => id === delivery.measureId,
            );
            return (
              <Table.Tr key={delivery.id}>
                <Table.Td>{formats.day(delivery.day)}</Table.Td>
                <Table.Td>{stretchName(delivery.segmentId)}</Table.Td>
                <Table.Td>
                  {codes.name('task-type', measure?.type ?? null)}
                  {measure?.removed && (
                    <Text size="xs" c="dimmed">
                      {measure.removedOn === null
                        ? t('measure.removedOnce')
                        : t('measure.removedOn', { day: formats.day(measure.removedOn) })}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>
                  {formats.number(delivery.minutes)}
                  {delivery.withdrawn && (
                    <Text size="xs" c="dimmed">
                      {t('deliver.withdrawn')}
                    </Text>
                  )}
                </Table.Td>
                {isOpen && (
                  <Table.Td>
                    {!delivery.withdrawn && (
                      <Button
                        size="compact-sm"
                        variant="subtle"
                        color="gray"
                        onClick={() => {
                          report(client.actions.withdrawDelivery({ id: delivery.id }));
                        }}
                      >
                        {t('deliver.withdraw')}
                      </Button>
                    )}
                  </Table.Td>
                )}
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Panel>
  );
}
