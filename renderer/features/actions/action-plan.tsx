import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';

import { actionChangesSchema } from '#shared/contract/actions.ts';
import {
  type Action,
  type ActionForm,
  actionFormSchema,
  hasEnded,
} from '#shared/domain/actions/action.ts';
import type { SuccessSign } from '#shared/domain/actions/sign.ts';
import { LONGEST_TITLE } from '#shared/domain/actions/vocabulary.ts';

import { DiscardButton } from '../../client/discard-button.tsx';
import { useErrorText } from '../../client/error-text.ts';
import { KeptLine } from '../../client/kept-line.tsx';
import {
  type Refusal,
  RefusedField,
  refusedFieldOf,
  useRefused,
} from '../../client/refused-field.ts';
import { useFormDraft } from '../../client/use-form-draft.ts';
import { useSeen } from '../../client/use-seen.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { LongText } from '../../ui/long-text.tsx';
import { Panel } from '../../ui/panel.tsx';
import classes from './actions.module.css';
import { CodeChoice, OfficerChoice } from './choice.tsx';
import { PlanFacts, ThreadLink } from './plan-facts.tsx';
import { SignFields } from './sign-fields.tsx';
import { NO_SIGN, type SignForm, signFormSchema } from './sign-form.ts';
import { TitleField } from './title-field.tsx';

const OPEN = actionFormSchema
  .pick({ startsOn: true, endsOn: true, priority: true, ownerId: true, coverId: true })
  .partial();
/** What of a plan is no text; what nobody changed stays as it is stored. */
const CHOICES = OPEN.extend({ sign: signFormSchema.optional() });
const UNCHANGED: z.infer<typeof CHOICES> = {};
type OpenPlan = Partial<Pick<ActionForm, keyof z.infer<typeof OPEN>>>;

/** The plan: aim, sign with its baseline, days, priority, who. What can no longer change is text to read. */
export function ActionPlan(props: { readonly action: Action }) {
  const { action } = props;
  const { t } = useTranslation('actions');
  const { t: common } = useTranslation();
  const client = useWorkbench();
  const errorText = useErrorText();
  const [failure, setFailure] = useState<Refusal>();
  const [busy, setBusy] = useState(false);
  const stored = { title: action.title, aim: action.aim, what: action.sign?.what ?? '' };
  const draft = useFormDraft('action-plan', action.id, stored, CHOICES, UNCHANGED);
  const texts = draft.form;
  const { sign, ...chosen } = draft.choices;
  const form: OpenPlan = Object.fromEntries(
    Object.entries(chosen).filter(([, value]) => value !== undefined),
  );
  const shown = { ...action, ...form };
  const shownSign = { ...(sign ?? action.sign ?? NO_SIGN), what: texts.what };
  const isSignChanged = sign !== undefined || texts.what !== stored.what;
  const isEnded = hasEnded(action);
  const isFixed = isEnded || action.state === 'active';
  const unsaved = [
    isFixed && texts.aim !== stored.aim ? texts.aim : '',
    isFixed && isSignChanged ? texts.what : '',
    isEnded && texts.title !== stored.title ? texts.title : '',
  ].filter(Boolean);
  const isChanged =
    isSignChanged ||
    texts.title !== stored.title ||
    texts.aim !== stored.aim ||
    Object.keys(form).length > 0;
  const write = useSeen(action, { draft, schema: actionChangesSchema }, isChanged);
  const save = async (): Promise<void> => {
    if (draft.isTooLong || texts.title.length > LONGEST_TITLE) {
      setFailure({ text: common('tooLongForm'), at: undefined });
      return;
    }
    setBusy(true);
    setFailure(undefined);
    try {
      await draft.pause();
      const changes = {
        ...form,
        ...(texts.title !== stored.title && { title: texts.title }),
        ...(texts.aim !== stored.aim && { aim: texts.aim }),
        ...(isSignChanged && { sign: signOf(shownSign) }),
      };
      await write(async (seen) => {
        await client.actions.change({ id: action.id, changes, seen });
      });
      await draft.discard();
    } catch (error) {
      draft.goOn();
      setFailure({ text: errorText(error), at: refusedFieldOf(error) });
    }
    setBusy(false);
  };
  return (
    <Panel title={t('plan.title')}>
      <Stack
        gap="sm"
        onChange={() => {
          setFailure(undefined);
        }}
      >
        {isFixed && <PlanFacts action={action} isWhole={isEnded} />}
        {isFixed && !isEnded && (
          <Text size="xs" c="dimmed">
            {t('plan.fixed')}
          </Text>
        )}
        <RefusedField value={failure?.at}>
          {!isEnded && (
            <TitleField
              label={t('title')}
              error={failure?.at === 'changes.title'}
              value={texts.title}
              onText={(text) => {
                draft.change({ title: text });
              }}
            />
          )}
          {!isFixed && (
            <>
              <LongText
                label={t('plan.aim')}
                description={t('plan.aimHint')}
                value={texts.aim}
                onText={(text) => {
                  draft.change({ aim: text });
                }}
              />
              <SignFields
                actionId={action.id}
                sign={shownSign}
                startsOn={shown.startsOn}
                onType={(what) => {
                  draft.change({ what });
                }}
                onChange={(part) => {
                  draft.choose({ sign: { ...shownSign, ...part } });
                }}
              />
            </>
          )}
          {!isEnded && <OpenFields shown={shown} isFixed={isFixed} onChange={draft.choose} />}
        </RefusedField>
        {unsaved.length > 0 && <Unsaved texts={unsaved} />}
        {failure !== undefined && <FailureNotice text={failure.text} />}
        {isChanged && <KeptLine state={draft.state} />}
        {isChanged && (
          <Group justify="flex-end" gap="xs">
            <DiscardButton draft={draft} />
            {unsaved.length === 0 && (
              <Button loading={busy} onClick={() => void save()}>
                {t('plan.save')}
              </Button>
            )}
          </Group>
        )}
      </Stack>
    </Panel>
  );
}

