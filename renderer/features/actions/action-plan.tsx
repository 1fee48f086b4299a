import {
  Anchor,
  Button,
  Group,
  NativeSelect,
  NumberInput,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Action, ActionForm } from '#shared/domain/actions/action.ts';
import { SIGN_COUNTS, type SuccessSign } from '#shared/domain/actions/sign.ts';
import { LONGEST_TITLE } from '#shared/domain/actions/vocabulary.ts';
import { LONGEST_TEXT } from '#shared/domain/contacts/contact.ts';

import { useErrorText } from '../../client/error-text.ts';
import { KeptLine } from '../../client/kept-line.tsx';
import { useReporter } from '../../client/reporter.ts';
import { useDialogDraft } from '../../client/use-dialog-draft.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { CodeChoice, OfficerChoice } from './choice.tsx';

type SignForm = Omit<SuccessSign, 'baseline'> & { readonly baseline: number | '' };
const NO_SIGN: SignForm = {
  what: '',
  counted: 'facts',
  better: 'lower',
  baseline: '',
  from: '',
  to: '',
};

/** The plan: aim, sign with its baseline, days, priority, who. What is fixed once it began is read only. */
export function ActionPlan(props: { readonly action: Action }) {
  const { action } = props;
  const { t } = useTranslation('actions');
  const { t: common } = useTranslation();
  const client = useWorkbench();
  const errorText = useErrorText();
  const report = useReporter();
  const [form, setForm] = useState<Partial<ActionForm>>({});
  const [sign, setSign] = useState<SignForm>();
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const stored = { title: action.title, aim: action.aim, what: action.sign?.what ?? '' };
  const draft = useDialogDraft('action-plan', action.id, stored);
  const texts = draft.form;
  const shown = { ...action, ...form };
  const shownSign = { ...(sign ?? action.sign ?? NO_SIGN), what: texts.what };
  const isSignChanged = sign !== undefined || texts.what !== stored.what;
  const isEnded = action.state === 'closed' || action.state === 'refused';
  const isFixed = isEnded || action.state === 'active';
  const isChanged =
    isSignChanged ||
    texts.title !== stored.title ||
    texts.aim !== stored.aim ||
    Object.keys(form).length > 0;
  const change = (part: Partial<ActionForm>): void => {
    setForm((last) => ({ ...last, ...part }));
  };
  const changeSign = (part: Partial<SignForm>): void => {
    setSign({ ...shownSign, ...part });
  };
  const save = async (): Promise<void> => {
    setBusy(true);
    setFailure(undefined);
    try {
      await draft.stop();
      const changes = {
        ...form,
        ...(texts.title !== stored.title && { title: texts.title }),
        ...(texts.aim !== stored.aim && { aim: texts.aim }),
        ...(isSignChanged && { sign: signOf(shownSign) }),
      };
      await client.actions.change({ id: action.id, changes });
      setForm({});
      setSign(undefined);
      await draft.discard();
    } catch (error) {
      draft.goOn();
      setFailure(errorText(error));
    }
    setBusy(false);
  };
  return (
    <Panel title={t('plan.title')}>
      <Stack gap="sm">
        <TextInput
          label={t('title')}
          disabled={isEnded}
          maxLength={LONGEST_TITLE}
          value={texts.title}
          onChange={(event) => {
            draft.change({ title: event.currentTarget.value });
          }}
        />
        <Textarea
          label={t('plan.aim')}
          description={t('plan.aimHint')}
          disabled={isFixed}
          autosize
          minRows={2}
          maxLength={LONGEST_TEXT}
          value={texts.aim}
          onChange={(event) => {
            draft.change({ aim: event.currentTarget.value });
          }}
        />
        <TextInput
          label={t('plan.sign')}
          description={t('plan.signHint')}
          disabled={isFixed}
          maxLength={LONGEST_TEXT}
          value={shownSign.what}
          onChange={(event) => {
            draft.change({ what: event.currentTarget.value });
          }}
        />
        <NativeSelect
          label={t('plan.counted')}
          description={t(`plan.countedHint.${shownSign.counted}`)}
          disabled={isFixed}
          value={shownSign.counted}
          data={SIGN_COUNTS.map((value) => ({ value, label: t(`plan.countedAs.${value}`) }))}
          onChange={(event) => {
            const { value } = event.currentTarget;
            changeSign({ counted: SIGN_COUNTS.find((one) => one === value) ?? 'by-hand' });
          }}
        />
        <Group grow align="flex-end">
          <NumberInput
            label={t('plan.baseline')}
            disabled={isFixed}
            min={0}
            value={shownSign.baseline}
            onChange={(value) => {
              changeSign({ baseline: typeof value === 'number' ? value : '' });
            }}
          />
          <NativeSelect
            label={t('plan.better')}
            disabled={isFixed}
            value={shownSign.better}
            data={[
              { value: 'lower', label: t('plan.lower') },
              { value: 'higher', label: t('plan.higher') },
            ]}
            onChange={(event) => {
              changeSign({ better: event.currentTarget.value === 'higher' ? 'higher' : 'lower' });
            }}
          />
        </Group>
        <Group grow align="flex-end">
          <DayField
            label={t('plan.countedFrom')}
            disabled={isFixed}
            value={shownSign.from}
            onChange={(from) => {
              changeSign({ from });
            }}
          />
          <DayField
            label={t('plan.countedTo')}
            disabled={isFixed}
            value={shownSign.to}
            onChange={(to) => {
              changeSign({ to });
            }}
          />
        </Group>
        <Group grow align="flex-end">
          <DayField
            label={t('plan.startsOn')}
            disabled={isFixed}
            value={shown.startsOn ?? ''}
            onChange={(day) => {
              change({ startsOn: day === '' ? null : day });
            }}
          />
          <DayField
            label={t('plan.endsOn')}
            disabled={isEnded}
            value={shown.endsOn ?? ''}
            onChange={(day) => {
              change({ endsOn: day === '' ? null : day });
            }}
          />
        </Group>
        <CodeChoice
          list="plan-priority"
          label={t('plan.priority')}
          none={t('notSaid')}
          disabled={isEnded}
          value={shown.priority}
          onChange={(priority) => {
            change({ priority });
          }}
        />
        {shown.priority !== null && (
          <Anchor
            size="sm"
            renderRoot={(rest) => <Link {...rest} to="/thread" search={{ goal: shown.priority }} />}
          >
            {t('thread')}
          </Anchor>
        )}
        <Group grow align="flex-end">
          <OfficerChoice
            label={t('plan.owner')}
            disabled={isEnded}
            value={shown.ownerId}
            onChange={(ownerId) => {
              if (ownerId !== null) change({ ownerId });
            }}
          />
          <OfficerChoice
            label={t('plan.cover')}
            none={t('nobody')}
            disabled={isEnded}
            value={shown.coverId}
            onChange={(coverId) => {
              change({ coverId });
            }}
          />
        </Group>
        {isFixed && !isEnded && (
          <Text size="xs" c="dimmed">
            {t('plan.fixed')}
          </Text>
        )}
        {failure !== undefined && <FailureNotice text={failure} />}
        {isChanged && <KeptLine state={draft.state} />}
        {isChanged && (
          <Group justify="flex-end" gap="xs">
            <Button
              variant="default"
              onClick={() => {
                setForm({});
                setSign(undefined);
                report(draft.discard());
              }}
            >
              {common('cancel')}
            </Button>
            <Button loading={busy} onClick={() => void save()}>
              {t('plan.save')}
            </Button>
          </Group>
        )}
      </Stack>
    </Panel>
  );
}

/** An empty sign is none; one that is half filled in is sent as it is, and refused with what it lacks. */
function signOf({ baseline, ...rest }: SignForm): SuccessSign | null {
  const isEmpty = rest.what === '' && baseline === '' && rest.from === '' && rest.to === '';
  return isEmpty ? null : { ...rest, baseline: baseline === '' ? Number.NaN : baseline };
}
