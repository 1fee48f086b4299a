import { Group, NativeSelect, NumberInput, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { DossierPage, PlannedAction } from '#shared/contract/actions.ts';
import { ladderOf, ladderStanding, mayRun } from '#shared/domain/actions/means.ts';
import { LONGEST_STOP, type Measure } from '#shared/domain/actions/measure.ts';
import { USUAL_MINUTES } from '#shared/domain/actions/propose-measures.ts';
import type { TimeWindow } from '#shared/domain/actions/time-window.ts';
import { MEANS } from '#shared/domain/actions/vocabulary.ts';
import { LONGEST_TEXT } from '#shared/domain/contacts/contact.ts';

import { useDialogDraft } from '../../client/use-dialog-draft.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { CodeChoice, OfficerChoice } from './choice.tsx';
import { DialogForm } from './dialog-form.tsx';
import { newId, usePartners } from './queries.ts';
import { useStretchName } from './stretch-name.ts';
import { WindowsField } from './windows-field.tsx';

const EMPTY = { note: '' };

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
  const partners = usePartners().data ?? [];
  const here = page.segments.filter(({ id }) => page.dossier.segments.includes(id));
  const [id] = useState(newId);
  const [segmentId, setSegmentId] = useState(from?.segmentId ?? here[0]?.id);
  const [type, setType] = useState<string | null>(from?.type ?? 'presence');
  const [rung, setRung] = useState<string | null>(from?.rung ?? 'information');
  const [minutes, setMinutes] = useState<number | string>(from?.minutes ?? USUAL_MINUTES);
  const [times, setTimes] = useState<number | string>(from?.timesPerWeek ?? 2);
  const [windows, setWindows] = useState<readonly TimeWindow[]>(
    from?.windows ?? page.dossier.windows,
  );
  const [officerId, setOfficerId] = useState<string | null>(null);
  const [partnerId, setPartnerId] = useState<string | null>(null);
  const draft = useDialogDraft('measure', action.id, EMPTY);
  const { note } = draft.form;
  const segment = here.find((one) => one.id === segmentId);
  const means = MEANS.find((one) => one === rung) ?? 'talk';
  const isOff = !mayRun(ladderStanding(means, ladderOf(action.id, page.steps)));
  const isRunning = action.state === 'active';
  const offLadder = isOff && t(isRunning ? 'measure.offLadderRunning' : 'measure.offLadder');
  const isWhole = typeof minutes === 'number' && typeof times === 'number';
  return (
    <DialogForm
      opened
      draft={draft}
      size="lg"
      title={t('measure.add')}
      submit={t('measure.save')}
      problem={
        segment && type !== null && isWhole
          ? (isRunning && offLadder) || undefined
          : t('measure.incomplete')
      }
      onClose={props.onClose}
      onSubmit={async () => {
        if (!segment || type === null || !isWhole) return;
        await client.actions.planMeasure({
          id,
          fields: {
            actionId: action.id,
            segmentId: segment.id,
            streetId: segment.streetId,
            type,
            rung: means,
            minutes,
            timesPerWeek: times,
            windows: [...windows],
            officerId,
            partnerId,
            note,
          },
        });
      }}
    >
      <NativeSelect
        label={t('where')}
        value={segmentId ?? ''}
        data={here.map((one) => ({ value: one.id, label: stretchName(one.id) }))}
        onChange={(event) => {
          setSegmentId(event.currentTarget.value);
        }}
      />
      <Group grow align="flex-end">
        <CodeChoice list="task-type" label={t('measure.what')} value={type} onChange={setType} />
        <CodeChoice list="means" label={t('measure.rung')} value={rung} onChange={setRung} />
      </Group>
      {offLadder && (
        <Text size="sm" role="status">
          {offLadder}
        </Text>
      )}
      <Group grow align="flex-end">
        <NumberInput
          label={t('measure.minutes')}
          min={1}
          max={LONGEST_STOP}
          allowDecimal={false}
          value={minutes}
          onChange={setMinutes}
        />
        <NumberInput
          label={t('measure.times')}
          min={1}
          max={50}
          allowDecimal={false}
          value={times}
          onChange={setTimes}
        />
      </Group>
      <WindowsField windows={windows} onChange={setWindows} />
      <Group grow align="flex-end">
        <OfficerChoice
          label={t('measure.officer')}
          none={t('anybody')}
          value={officerId}
          onChange={setOfficerId}
        />
        <NativeSelect
          label={t('measure.partner')}
          value={partnerId ?? ''}
          data={[
            { value: '', label: t('nobody') },
            ...partners.map((one) => ({ value: one.id, label: one.name })),
          ]}
          onChange={(event) => {
            setPartnerId(event.currentTarget.value || null);
          }}
        />
      </Group>
      <TextInput
        label={t('measure.note')}
        maxLength={LONGEST_TEXT}
        value={note}
        onChange={(event) => {
          draft.change({ note: event.currentTarget.value });
        }}
      />
    </DialogForm>
  );
}
