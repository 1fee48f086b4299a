import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';

import type { ContactDraft } from '#shared/domain/contacts/contact.ts';
import type { Id } from '#shared/lib/ids.ts';

import { useBeforeLock } from './before-lock.ts';
import { useDeskState } from './desk-state.ts';
import { draftsQuestion } from './drafts.ts';
import { failureOf } from './errors.ts';
import { NotAnswering } from './transport.ts';
import { unkeptTexts } from './unkept-texts.ts';
import { useConnection, useConnectionStatus } from './workbench.tsx';

/** A pause in typing after which the form is stored. */
const PAUSE_MS = 400;

/** The form as texts; null when nothing in it would be a loss. */
export type DraftForm = Readonly<Record<string, string | null>> | null;
export type KeptState = 'saving' | 'saved' | 'failed';

export interface DraftKeeper {
  /** Stores the form as it stands, if it changed since; rejects when it could not be stored. */
  keep(): Promise<void>;
  /** From now on nothing of this form is stored: it is being discarded. Waits for what is under way. */
  stop(): Promise<void>;
  /**
   * To be called before the form is submitted: stores it as it stands, so that it is there should the answer never come,
   * and nothing after it, which would be a draft of what was submitted.
   */
  pause(): Promise<void>;
  /** Takes either back: it could not be submitted or discarded after all. */
  goOn(): void;
  /** Undefined until something was stored or failed to be. */
  readonly state: KeptState | undefined;
}

/**
 * Stores a form as a draft at every pause in typing, before the desk locks, and when the page goes
 * away. One store at a time, so that an older state never overtakes a newer one. While the workbench
 * is away the form is held in memory, and stored as soon as it is back.
 *
 * @param form the same object for as long as nothing changes.
 * @param isStored whether the form it begins with is what the workbench has.
 */
export function useDraftKeeper(id: Id, form: DraftForm, isStored: boolean): DraftKeeper {
  const connection = useConnection();
  const queries = useQueryClient();
  const isAway = useConnectionStatus() !== 'open';
  const [officerId] = useState(useDeskState().data?.officer?.id ?? '');
  const [state, setState] = useState<KeptState>();
  const [kept, setKept] = useState<DraftForm>(null);
  const latest = useRef(form);
  const stored = useRef<DraftForm | undefined>(isStored ? form : undefined);
  const owner = useRef(id);
  const stopped = useRef(false);
  const underWay = useRef<Promise<void>>(Promise.resolve());

  const hold = useCallback(
    (isOpen: boolean): void => {
      const current = latest.current;
      if (stopped.current || current === stored.current) return;
      if (current) unkeptTexts.hold({ officerId, id: owner.current, form: current, isOpen });
      else unkeptTexts.release(owner.current);
    },
    [officerId],
  );

  /** At once, so that a form opened right after this one finds it. */
  const remember = useCallback(
    (draftId: Id, draft?: ContactDraft): void => {
      queries.setQueryData<ContactDraft[]>(
        draftsQuestion.key,
        (known) =>
          known && [...(draft ? [draft] : []), ...known.filter((other) => other.id !== draftId)],
      );
    },
    [queries],
  );

  const keep = useCallback((): Promise<void> => {
    const store = async (): Promise<void> => {
      const current = latest.current;
      const known = stored.current;
      const draftId = owner.current;
      if (stopped.current || current === known) return;
      if (!current && !known) return;
      if (connection.status() !== 'open') {
        hold(true);
        throw new NotAnswering('no connection');
      }
      setState('saving');
      try {
        if (current) {
          const kept = { id: draftId, form: { ...current } };
          const { savedAt } = await connection.client.contacts.saveDraft(kept);
          unkeptTexts.release(draftId, current);
          remember(draftId, { ...kept, savedAt });
        } else {
          await connection.client.contacts.discardDraft({ id: draftId });
          remember(draftId);
        }
        if (owner.current === draftId) stored.current = current;
        setKept(current);
        setState('saved');
      } catch (error) {
        hold(true);
        setState('failed');
        throw error;
      }
    };
    underWay.current = underWay.current.then(store, store);
    return underWay.current;
  }, [connection, hold, remember]);

  /** The page shows that it failed, and the next pause or reconnection tries again. */
  const keepQuietly = useCallback(() => {
    keep().catch((error: unknown) => {
      if (failureOf(error).code === 'UNKNOWN') throw error;
    });
  }, [keep]);

  useEffect(() => {
    if (owner.current !== id) {
      owner.current = id;
      stored.current = isStored ? form : undefined;
    }
    latest.current = form;
    if (isAway) {
      hold(true);
      return undefined;
    }
    const timer = window.setTimeout(keepQuietly, PAUSE_MS);
    return () => {
      window.clearTimeout(timer);
    };
  }, [id, form, isStored, isAway, hold, keepQuietly]);
  useEffect(() => {
    window.addEventListener('pagehide', keepQuietly);
    window.addEventListener('blur', keepQuietly);
    return () => {
      window.removeEventListener('pagehide', keepQuietly);
      window.removeEventListener('blur', keepQuietly);
    };
  }, [keepQuietly]);
  useEffect(
    () => () => {
      hold(false);
    },
    [hold],
  );
  useBeforeLock(keep);

  const stop = useCallback(async (): Promise<void> => {
    stopped.current = true;
    unkeptTexts.release(owner.current);
    await underWay.current.catch(() => undefined);
  }, []);
  const pause = useCallback(async (): Promise<void> => {
    // Where it cannot be stored, submitting fails as well, and tells.
    await keep().catch(() => undefined);
    await stop();
  }, [keep, stop]);
  const goOn = useCallback((): void => {
    stopped.current = false;
    stored.current = undefined;
    keepQuietly();
  }, [keepQuietly]);
  const isUnkept = useSyncExternalStore(
    unkeptTexts.onChange,
    () => unkeptTexts.find(officerId, id) !== undefined,
  );
  // What was typed since is not kept yet, whatever was kept before it.
  const shown = state === 'saved' && kept !== form ? 'saving' : state;
  return useMemo(
    () => ({ keep, stop, pause, goOn, state: isUnkept ? 'failed' : shown }),
    [keep, stop, pause, goOn, shown, isUnkept],
  );
}
