import { Badge, Button, Group, Progress, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { DossierPage, PlannedAction, PlannedMeasure } from '#shared/contract/actions.ts';
import { hasEnded } from '#shared/domain/actions/action.ts';
import { hasDays } from '#shared/domain/actions/dose.ts';
import { ladderOf, ladderStanding, mayRun } from '#shared/domain/actions/means.ts';

import { useCodes } from '../../client/codes.ts';
import { useReporter } from '../../client/reporter.ts';
import { useUndoNotice } from '../../client/undo-notice.tsx';
import { useWorkbench } from '../../client/workbench.tsx';
import { useFormats } from '../../ui/formats.ts';
import { useWindowsText } from '../../ui/windows-text.ts';
import classes from './actions.module.css';
import { DeliverDialog } from './deliver-dialog.tsx';
import { useDoseText } from './dose-text.ts';
import { LadderLink } from './ladder-link.tsx';
import { MeasureChangeDialog } from './measure-change-dialog.tsx';
import { useOfficers, usePartners } from './queries.ts';
import { useStretchName } from './stretch-name.ts';

/** One measure: where, what and by whom, how much and when, what was done of it, and what one can do. */
export function MeasureRow(props: {
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
  const windowsText = useWindowsText();
  const doseText = useDoseText();
  const officers = useOfficers();
  const partner = usePartners().data?.find(({ id }) => id === measure.partnerId);
  const [open, setOpen] = useState<'deliver' | 'change'>();
  const close = (): void => {
    setOpen(undefined);
  };
  const { dose } = measure;
  const ladder = ladderStanding(measure.rung, ladderOf(action.id, page.steps));
  const isEnded = hasEnded(action);
  const name = `${codes.name('task-type', measure.type)}, ${stretchName(measure.segmentId)}`;
  const remove = async (): Promise<void> => {
    await client.actions.removeMeasure({ id: measure.id });
    offerUndo({
      id: measure.id,
      message: t('measure.removed', { name }),
      undo: () => client.actions.restoreMeasure({ id: measure.id }),
    });
  };
  return (
    <Table.Tr>
      <Table.Td>{stretchName(measure.segmentId)}</Table.Td>
      <Table.Td>
        {codes.name('task-type', measure.type)}
        <Text size="xs" c="dimmed">
          {[codes.name('means', measure.rung), officers.name(measure.officerId), partner?.name]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        {!isEnded && !mayRun(ladder) && (
          <>
            <Badge color="orange">{t('measure.notBorne')}</Badge>
            <Text size="xs">
              <LadderLink dossierId={action.dossierId} />
            </Text>
          </>
        )}
        {measure.note !== '' && (
          <Text size="xs" className={classes.typed}>
            {measure.note}
          </Text>
        )}
      </Table.Td>
      <Table.Td className={classes.dose}>
        {doseText(measure)}
        <Text size="xs" c="dimmed">
          {windowsText(measure.windows)}
        </Text>
      </Table.Td>
      <Table.Td className={classes.dose}>
        {hasDays(action) ? (
          <>
            <Progress
              value={dose.planned === 0 ? 0 : Math.min(100, (dose.counted / dose.planned) * 100)}
              aria-label={t('measure.deliveredOf', { name })}
            />
            <Text size="xs" mt={4}>
              {t('measure.minutesOf', {
                delivered: formats.number(dose.delivered),
                planned: formats.number(dose.planned),
              })}
              {dose.counted < dose.delivered &&
                ` · ${t('measure.counted', { counted: formats.number(dose.counted) })}`}
            </Text>
          </>
        ) : (
          <Text size="xs">{t('measure.noDays')}</Text>
        )}
      </Table.Td>
      {!isEnded && (
        <Table.Td>
          <Group gap={4}>
            {action.state === 'active' && mayRun(ladder) && (
              <Button
                size="compact-sm"
                aria-label={t('deliver.of', { name })}
                onClick={() => {
                  setOpen('deliver');
                }}
              >
                {t('deliver.short')}
              </Button>
            )}
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={t('measure.changeOf', { name })}
              onClick={() => {
                setOpen('change');
              }}
            >
              {t('measure.change')}
            </Button>
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
          </Group>
          {open === 'deliver' && <DeliverDialog measure={measure} name={name} onClose={close} />}
          {open === 'change' && (
            <MeasureChangeDialog
              action={action}
              measure={measure}
              page={page}
              name={name}
              onClose={close}
            />
          )}
        </Table.Td>
      )}
    </Table.Tr>
  );
}
