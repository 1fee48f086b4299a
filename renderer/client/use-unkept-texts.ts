import { useEffect, useSyncExternalStore } from 'react';

import type { Id } from '#shared/lib/ids.ts';

import { failureOf } from './errors.ts';
import { unkeptTexts, useIsSomethingUnkept } from './unkept-texts.ts';
import { useConnectionStatus, useWorkbench } from './workbench.tsx';

/** An open form, or one that was just closed, stores its text by itself within this time. */
const PATIENCE_MS = 1_000;

/** Stores what no form shows any more, as soon as its officer is at work and the workbench is there. */
export function useKeepUnkeptTexts(officerId: Id): void {
  const client = useWorkbench();
  const isOpen = useConnectionStatus() === 'open';
  const isEmpty = useSyncExternalStore(unkeptTexts.onChange, unkeptTexts.isEmpty);
  useEffect(() => {
    if (!isOpen || isEmpty) return undefined;
    const store = async (): Promise<void> => {
      for (const text of unkeptTexts.of(officerId)) {
        if (text.isOpen) continue;
        await client.contacts.saveDraft({ id: text.id, form: { ...text.form } });
        unkeptTexts.release(text.id, text.form);
      }
    };
    const timer = window.setInterval(() => {
      store().catch((error: unknown) => {
        // It stays held, the notice says so, and the next round tries again.
        if (failureOf(error).code === 'UNKNOWN') throw error;
      });
    }, PATIENCE_MS);
    return () => {
      window.clearInterval(timer);
    };
  }, [client, isOpen, isEmpty, officerId]);
}

/** Lets the browser ask before this window goes while something typed is nowhere else. */
export function useWarnBeforeLeaving(): void {
  const isUnkept = useIsSomethingUnkept();
  useEffect(() => {
    if (!isUnkept) return undefined;
    const warn = (event: BeforeUnloadEvent): void => {
      event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
    };
  }, [isUnkept]);
}
