import { NumberInput, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { DossierPage, PlannedAction } from '#shared/contract/actions.ts';
import { VERDICTS } from '#shared/domain/actions/vocabulary.ts';
import { LONGEST_TEXT } from '#shared/domain/contacts/contact.ts';
import { dayOf } from '#shared/lib/dates.ts';

import { useCodes } from '../../client/codes.ts';
import { useDialogDraft } from '../../client/use-dialog-draft.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { useFormats } from '../../ui/formats.ts';
import { CodeChoice } from './choice.tsx';
import { DialogForm } from './dialog-form.tsx';
import { stepsLackingGrounds } from './lacking-grounds.tsx';
import { EvidenceView } from './outcome/evidence-view.tsx';
import { useVerdicts } from './outcome/queries.ts';
import { newId } from './queries.ts';

const NO_TEXTS = { note: '', feedback: '', learned: '', conditions: '' };

/** Ending an action: what was counted and done, which verdicts that leaves, what residents were told. */
export function ClosingDialog(props: {
  readonly action: PlannedAction;
  readonly page: DossierPage;
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  const { action } = props;
  const { dose } = action;
  const { t } = useTranslation('actions');
  const client = useWorkbench();
  const formats = useFormats();
  const codes = useCodes();
  const [lessonId] = useState(newId);
  const [after, setAfter] = useState<number | string>('');
  const [chosen, setChosen] = useState<string>();
  const draft = useDialogDraft('action-closing', action.id, NO_TEXTS);
  const { note, feedback, learned, conditions } = draft.form;
  const [channel, setChannel] = useState<string | null>(null);
  const signAfter = typeof after === 'number' ? after : null;
  const verdicts = useVerdicts({ id: action.id, signAfter }, props.opened).data;
  const choices = verdicts?.choices ?? [];
  const verdict = VERDICTS.find((one) => one === chosen);
  const isPossible = choices.some((one) => one.verdict === verdict && one.possible);
  const hasLesson = learned.trim() !== '' || conditions.trim() !== '';
  const lacking = stepsLackingGrounds(action, props.page);
  const blocked = t('grounds.blocksClosing', {
    list: [...new Set(lacking.map(({ means }) => codes.name('means', means)))].join(', '),
  });
  const problem =
    lacking.length > 0
      ? blocked
      : !isPossible
        ? t('close.verdictMissing')
        : channel === null || feedback.trim() === ''
          ? t('close.feedbackMissing')
          : hasLesson && (learned.trim() === '' || conditions.trim() === '')
            ? t('close.conditionsMissing')
            : undefined;
  return (
    <DialogForm
      opened={props.opened}
      draft={draft}
      size="lg"
      title={t('close.title')}
      submit={t('close.do')}
      problem={problem}
      onClose={props.onClose}
      onSubmit={async () => {
        if (!verdict || channel === null) return;
        await client.actions.close({
          id: action.id,
          verdict,
          verdictNote: note,
          signAfter,
          feedback: { on: dayOf(new Date().toISOString()), channel, text: feedback },
          lesson: hasLesson ? { id: lessonId, learned, conditions } : null,
        });
      }}
    >
      {lacking.length > 0 && (
        <Text size="sm" role="note">
          {blocked}
        </Text>
      )}
      <Text size="sm">
        {t(dose.counted === dose.delivered ? 'close.dose' : 'close.doseCounted', {
          delivered: formats.number(dose.delivered),
          counted: formats.number(dose.counted),
          planned: formats.number(action.owed),
          share: formats.number(Math.round(action.share * 100)),
        })}
      </Text>
      {verdicts?.evidence && <EvidenceView evidence={verdicts.evidence} />}
      {action.sign && verdicts?.evidence === null && (
        <NumberInput
          label={t('close.after', { what: action.sign.what })}
          decimalSeparator={formats.decimalSeparator}
          description={t('close.before', { baseline: formats.number(action.sign.baseline) })}
          min={0}
          value={after}
          onChange={setAfter}
        />
      )}
      <Radio.Group
        label={t('close.verdict')}
        withAsterisk
        value={chosen ?? ''}
        onChange={setChosen}
      >
        <Stack gap="xs" mt={6}>
          {choices.map((choice) => (
            <Radio
              key={choice.verdict}
              value={choice.verdict}
              disabled={!choice.possible}
              label={codes.name('verdict', choice.verdict)}
              description={t(`reason.${choice.reason}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      <LongText
        label={t('close.note')}
        hint={t('close.noteHint')}
        value={note}
        onChange={(text) => {
          draft.change({ note: text });
        }}
      />
      <CodeChoice
        list="channel"
        label={t('close.channel')}
        none={t('choose')}
        withAsterisk
        value={channel}
        onChange={setChannel}
      />
      <LongText
        label={t('close.feedback')}
        hint={t('close.feedbackHint')}
        isNeeded
        value={feedback}
        onChange={(text) => {
          draft.change({ feedback: text });
        }}
      />
      <LongText
        label={t('close.learned')}
        hint={t('close.learnedHint')}
        value={learned}
        onChange={(text) => {
          draft.change({ learned: text });
        }}
      />
      <LongText
        label={t('close.conditions')}
        hint={t('close.conditionsHint')}
        value={conditions}
        onChange={(text) => {
          draft.change({ conditions: text });
        }}
      />
    </DialogForm>
  );
}

function LongText(props: {
  readonly label: string;
  readonly hint: string;
  readonly isNeeded?: boolean;
  readonly value: string;
  readonly onChange: (text: string) => void;
}) {
  return (
    <Textarea
      label={props.label}
      description={props.hint}
      withAsterisk={props.isNeeded ?? false}
      autosize
      minRows={2}
      maxLength={LONGEST_TEXT}
      value={props.value}
      onChange={(event) => {
        props.onChange(event.currentTarget.value);
      }}
    />
  );
}
