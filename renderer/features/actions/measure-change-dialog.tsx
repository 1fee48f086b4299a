import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import {
  type DossierPage,
  measureChangesSchema,
  type PlannedAction,
  type PlannedMeasure,
} from '#shared/contract/actions.ts';
import { changedFields } from '#shared/lib/changed-fields.ts';

import { useUndoNotice } from '../../client/undo-notice.tsx';
import { useFormDraft } from '../../client/use-form-draft.ts';
import { useSeen } from '../../client/use-seen.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { DialogForm } from './dialog-form.tsx';
import { lackingOf, measureChoicesSchema, MeasureFields } from './measure-fields.tsx';
import { useOffLadder } from './off-ladder.ts';

/**
 * Changes a measure where it is. Only the fields that were touched are sent, so that what a colleague changed of it
 * meanwhile stays; the way back brings back only those.
 */
export function MeasureChangeDialog(props: {
  readonly action: PlannedAction;
  readonly measure: PlannedMeasure;
  readonly page: DossierPage;
  readonly name: string;
  readonly onClose: () => void;
}) {
  const { action, measure, page, name } = props;
  const { t } = useTranslation('actions');
  const client = useWorkbench();
  const offerUndo = useUndoNotice();
  const draft = useFormDraft(
    'measure-change',
    measure.id,
    { note: measure.note },
    measureChoicesSchema,
    measure,
  );
  const { type, rung, windows, officerId, partnerId, minutes, timesPerWeek, note } = {
    ...draft.choices,
    ...draft.form,
  };
  const form = { type, rung, windows, officerId, partnerId, minutes, timesPerWeek, note };
  const isRunning = action.state === 'active';
  const write = useSeen(measure, { draft, schema: measureChangesSchema });
  const offLadder = useOffLadder(action, page, rung);
  const isWhole = typeof minutes === 'number' && typeof timesPerWeek === 'number';
  return (
    <DialogForm
      opened
      draft={draft}
      size="lg"
      title={t('measure.changeTitle')}
      submit={t('measure.changeSave')}
      problem={
        isWhole
          ? isRunning && rung !== measure.rung
            ? offLadder
            : undefined
          : t('measure.incomplete')
      }
      problemAt={lackingOf(form)}
      onClose={props.onClose}
      onSubmit={async () => {
        if (!isWhole) return;
        const { after, before } = changedFields(measure, { ...form, minutes, timesPerWeek });
        if (Object.keys(after).length === 0) return;
        await write(async (seen) => {
          await client.actions.changeMeasure({ id: measure.id, changes: after, seen });
        });
        offerUndo({
          id: measure.id,
          message: t('measure.changed', { name }),
          undo: () =>
            client.actions.changeMeasure({ id: measure.id, changes: before, seen: after }),
        });
      }}
    >
      <Text size="sm">{name}</Text>
      <MeasureFields
        form={form}
        offLadder={offLadder}
        dossierId={action.dossierId}
        onChange={draft.choose}
        onType={(text) => {
          draft.change({ note: text });
        }}
      />
    </DialogForm>
  );
}
