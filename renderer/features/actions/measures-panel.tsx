import { Badge, Button, Group, Progress, Table, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { DossierPage, PlannedAction, PlannedMeasure } from '#shared/contract/actions.ts';
import { ladderOf, ladderStanding, mayRun } from '#shared/domain/actions/means.ts';

import { useCodes } from '../../client/codes.ts';
import { useReporter } from '../../client/reporter.ts';
import { useUndoNotice } from '../../client/undo-notice.tsx';
import { useWorkbench } from '../../client/workbench.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useFormats } from '../../ui/formats.ts';
import { Panel } from '../../ui/panel.tsx';
import classes from './actions.module.css';
import { DeliverDialog } from './deliver-dialog.tsx';
import { MeasureDialog } from './measure-dialog.tsx';
import { useStretchName } from './stretch-name.ts';

/** What is done on which stretch: dose planned and delivered, side by side. */
export function MeasuresPanel(props: {
  readonly action: PlannedAction;
  readonly page: DossierPage;
}) {
  const { action, page } = props;
  const { t } = useTranslation('actions');
  const formats = useFormats();
  const [isNew, setNew] = useState(false);
  const isEnded = action.state === 'closed' || action.state === 'refused';
  const add = !isEnded && (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<IconPlus size={15} aria-hidden />}
      onClick={() => {
        setNew(true);
      }}
    >
      {t('measure.add')}
    </Button>
  );
  return (
    <Panel title={t('measure.title')} aside={action.measures.length > 0 ? add : undefined}>
      {action.measures.length === 0 ? (
        <EmptyState
          icon={<IconPlus size={22} />}
          title={t('measure.none')}
          text={t('measure.noneText')}
          action={add}
        />
      ) : (
        <>
          <Table.ScrollContainer minWidth={560}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('where')}</Table.Th>
                  <Table.Th>{t('measure.what')}</Table.Th>
                  <Table.Th>{t('measure.dose')}</Table.Th>
                  <Table.Th>{t('measure.delivered')}</Table.Th>
                  <Table.Th>{t('measure.do')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {action.measures.map((measure) => (
                  <MeasureRow key={measure.id} action={action} measure={measure} page={page} />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
          <Text size="sm" mt="sm">
            {t('measure.whole', {
              delivered: formats.number(action.dose.delivered),
              planned: formats.number(action.dose.planned),
              share: formats.number(Math.round(action.share * 100)),
            })}
          </Text>
        </>
      )}
      {isNew && (
        <MeasureDialog
          action={action}
          page={page}
          onClose={() => {
            setNew(false);
          }}
        />
      )}
    </Panel>
  );
}

function MeasureRow(props: {
  readonly action: PlannedAction;
  readonly measure: PlannedMeasure;
  readonly page: DossierPage;
}) {
  const { action, measure, page } = props;
  const { t } = useTranslation('actions');
  const formats = useFormats();
  const codes = useCodes();
  const client = useWorkbench();
  const report = useReporter();
  const offerUndo = useUndoNotice();
  const stretchName = useStretchName(page.segments);
  const [isDelivering, setDelivering] = useState(false);
  const { dose } = measure;
  const ladder = ladderStanding(measure.rung, ladderOf(action.id, page.steps));
  const isOpen = action.state !== 'closed' && action.state !== 'refused';
  const name = `${codes.name('task-type', measure.type)}, ${stretchName(measure.segmentId)}`;
  const remove = async (): Promise<void> => {
    await client.actions.changeMeasure({ id: measure.id, changes: { removed: true } });
    offerUndo({
      id: measure.id,
      message: t('measure.removed', { name }),
      undo: () => client.actions.changeMeasure({ id: measure.id, changes: { removed: false } }),
    });
  };
  return (
    <Table.Tr>
      <Table.Td>{stretchName(measure.segmentId)}</Table.Td>
      <Table.Td>
        {codes.name('task-type', measure.type)}
        <Text size="xs" c="dimmed">
          {codes.name('means', measure.rung)}
        </Text>
        {isOpen && !mayRun(ladder) && <Badge color="orange">{t('measure.notBorne')}</Badge>}
      </Table.Td>
      <Table.Td>
        {t('measure.doseText', {
          minutes: formats.number(measure.minutes),
          times: formats.number(measure.timesPerWeek),
        })}
      </Table.Td>
      <Table.Td className={classes.dose}>
        <Progress
          value={dose.planned === 0 ? 0 : Math.min(100, (dose.delivered / dose.planned) * 100)}
          aria-label={t('measure.deliveredOf', { name })}
        />
        <Text size="xs" mt={4}>
          {t('measure.minutesOf', {
            delivered: formats.number(dose.delivered),
            planned: formats.number(dose.planned),
          })}
        </Text>
      </Table.Td>
      <Table.Td>
        <Group gap={4} wrap="nowrap">
          {action.state === 'active' && (
            <Button
              size="compact-sm"
              aria-label={t('deliver.of', { name })}
              onClick={() => {
                setDelivering(true);
              }}
            >
              {t('deliver.short')}
            </Button>
          )}
          {isOpen && (
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              aria-label={t('measure.removeOf', { name })}
              onClick={() => {
                report(remove());
              }}
            >
              {t('measure.remove')}
            </Button>
          )}
        </Group>
        {isDelivering && (
          <DeliverDialog
            measure={measure}
            name={name}
            onClose={() => {
              setDelivering(false);
            }}
          />
        )}
      </Table.Td>
    </Table.Tr>
  );
}
