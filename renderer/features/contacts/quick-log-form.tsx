import { Button, Group, Input, Kbd, Stack, Text, Textarea } from '@mantine/core';
import { TimePicker } from '@mantine/dates';
import { IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';

import { LONGEST_TEXT } from '#shared/domain/contacts/contact.ts';
import { type Id, makeId } from '#shared/lib/ids.ts';

import { useDeskState } from '../../client/desk-state.ts';
import { draftsQuestion } from '../../client/drafts.ts';
import { useErrorText } from '../../client/error-text.ts';
import { failureOf } from '../../client/errors.ts';
import { unkeptTexts } from '../../client/unkept-texts.ts';
import { useDraftKeeper } from '../../client/use-draft-keeper.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useFormats } from '../../ui/formats.ts';
import { AddressField, type AddressValue } from '../territory/index.ts';
import { DraftOffer } from './draft-offer.tsx';
import { useDrafts } from './drafts.ts';
import { NextField } from './next-field.tsx';
import classes from './quick-log-form.module.css';
import {
  draftOf,
  emptyForm,
  excessOf,
  fieldOfPath,
  FIELDS,
  fromDraft,
  isWorthKeeping,
  labelOf,
  problemOfRule,
  type Problems,
  type QuickLogField,
  type QuickLogForm as Form,
  readForm,
} from './quick-log-model.ts';
import { ReasonField } from './reason-field.tsx';
import { useContactSaved } from './use-contact-saved.tsx';
import { useDiscardDraft } from './use-discard-draft.tsx';

export interface QuickLogStart {
  readonly place?: AddressValue;
  readonly draft?: { readonly id: Id; readonly form: Readonly<Record<string, string | null>> };
}

/** One contact, typed in half a minute: when, where, what about, what next. */
export function QuickLogForm(props: {
  readonly start: QuickLogStart;
  readonly keepRef: RefObject<() => Promise<void>>;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('contacts');
  const { t: common } = useTranslation();
  const client = useWorkbench();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const formats = useFormats();
  const announceSaved = useContactSaved();
  const discardDraft = useDiscardDraft();
  const drafts = useDrafts();
  const officerId = useDeskState().data?.officer?.id ?? '';
  const [{ id, first, isStored }, setBegin] = useState(() => begin(props.start, officerId));
  const [form, setForm] = useState(first);
  const [problems, setProblems] = useState<Problems>({});
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const draft = useMemo(() => draftOf(form), [form]);
  const keeper = useDraftKeeper(id, draft, isStored);
  const isUnkept = keeper.state === 'failed';
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
    return reason === 'missing' ? t(`form.problem.${field}`) : t(`form.problem.${reason}`);
  };
  const show = (found: Problems): void => {
    setProblems(found);
    const field = FIELDS.find((name) => found[name] !== undefined);
    box.current
      ?.querySelector<HTMLElement>(`[data-field="${field ?? ''}"] :is(input, textarea)`)
      ?.focus();
  };

  const takeUp = (draft: NonNullable<QuickLogStart['draft']>): void => {
    void keeper.keep();
    const next = begin({ draft }, officerId);
    setBegin(next);
    setForm(next.first);
    setPlaceRound((round) => round + 1);
  };

  const save = async (): Promise<void> => {
    if (busy) return;
    setFailure(undefined);
    const read = readForm(id, form, new Date().toISOString());
    if ('problems' in read) {
      show(read.problems);
      return;
    }
    setBusy(true);
    try {
      const contact = await client.contacts.log(read.contact);
      await keeper.stop();
      announceSaved(contact);
      props.onDone();
    } catch (error) {
      const { code, data } = failureOf(error);
      const field = code === 'INVALID_FIELD' ? fieldOfPath(String(data.field)) : undefined;
      if (field) show({ [field]: problemOfRule(String(data.reason)) });
      else setFailure(errorText(error));
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

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && event.ctrlKey) {
      event.preventDefault();
      void save();
    }
  };

  return (
    <form
      ref={box}
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack gap="md">
        {!isWorthKeeping(form) && (
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
        <div data-field="summary">
          <Textarea
            label={t('form.summary')}
            description={t('form.summaryHint')}
            autosize
            minRows={3}
            maxRows={9}
            value={form.summary}
            error={problem('summary')}
            onChange={(event) => {
              change({ summary: event.currentTarget.value });
            }}
          />
        </div>
        <NextField form={form} onChange={change} problem={problem} />
        {failure !== undefined && <FailureNotice text={failure} />}
        <div className={classes.foot}>
          <Group justify="space-between" wrap="nowrap">
            <Text size="xs" c="dimmed" role="status">
              {keeper.state && !isUnkept ? common(`kept.${keeper.state}`) : ''}
            </Text>
            <Group gap="xs" wrap="nowrap">
              {isWorthKeeping(form) && (
                <Button
                  variant="subtle"
                  color="gray"
                  leftSection={<IconTrash size={16} aria-hidden />}
                  onMouseDown={keepFocus}
                  onClick={() => void discard()}
                >
                  {t('form.discard')}
                </Button>
              )}
              <Button
                type="submit"
                loading={busy}
                rightSection={<Kbd size="xs">Ctrl ↵</Kbd>}
                aria-keyshortcuts="Control+Enter"
              >
                {t('form.save')}
              </Button>
            </Group>
          </Group>
          <Input.Description
            mt={6}
            role="status"
            {...(isUnkept ? { c: 'var(--mantine-color-error)' } : {})}
          >
            {isUnkept ? common('kept.failed') : t('form.keptHint')}
          </Input.Description>
        </div>
      </Stack>
    </form>
  );
}

/** Leaving a field may show a message below it: the button must not move away under the pointer. */
function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}

interface Begin {
  readonly id: Id;
  readonly first: Form;
  /** Whether the workbench has it as it begins. */
  readonly isStored: boolean;
}

function begin(start: QuickLogStart, officerId: Id): Begin {
  const now = new Date();
  if (start.draft) {
    const { id, form } = start.draft;
    const unkept = unkeptTexts.find(officerId, id)?.form;
    const first = fromDraft(unkept ?? form, now.toISOString());
    return { id, first, isStored: unkept === undefined };
  }
  return {
    id: makeId(now.getTime(), crypto.getRandomValues(new Uint8Array(16))),
    first: emptyForm(now.toISOString(), start.place ?? null),
    isStored: true,
  };
}
