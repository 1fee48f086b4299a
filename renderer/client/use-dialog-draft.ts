import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

import { type ContactDraft, LONGEST_TEXT } from '#shared/domain/contacts/contact.ts';
import { type Id, makeId } from '#shared/lib/ids.ts';

import { useDeskState } from './desk-state.ts';
import { DRAFT_KIND, draftsQuestion, useEveryDraft } from './drafts.ts';
import { unkeptTexts } from './unkept-texts.ts';
import { type KeptState, useDraftKeeper } from './use-draft-keeper.ts';
import { useWorkbench } from './workbench.tsx';

/** The field of a draft that says what its dialog is about. */
const ABOUT = 'about';
/** The field of a draft that says over what it is written, where that may change meanwhile. */
const SEEN = 'seen';

type Texts = Readonly<Record<string, string>>;

/** What a dialog does with its draft when it is sent or thrown away. */
export interface SentDraft {
  readonly state: KeptState | undefined;
  /** What is kept, or will be at the next pause; undefined as long as nothing was typed or chosen. */
  readonly kept: Pick<ContactDraft, 'id' | 'form'> | undefined;
  /** One of its texts is longer than can be sent. */
  readonly isTooLong: boolean;
  /** Keeps what stands there, and nothing more: it is being sent. */
  pause(): Promise<void>;
  /** It could not be sent after all. */
  goOn(): void;
  /** It was sent, or is not wanted. */
  discard(): Promise<void>;
}

/** What a draft knows of the row it changes; see {@link useSeen}. */
export interface SeenInDraft {
  /** What stood there when it was begun, as `keepSeen` was told; undefined before that. */
  readonly seen: string | undefined;
  /** Keeps that along; alone it is no draft. */
  keepSeen(seen: string): void;
}

export interface DialogDraft<Form extends Texts> extends SentDraft, SeenInDraft {
  readonly form: Form;
  change(part: Partial<Form>): void;
  /** As `change`, and kept at once, also when its page is being left. */
  keepNow(part: Partial<Form>): Promise<void>;
}

/**
 * What is typed in a dialog, kept as a draft at every pause until it is sent: it survives leaving the page, locking
 * and a crash. Nothing that only stands in `empty` is kept.
 *
 * @param kind which dialog it is.
 * @param about what it is about: an id, or another word that stays the same.
 * @param empty what stands in it at first; the same object, or texts that say the same, at every drawing.
 */
export function useDialogDraft<Form extends Texts>(
  kind: string,
  about: string,
  empty: Form,
): DialogDraft<Form> {
  const client = useWorkbench();
  const queries = useQueryClient();
  const drafts = useEveryDraft().data;
  const officerId = useDeskState().data?.officer?.id ?? '';
  const [ownId] = useState(newDraftId);
  /** Only what was typed: the rest stays as it stands elsewhere. */
  const [typed, setTyped] = useState<Texts>();
  const isOf = ({ form }: Pick<ContactDraft, 'form'>): boolean =>
    form[DRAFT_KIND] === kind && form[ABOUT] === about;
  const unkept = unkeptTexts.of(officerId).find(isOf);
  const known = unkept ?? drafts?.find(isOf);
  const form = withTexts(empty, typed ?? known?.form);
  const draft = useMemo(
    () => typed && (isBlank(typed) ? null : { ...typed, [DRAFT_KIND]: kind, [ABOUT]: about }),
    [typed, kind, about],
  );
  const id = known?.id ?? ownId;
  const keeper = useDraftKeeper(id, draft ?? null, true);
  const change = useCallback(
    (part: Partial<Form>): void => {
      setTyped((last) => ({ ...(last ?? textsIn(fieldsOf(empty), known?.form)), ...part }));
    },
    [empty, known],
  );
  const keepSeen = useCallback(
    (seen: string): void => {
      setTyped((last) => ({ ...(last ?? textsIn(fieldsOf(empty), known?.form)), [SEEN]: seen }));
    },
    [empty, known],
  );
  const keepNow = useCallback(
    async (part: Partial<Form>): Promise<void> => {
      change(part);
      const texts = { ...textsIn(fieldsOf(empty), known?.form), ...part };
      await client.contacts.saveDraft({
        id,
        form: { ...texts, [DRAFT_KIND]: kind, [ABOUT]: about },
      });
    },
    [about, change, client, empty, id, kind, known],
  );
  const goesOn = useRef(false);
  const discard = useCallback(async (): Promise<void> => {
    await keeper.stop();
    await client.contacts.discardDraft({ id });
    queries.setQueryData<ContactDraft[]>(draftsQuestion.key, (all) =>
      all?.filter((other) => other.id !== id),
    );
    goesOn.current = true;
    setTyped(undefined);
  }, [client, id, keeper, queries]);
  const { goOn } = keeper;
  useEffect(() => {
    // Only once the form is empty: going on stores what stands in it.
    if (typed !== undefined || !goesOn.current) return;
    goesOn.current = false;
    goOn();
  }, [typed, goOn]);
  const keptForm = draft === undefined ? known?.form : draft;
  const seen = typed === undefined ? known?.form[SEEN] : typed[SEEN];
  return {
    form,
    seen: typeof seen === 'string' ? seen : undefined,
    change,
    keepSeen,
    keepNow,
    discard,
    state: keeper.state,
    kept: keptForm ? { id, form: keptForm } : undefined,
    isTooLong: Object.values(form).some((text) => text.length > LONGEST_TEXT),
    pause: keeper.pause,
    goOn,
  };
}

function newDraftId(): Id {
  return makeId(Date.now(), crypto.getRandomValues(new Uint8Array(16)));
}

function isBlank(form: Texts): boolean {
  return Object.entries(form).every(([field, text]) => field === SEEN || text.trim() === '');
}

/** What a draft keeps of a form. */
function fieldsOf(empty: Texts): string[] {
  return [...Object.keys(empty), SEEN];
}

/** The texts that a draft kept of these fields. */
function textsIn(fields: readonly string[], kept: ContactDraft['form'] | undefined): Texts {
  const texts = fields.flatMap((field) => {
    const text = kept?.[field];
    return typeof text === 'string' ? [[field, text] as const] : [];
  });
  return Object.fromEntries(texts);
}

function withTexts<Form extends Texts>(empty: Form, kept: ContactDraft['form'] | undefined): Form {
  return { ...empty, ...textsIn(Object.keys(empty), kept) };
}
