import {
  Button,
  Group,
  Modal,
  NativeSelect,
  Radio,
  Skeleton,
  Stack,
  Text,
  Textarea,
} from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { LONGEST_TEXT } from '#shared/domain/contacts/contact.ts';
import type { KeptPromise } from '#shared/domain/promises/promise.ts';
import { dayOf } from '#shared/lib/dates.ts';

import { useCodes } from '../../client/codes.ts';
import { useDeskState } from '../../client/desk-state.ts';
import { useEveryDraft } from '../../client/drafts.ts';
import { useErrorText } from '../../client/error-text.ts';
import { KeptLine } from '../../client/kept-line.tsx';
import { useReporter } from '../../client/reporter.ts';
import { unkeptTexts } from '../../client/unkept-texts.ts';
import { useDraftKeeper } from '../../client/use-draft-keeper.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useFormats } from '../../ui/formats.ts';
import {
  EMPTY_OUTCOME,
  fromOutcomeDraft,
  type OutcomeForm,
  toOutcomeDraft,
} from './outcome-draft.ts';

/** Closing a promise: was it kept, and what was the resident told. What is typed is kept until then. */
export function ClosePromiseDialog(props: {
  readonly promise: KeptPromise | undefined;
  readonly onDone: () => void;
}) {
  const { promise, onDone } = props;
  const { t } = useTranslation('promises');
  const drafts = useEveryDraft();
  const officerId = useDeskState().data?.officer?.id ?? '';
  const unkept = promise && unkeptTexts.find(officerId, promise.id);
  const draft = drafts.data?.find(({ id }) => id === promise?.id);
  return (
    <Modal opened={promise !== undefined} onClose={onDone} title={t('closeTitle')}>
      {promise && drafts.isPending && <Skeleton height={180} />}
      {promise && !drafts.isPending && (
        <CloseForm
          key={promise.id}
          promise={promise}
          first={firstForm(promise, unkept?.form ?? draft?.form)}
          isStored={unkept === undefined}
          onDone={onDone}
        />
      )}
    </Modal>
  );
}

/** What was being typed; else an empty form, with the way in which the person wants to be told. */
function firstForm(
  promise: KeptPromise,
  draft: Parameters<typeof fromOutcomeDraft>[0],
): OutcomeForm {
  const form = fromOutcomeDraft(draft);
  return form === EMPTY_OUTCOME ? { ...form, toldBy: promise.channel ?? '' } : form;
}

function CloseForm(props: {
  readonly promise: KeptPromise;
  readonly first: OutcomeForm;
  readonly isStored: boolean;
  readonly onDone: () => void;
}) {
  const { promise, onDone } = props;
  const { t } = useTranslation('promises');
  const { t: common } = useTranslation();
  const client = useWorkbench();
  const errorText = useErrorText();
  const report = useReporter();
  const formats = useFormats();
  const [isStored] = useState(props.isStored);
  const [form, setForm] = useState(props.first);
  const { kept, outcome, toldBy } = form;
  const codes = useCodes();
  const draft = useMemo(() => toOutcomeDraft(form), [form]);
  const keeper = useDraftKeeper(promise.id, draft, isStored);
  const field = useRef<HTMLTextAreaElement>(null);
  const [missing, setMissing] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const excess = outcome.trim().length - LONGEST_TEXT;
  const problem =
    excess > 0
      ? t('outcomeTooLong', {
          count: excess,
          excess: formats.number(excess),
          most: formats.number(LONGEST_TEXT),
        })
      : missing && t('outcomeMissing');

  const close = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (outcome.trim() === '' || excess > 0) {
      setMissing(outcome.trim() === '');
      field.current?.focus();
      return;
    }
    setBusy(true);
    setFailure(undefined);
    try {
      await keeper.pause();
      await client.promises.close({
        id: promise.id,
        kept: kept === 'yes',
        outcome,
        toldBy: toldBy || null,
      });
      report(client.contacts.discardDraft({ id: promise.id }));
      notifications.show({ color: 'teal', message: t(kept === 'yes' ? 'closedKept' : 'closed') });
      onDone();
    } catch (error) {
      keeper.goOn();
      setFailure(errorText(error));
      setBusy(false);
    }
  };

  return (
    <form
      onChange={() => {
        setFailure(undefined);
      }}
      onSubmit={(event) => void close(event)}
      noValidate
    >
      <Stack gap="md">
        <Text size="sm" fw={550}>
          {promise.text}
        </Text>
        <Radio.Group
          label={t('keptQuestion')}
          value={kept}
          onChange={(next) => {
            setForm({ ...form, kept: next === 'no' ? 'no' : 'yes' });
          }}
        >
          <Group mt={6}>
            <Radio value="yes" label={t('kept')} />
            <Radio value="no" label={t('notKept')} />
          </Group>
        </Radio.Group>
        <Textarea
          ref={field}
          label={t('outcome')}
          description={t('outcomeHint')}
          withAsterisk
          data-autofocus
          autosize
          minRows={3}
          maxRows={9}
          value={outcome}
          error={problem}
          onChange={(event) => {
            setForm({ ...form, outcome: event.currentTarget.value });
            setMissing(false);
          }}
        />
        <NativeSelect
          label={t('toldBy')}
          value={toldBy}
          data={[
            { value: '', label: t('toldByUnknown') },
            ...codes.on('channel', dayOf(new Date().toISOString())).map(({ code }) => ({
              value: code,
              label: codes.name('channel', code),
            })),
          ]}
          onChange={(event) => {
            setForm({ ...form, toldBy: event.currentTarget.value });
          }}
        />
        {failure !== undefined && <FailureNotice text={failure} />}
        <KeptLine state={keeper.state} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onDone}>
            {common('cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {t('closeDo')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
