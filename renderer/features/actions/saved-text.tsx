import type { TextareaProps } from '@mantine/core';
import { useCallback, useEffect, useRef, useState } from 'react';

import { LONGEST_TEXT } from '#shared/domain/contacts/contact.ts';

import { useBeforeLock } from '../../client/before-lock.ts';
import { useReporter } from '../../client/reporter.ts';
import { useDialogDraft } from '../../client/use-dialog-draft.ts';
import { LongText } from '../../ui/long-text.tsx';

/** Milliseconds of rest after which what was typed is stored: each time is a change that colleagues receive. */
const REST_MS = 600;
const NO_TEXT = { text: '' };

/**
 * A text that is stored by itself: at every rest, when it is left, when its page is, and before a lock. What was stored
 * is not stored again, so that looking at a text never puts it over what a colleague wrote since. One that is too long
 * is kept as a draft until it was made shorter.
 */
export function SavedText(
  props: Omit<TextareaProps, 'value' | 'onChange' | 'onBlur' | 'error' | 'maxLength'> & {
    /** Which text it is: the same words, whatever it says. */
    readonly about: string;
    readonly value: string;
    readonly onSave: (text: string) => Promise<unknown>;
  },
) {
  const { about, value, onSave, ...rest } = props;
  const report = useReporter();
  const draft = useDialogDraft('saved-text', about, NO_TEXT);
  const [written, setTyped] = useState<string>();
  const typed = written ?? (draft.form.text || undefined);
  /** What was stored last of what was typed here. */
  const kept = useRef<string>(undefined);
  const latest = useRef({ typed, value, onSave, report });
  useEffect(() => {
    latest.current = { typed, value, onSave, report };
  });
  const store = useCallback(async (): Promise<void> => {
    const { typed: text, value: stored, onSave: keep } = latest.current;
    if (text === undefined || text === stored || text === kept.current) return;
    if (text.length > LONGEST_TEXT) return;
    kept.current = text;
    try {
      await keep(text);
    } catch (error) {
      kept.current = undefined;
      throw error;
    }
  }, []);
  useBeforeLock(store);
  const save = useCallback((): void => {
    latest.current.report(store());
  }, [store]);
  useEffect(() => {
    if (typed === undefined) return;
    const timer = setTimeout(save, REST_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [typed, save]);
  useEffect(() => {
    // A page that is reloaded or closed unmounts nothing.
    window.addEventListener('pagehide', save);
    return () => {
      window.removeEventListener('pagehide', save);
      save();
    };
  }, [save]);
  // Once it stands there as it was typed, what comes after it is shown.
  if (written !== undefined && written === value) setTyped(undefined);
  return (
    <LongText
      minRows={2}
      maxRows={14}
      {...rest}
      value={typed ?? value}
      onText={(text) => {
        kept.current = undefined;
        setTyped(text);
        if (text.length > LONGEST_TEXT) draft.change({ text });
        else if (draft.kept) report(draft.discard());
      }}
      onBlur={save}
    />
  );
}
