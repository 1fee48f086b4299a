import { Group, Stack } from '@mantine/core';
import { TimePicker } from '@mantine/dates';
import { useQueryClient } from '@tanstack/react-query';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';

import { LONGEST_TEXT } from '#shared/domain/contacts/contact.ts';

import { useDeskState } from '../../client/desk-state.ts';
import { draftsQuestion } from '../../client/drafts.ts';
import { useErrorText } from '../../client/error-text.ts';
import { failureOf } from '../../client/errors.ts';
import { useDraftKeeper } from '../../client/use-draft-keeper.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useFormats } from '../../ui/formats.ts';
import { Attachments, useAddFiles, useAttachments } from '../attachments/index.ts';
import { addNewParties } from '../parties/index.ts';
import { AddressField } from '../territory/index.ts';
import { DraftOffer } from './draft-offer.tsx';
import { useDrafts } from './drafts.ts';
import { NextField } from './next-field.tsx';
import { beginForm, type QuickLogStart } from './quick-log-begin.ts';
import { draftOf } from './quick-log-draft.ts';
import { QuickLogFoot } from './quick-log-foot.tsx';
import classes from './quick-log-form.module.css';
import {
  excessOf,
  fieldOfMissing,
  fieldOfPath,
  FIELDS,
  isFolded,
  labelOf,
  problemOfRule,
  type Problems,
  type QuickLogField,
  type QuickLogForm as Form,
  readForm,
  tellsMore,
} from './quick-log-model.ts';
import { QuickLogMore } from './quick-log-more.tsx';
import { QuickLogNearby } from './quick-log-nearby.tsx';
import { ReasonField } from './reason-field.tsx';
import { useContactSaved } from './use-contact-saved.tsx';
import { useDiscardDraft } from './use-discard-draft.tsx';
import { useMoreFolded } from './use-more-folded.ts';
import { useQuickLogDefaults } from './use-quick-log-defaults.ts';

