import { Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';

import type { DossierPage, PlannedAction } from '#shared/contract/actions.ts';
import { openSides } from '#shared/domain/actions/deal.ts';
import { VERDICTS } from '#shared/domain/actions/vocabulary.ts';
import { codeSchema } from '#shared/domain/codes/code.ts';
import { dayOf } from '#shared/lib/dates.ts';

import { useCodes } from '../../client/codes.ts';
import type { Refusal } from '../../client/refused-field.ts';
import { useFormDraft } from '../../client/use-form-draft.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { useFormats } from '../../ui/formats.ts';
import { LongText } from '../../ui/long-text.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { CodeChoice } from './choice.tsx';
import { DialogForm } from './dialog-form.tsx';
import { stepsLackingGrounds } from './lacking-grounds.tsx';
import { EvidenceView } from './outcome/evidence-view.tsx';
import { useVerdicts } from './outcome/queries.ts';
import { newId, usePartners } from './queries.ts';

const NO_TEXTS = { note: '', feedback: '', learned: '', conditions: '' };
const CHOICES = z.object({
  after: z.number().nullable(),
  verdict: z.enum(VERDICTS).nullable(),
  channel: codeSchema.nullable(),
});
const AT_FIRST = { after: null, verdict: null, channel: null };

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
  const draft = useFormDraft('action-closing', action.id, NO_TEXTS, CHOICES, AT_FIRST);
  const { note, feedback, learned, conditions } = draft.form;
  const { after: signAfter, verdict, channel } = draft.choices;
  const verdicts = useVerdicts({ id: action.id, signAfter }, props.opened).data;
  const choices = verdicts?.choices ?? [];
  const isPossible = choices.some((one) => one.verdict === verdict && one.possible);
  const hasLesson = learned.trim() !== '' || conditions.trim() !== '';
  const partners = usePartners().data ?? [];
  /** Whom each part of a deal is for that is yet to be done. */
  const open = action.deals.flatMap((deal) =>
    openSides(deal).map(() => partners.find(({ id }) => id === deal.partnerId)?.name ?? ''),
  );
  const lacking = stepsLackingGrounds(action, props.page);
  const blocked = t('grounds.blocksClosing', {
    list: [...new Set(lacking.map(({ means }) => codes.name('means', means)))].join(', '),
  });
  const problem = ((): Refusal | undefined => {
    if (lacking.length > 0) return { text: blocked, at: undefined };
    if (!isPossible) return { text: t('close.verdictMissing'), at: 'verdict' };
    if (channel === null) return { text: t('close.feedbackMissing'), at: 'feedback.channel' };
    if (feedback.trim() === '') return { text: t('close.feedbackMissing'), at: 'feedback.text' };
    if (!hasLesson || (learned.trim() !== '' && conditions.trim() !== '')) return undefined;
    const at = learned.trim() === '' ? 'learned' : 'conditions';
    return { text: t('close.conditionsMissing'), at };
  })();
  return (
    <DialogForm
      opened={props.opened}
      draft={draft}
      size="lg"
      title={t('close.title')}
      submit={t('close.do')}
      problem={problem?.text}
      problemAt={problem?.at}
      onClose={props.onClose}
      onSubmit={async () => {
        if (verdict === null || channel === null) return;
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
      {(refused) => (
        <>
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
          {open.length > 0 && (
            <Text size="sm">
              {t('deal.stillOpen', { count: open.length, list: [...new Set(open)].join(', ') })}
            </Text>
          )}
          {verdicts?.evidence && <EvidenceView evidence={verdicts.evidence} />}
          {action.sign && verdicts?.evidence === null && (
            <NumberField
              label={t('close.after', { what: action.sign.what })}
              error={refused.is('signAfter')}
              description={t('close.before', { baseline: formats.number(action.sign.baseline) })}
              min={0}
              value={signAfter ?? null}
              onChange={(after) => {
                draft.choose({ after });
              }}
            />
          )}
          <Radio.Group
            label={t('close.verdict')}
            error={refused.text('verdict')}
            withAsterisk
            value={verdict ?? ''}
            onChange={(next) => {
              draft.choose({ verdict: VERDICTS.find((one) => one === next) ?? null });
            }}
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
            error={refused.is('verdictNote')}
            description={t('close.noteHint')}
            value={note}
            onText={(text) => {
              draft.change({ note: text });
            }}
          />
          <CodeChoice
            list="channel"
            label={t('close.channel')}
            error={refused.is('feedback.channel')}
            none={t('choose')}
            withAsterisk
            value={channel}
            onChange={(next) => {
              draft.choose({ channel: next });
            }}
          />
          <LongText
            label={t('close.feedback')}
            error={refused.is('feedback.text')}
            description={t('close.feedbackHint')}
            withAsterisk
            value={feedback}
            onText={(text) => {
              draft.change({ feedback: text });
            }}
          />
          <LongText
            label={t('close.learned')}
            error={refused.is('learned')}
            description={t('close.learnedHint')}
            value={learned}
            onText={(text) => {
              draft.change({ learned: text });
            }}
          />
          <LongText
            label={t('close.conditions')}
            error={refused.is('conditions')}
            description={t('close.conditionsHint')}
            value={conditions}
            onText={(text) => {
              draft.change({ conditions: text });
            }}
          />
        </>
      )}
    </DialogForm>
  );
}
