import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';

import type { Deal, DealSide } from '#shared/domain/actions/deal.ts';
import { dayOf } from '#shared/lib/dates.ts';

import { useUndoNotice } from '../../client/undo-notice.tsx';
import { useFormDraft } from '../../client/use-form-draft.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { useFormats } from '../../ui/formats.ts';
import { DialogForm } from './dialog-form.tsx';

const NO_TEXTS = {};
const CHOICES = z.object({ day: z.string() });

/** On which day one side did its part: often not the day on which somebody notes it. */
export function DealDoneDialog(props: {
  readonly deal: Deal;
  readonly side: DealSide;
  readonly onClose: () => void;
}) {
  const { deal, side } = props;
  const { t } = useTranslation('actions');
  const client = useWorkbench();
  const offerUndo = useUndoNotice();
  const formats = useFormats();
  const today = dayOf(new Date().toISOString());
  const draft = useFormDraft(`deal-done-${side}`, deal.id, NO_TEXTS, CHOICES, { day: today });
  const { day } = draft.choices;
  const field = `${side}DoneOn` as const;
  const problem = day === '' ? 'deal.dayMissing' : day > today ? 'deal.dayAhead' : undefined;
  return (
    <DialogForm
      opened
      draft={draft}
      title={t(`deal.${side}Done`)}
      submit={t('deal.done')}
      problem={problem && t(problem)}
      problemAt={field}
      onClose={props.onClose}
      onSubmit={async () => {
        await client.actions.changeDeal({ id: deal.id, changes: { [field]: day } });
        offerUndo({
          id: deal.id,
          message: t('deal.doneNoted'),
          undo: () =>
            client.actions.changeDeal({
              id: deal.id,
              changes: { [field]: null },
              seen: { [field]: day },
            }),
        });
      }}
    >
      {(refused) => (
        <>
          <Text size="sm">{side === 'they' ? deal.theyDo : deal.weDo}</Text>
          <DayField
            label={t('deal.doneOn')}
            error={refused.is(field)}
            description={
              deal.madeOn === null ? undefined : t('deal.madeOn', { day: formats.day(deal.madeOn) })
            }
            data-autofocus
            value={day}
            onChange={(next) => {
              draft.choose({ day: next });
            }}
          />
        </>
      )}
    </DialogForm>
  );
}
