import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { DossierPage, PlannedAction } from '#shared/contract/actions.ts';
import type { Measure } from '#shared/domain/actions/measure.ts';
import { USUAL_MINUTES } from '#shared/domain/actions/usual-dose.ts';
import { idSchema } from '#shared/lib/ids.ts';

import { useFormDraft } from '../../client/use-form-draft.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { DialogForm } from './dialog-form.tsx';
import { lackingOf, measureChoicesSchema, MeasureFields } from './measure-fields.tsx';
import { useOffLadder } from './off-ladder.ts';
import { newId } from './queries.ts';
import { useStretchName } from './stretch-name.ts';

const EMPTY = { note: '' };
const CHOICES = measureChoicesSchema.extend({ segmentId: idSchema.nullable() });

type FilledIn = Pick<
  Measure,
  'segmentId' | 'type' | 'rung' | 'minutes' | 'timesPerWeek' | 'windows'
>;

/** A measure on one stretch: what, how much, when, who. */
export function MeasureDialog(props: {
  readonly action: PlannedAction;
  readonly page: DossierPage;
  /** What it begins with; it can all be changed. */
  readonly from?: FilledIn;
  readonly onClose: () => void;
}) {
  const { action, page, from } = props;
  const { t } = useTranslation('actions');
  const client = useWorkbench();
  const stretchName = useStretchName(page.segments);
  const here = page.segments.filter(({ id }) => page.dossier.segments.includes(id));
  const [id] = useState(newId);
  const about = from ? `${action.id} ${from.segmentId} ${from.type}` : action.id;
  const draft = useFormDraft('measure', about, EMPTY, CHOICES, {
    segmentId: from?.segmentId ?? here[0]?.id ?? null,
    type: from?.type ?? 'presence',
    rung: from?.rung ?? 'information',
    minutes: from?.minutes ?? USUAL_MINUTES,
    timesPerWeek: from?.timesPerWeek ?? 2,
    windows: from?.windows ?? page.dossier.windows,
    officerId: null,
    partnerId: null,
  });
  const { segmentId, ...chosen } = draft.choices;
  const form = { ...chosen, ...draft.form };
  const { minutes, timesPerWeek } = form;
  const segment = here.find((one) => one.id === segmentId);
  const isRunning = action.state === 'active';
  const offLadder = useOffLadder(action, page, form.rung);
  const isWhole = typeof minutes === 'number' && typeof timesPerWeek === 'number';
  return (
    <DialogForm
      opened
      draft={draft}
      size="lg"
      title={t('measure.add')}
      submit={t('measure.save')}
      problem={segment && isWhole ? (isRunning ? offLadder : undefined) : t('measure.incomplete')}
      problemAt={segment ? lackingOf(form) : 'segmentId'}
      onClose={props.onClose}
      onSubmit={async () => {
        if (!segment || !isWhole) return;
        const { id: stretch, streetId } = segment;
        const place = { actionId: action.id, segmentId: stretch, streetId };
        await client.actions.planMeasure({
          id,
          fields: { ...form, ...place, minutes, timesPerWeek },
        });
      }}
    >
      {(refused) => (
        <>
          <NativeSelect
            label={t('where')}
            error={refused.is('segmentId')}
            value={segmentId ?? ''}
            data={here.map((one) => ({ value: one.id, label: stretchName(one.id) }))}
            onChange={(event) => {
              draft.choose({ segmentId: event.currentTarget.value });
            }}
          />
          <MeasureFields
            form={form}
            offLadder={offLadder}
            dossierId={action.dossierId}
            onChange={draft.choose}
            onType={(note) => {
              draft.change({ note });
            }}
          />
        </>
      )}
    </DialogForm>
  );
}