/** What may change as long as it has not ended: days, goal, who. Its first day stands still once it runs. */
function OpenFields(props: {
  readonly shown: ActionForm;
  readonly isFixed: boolean;
  readonly onChange: (part: OpenPlan) => void;
}) {
  const { shown, onChange } = props;
  const { t } = useTranslation('actions');
  const refused = useRefused();
  return (
    <>
      <Group grow align="flex-end">
        {!props.isFixed && (
          <DayField
            label={t('plan.startsOn')}
            error={refused.is('startsOn')}
            value={shown.startsOn ?? ''}
            onChange={(day) => {
              onChange({ startsOn: day === '' ? null : day });
            }}
          />
        )}
        <DayField
          label={t('plan.endsOn')}
          error={refused.is('endsOn')}
          value={shown.endsOn ?? ''}
          onChange={(day) => {
            onChange({ endsOn: day === '' ? null : day });
          }}
        />
      </Group>
      <CodeChoice
        list="plan-priority"
        label={t('plan.priority')}
        none={t('notSaid')}
        value={shown.priority}
        onChange={(priority) => {
          onChange({ priority });
        }}
      />
      {shown.priority !== null && <ThreadLink goal={shown.priority} />}
      <Group grow align="flex-end">
        <OfficerChoice
          label={t('plan.owner')}
          value={shown.ownerId}
          onChange={(ownerId) => {
            if (ownerId !== null) onChange({ ownerId });
          }}
        />
        <OfficerChoice
          label={t('plan.cover')}
          none={t('nobody')}
          value={shown.coverId}
          onChange={(coverId) => {
            onChange({ coverId });
          }}
        />
      </Group>
    </>
  );
}

/** What somebody still had open when a colleague began or ended the action: to be copied, then thrown away. */
function Unsaved(props: { readonly texts: readonly string[] }) {
  const { t } = useTranslation('actions');
  return (
    <div role="status">
      <Text size="sm">{t('plan.unsaved')}</Text>
      {props.texts.map((text) => (
        <Text key={text} size="sm" c="dimmed" className={classes.typed}>
          {text}
        </Text>
      ))}
    </div>
  );
}

/** An empty sign is none; one that is half filled in is sent as it is, and refused with what it lacks. */
function signOf({ baseline, ...rest }: SignForm): SuccessSign | null {
  const isEmpty = rest.what === '' && baseline === '' && rest.from === '' && rest.to === '';
  return isEmpty ? null : { ...rest, baseline: baseline === '' ? Number.NaN : baseline };
}