/** One contact, typed in half a minute: when, where, what about, what next; and more for who wants to. */
export function QuickLogForm(props: {
  readonly start: QuickLogStart;
  readonly keepRef: RefObject<() => Promise<void>>;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('contacts');
  const { t: files } = useTranslation('attachments');
  const client = useWorkbench();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const formats = useFormats();
  const announceSaved = useContactSaved();
  const discardDraft = useDiscardDraft();
  const drafts = useDrafts();
  const defaults = useQuickLogDefaults();
  const officerId = useDeskState().data?.officer?.id ?? '';
  const [{ id, first, isStored }, setBegin] = useState(() => beginForm(props.start, officerId));
  const [form, setForm] = useState(first);
  const [problems, setProblems] = useState<Problems>({});
  const [failure, setFailure] = useState<string>();
  /** Said as long as a file that was not taken stands there: once it is let go, nothing is in the way. */
  const [isUnsettled, setUnsettled] = useState(false);
  const [busy, setBusy] = useState(false);
  const owner = { kind: 'draft', id } as const;
  const adding = useAddFiles(owner);
  const hasFiles = (useAttachments(owner).data?.length ?? 0) > 0;
  const draft = useMemo(() => draftOf(form, hasFiles), [form, hasFiles]);
  const keeper = useDraftKeeper(id, draft, isStored);
  const more = useMoreFolded(form);
  const { keepRef } = props;
  const box = useRef<HTMLFormElement>(null);
  const [placeRound, setPlaceRound] = useState(0);

  useEffect(() => {
    // Closing stores without waiting: a failure is told by the notice of the connection.
    keepRef.current = () => keeper.keep().catch(() => undefined);
  }, [keepRef, keeper]);

  const change = (part: Partial<Form>): void => {
    setForm((last) => ({ ...last, ...part }));
    setProblems({});
    setFailure(undefined);
  };
  const problem = (field: QuickLogField): string | undefined => {
    const excess = excessOf(form, field);
    if (excess > 0) {
      return t('form.problem.tooLong', {
        field: t(labelOf(field, form)),
        count: excess,
        excess: formats.number(excess),
        most: formats.number(LONGEST_TEXT),
      });
    }
    const reason = problems[field];
    if (reason === undefined || reason === 'tooLong') return undefined;
    if (reason !== 'missing') return t(`form.problem.${reason}`);
    return isRequired(field) ? t(`form.problem.${field}`) : t('form.problem.refused');
  };
  /** @returns whether the form asks for it now. */
  const show = (found: Problems): boolean => {
    setProblems(found);
    const field = FIELDS.find((name) => found[name] !== undefined);
    // What is folded away cannot be looked at.
    if (field && isFolded(field)) flushSync(more.open);
    const control = box.current?.querySelector<HTMLElement>(
      `[data-field="${field ?? ''}"] :is(input, textarea, select)`,
    );
    control?.focus();
    return Boolean(control);
  };

  const takeUp = (draft: NonNullable<QuickLogStart['draft']>): void => {
    void keeper.keep();
    const next = beginForm({ draft }, officerId);
    setBegin(next);
    setForm(next.first);
    if (tellsMore(next.first)) more.open();
    setPlaceRound((round) => round + 1);
  };

  const save = async (): Promise<void> => {
    if (busy) return;
    setFailure(undefined);
    setUnsettled(false);
    const read = readForm(id, form, new Date().toISOString(), defaults);
    if ('problems' in read) {
      show(read.problems);
      return;
    }
    setBusy(true);
    if (!(await adding.settled())) {
      setUnsettled(true);
      setBusy(false);
      return;
    }
    try {
      await keeper.pause();
      await addNewParties(client, form.parties);
      const contact = await client.contacts.log(read.contact);
      announceSaved(contact);
      props.onDone();
    } catch (error) {
      keeper.goOn();
      const { code, data } = failureOf(error);
      const field = code === 'INVALID_FIELD' ? fieldOfPath(String(data.field)) : undefined;
      const missing = code === 'NOT_FOUND' ? fieldOfMissing(String(data.what), form) : undefined;
      const found: Problems = {
        ...(field && { [field]: problemOfRule(String(data.reason)) }),
        ...(missing && { [missing]: 'gone' }),
      };
      // What the form does not ask now cannot say it either.
      if (!show(found)) setFailure(errorText(error));
      setBusy(false);
    }
  };

  const discard = async (): Promise<void> => {
    await keeper.stop();
    try {
      await discardDraft({ id, form });
    } catch (error) {
      keeper.goOn();
      setFailure(errorText(error));
      return;
    }
    await queries.invalidateQueries({ queryKey: draftsQuestion.key });
    props.onDone();
  };

  return (
    <div className={classes.both}>
      <form
        ref={box}
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack gap="md">
          {!draft && (
            <DraftOffer drafts={drafts.filter((draft) => draft.id !== id)} onTake={takeUp} />
          )}
          <div data-field="when">
            <Group gap="sm" align="flex-start" grow>
              <DayField
                label={t('form.day')}
                withAsterisk
                value={form.day}
                error={problem('when')}
                onChange={(day) => {
                  change({ day });
                }}
              />
              <TimePicker
                label={t('form.time')}
                withAsterisk
                format="24h"
                value={form.time}
                hoursInputLabel={t('form.hours')}
                minutesInputLabel={t('form.minutes')}
                onChange={(time) => {
                  change({ time: time.slice(0, 5) });
                }}
              />
            </Group>
          </div>
          <div data-field="place" className={classes.place}>
            <AddressField
              key={placeRound}
              label={t('form.place')}
              required
              autoFocus
              value={form.place}
              initialText={form.placeText}
              error={problem('place')}
              onLeave={props.onDone}
              onText={(placeText) => {
                change({ placeText });
              }}
              onChange={(place) => {
                change({ place });
              }}
            />
          </div>
          <div data-field="reason">
            <ReasonField
              value={form.reason}
              day={form.day}
              error={problem('reason')}
              onChange={(reason) => {
                change({ reason });
              }}
            />
          </div>
          <NextField form={form} onChange={change} problem={problem} />
          <QuickLogMore
            form={form}
            defaults={defaults}
            isOpen={more.isOpen}
            onToggle={more.toggle}
            onChange={change}
            problem={problem}
          />
          <Attachments owner={owner} adding={adding} />
          {failure !== undefined && <FailureNotice text={failure} comesIntoView />}
          {isUnsettled && adding.onTheirWay.length > 0 && (
            <FailureNotice text={files('unsettled')} comesIntoView />
          )}
          <QuickLogFoot
            state={keeper.state}
            busy={busy}
            onDiscard={draft ? () => void discard() : undefined}
          />
        </Stack>
      </form>
      <QuickLogNearby place={form.place} onLeave={props.onDone} />
    </div>
  );
}

const REQUIRED = ['when', 'place', 'reason', 'next', 'note', 'dueOn'] as const;

function isRequired(field: QuickLogField): field is (typeof REQUIRED)[number] {
  return REQUIRED.some((required) => required === field);
}
