import { Button, Group, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ProposedMeasure } from '#shared/contract/action-proposals.ts';
import type { DossierPage, PlannedAction } from '#shared/contract/actions.ts';
import { ONCE } from '#shared/domain/actions/measure.ts';
import type { Id } from '#shared/lib/ids.ts';

import { useCodes } from '../../../client/codes.ts';
import { useUndoNotice } from '../../../client/undo-notice.tsx';
import { useSinglePress } from '../../../client/use-single-press.ts';
import { useWorkbench } from '../../../client/workbench.tsx';
import { useFormats } from '../../../ui/formats.ts';
import { useWindowsText } from '../../../ui/windows-text.ts';
import { useDoseText } from '../dose-text.ts';
import { MeasureDialog } from '../measure-dialog.tsx';
import { newId } from '../queries.ts';
import { useStretchName } from '../stretch-name.ts';
import { RefuseDialog } from './refuse-dialog.tsx';
import classes from './tailoring.module.css';
import { useWindowReason } from './window-reason.ts';

/** One proposal: what, how much, when, why, and the three things to do with it. */
export function ProposalRow(props: {
  readonly proposal: ProposedMeasure;
  readonly segmentId: Id;
  readonly action: PlannedAction;
  readonly page: DossierPage;
  readonly signs: { readonly contacts: string; readonly facts: string };
}) {
  const { proposal, segmentId, action, page, signs } = props;
  const { t } = useTranslation('tailoring');
  const formats = useFormats();
  const codes = useCodes();
  const client = useWorkbench();
  const offerUndo = useUndoNotice();
  const windowsText = useWindowsText();
  const doseText = useDoseText();
  const windowReason = useWindowReason();
  const stretchName = useStretchName(page.segments);
  const [opened, setOpened] = useState<'change' | 'refuse'>();
  const { type, rung, minutes, timesPerWeek, windows, why, when } = proposal;
  const name = `${codes.name('task-type', type)}, ${stretchName(segmentId)}`;
  const close = (): void => {
    setOpened(undefined);
  };
  const take = useSinglePress(async () => {
    const id = newId();
    const streetId = page.segments.find((one) => one.id === segmentId)?.streetId ?? '';
    const planned = { type, rung, minutes, timesPerWeek, windows };
    const whole = { actionId: action.id, segmentId, streetId, officerId: null, partnerId: null };
    await client.actions.planMeasure({ id, fields: { ...planned, ...whole, note: '' } });
    offerUndo({
      id,
      message: t('taken', { name }),
      undo: () => client.actions.removeMeasure({ id }),
    });
  });
  return (
    <li className={classes.proposal}>
      <Text size="sm" fw={600}>
        {codes.name('task-type', type)}
      </Text>
      <Text size="sm">
        {[codes.name('means', rung), doseText(proposal), windowsText(windows)]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <Text size="sm" mt={4}>
        {why.kind === 'fits'
          ? t(`why.fits.${why.place}`, signs)
          : t('why.helped', {
              count: why.ended,
              helped: formats.number(why.helped),
              conditions: why.conditions,
            })}
      </Text>
      {why.kind === 'helped' && <Text size="sm">{t('why.learned', { learned: why.learned })}</Text>}
      <Text size="sm" c="dimmed">
        {windowReason(when)}
      </Text>
      <Text size="sm" c="dimmed">
        {doseReason(t, proposal)}
      </Text>
      <Group gap="xs" mt={6}>
        <Button size="compact-sm" aria-label={t('takeOf', { name })} onClick={take}>
          {t('take')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('changeOf', { name })}
          onClick={() => {
            setOpened('change');
          }}
        >
          {t('change')}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          aria-label={t('refuseOf', { name })}
          onClick={() => {
            setOpened('refuse');
          }}
        >
          {t('refuse')}
        </Button>
      </Group>
      {opened === 'change' && (
        <MeasureDialog
          action={action}
          page={page}
          from={{ segmentId, type, rung, minutes, timesPerWeek, windows }}
          onClose={close}
        />
      )}
      {opened === 'refuse' && (
        <RefuseDialog
          actionId={action.id}
          name={name}
          refused={{ segmentId, type }}
          onClose={close}
        />
      )}
    </li>
  );
}

function doseReason(
  t: TFunction<'tailoring'>,
  { dose, timesPerWeek }: Pick<ProposedMeasure, 'dose' | 'timesPerWeek'>,
): string {
  if (dose.kind === 'helped') return t('doseFrom.helped', { count: dose.actions });
  return t(
    dose.kind === 'usual' && timesPerWeek === ONCE ? 'doseFrom.once' : `doseFrom.${dose.kind}`,
  );
}
