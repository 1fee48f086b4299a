import { Button, Group, Stack, Text, type TextareaProps } from '@mantine/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { LONGEST_TEXT } from '#shared/domain/contacts/contact.ts';

import { useBeforeLock } from '../../client/before-lock.ts';
import { failureOf } from '../../client/errors.ts';
import { useReporter } from '../../client/reporter.ts';
import { useDialogDraft } from '../../client/use-dialog-draft.ts';
import { LongText } from '../../ui/long-text.tsx';
import classes from './actions.module.css';

/** Milliseconds of rest after which what was typed is stored: each time is a change that colleagues receive. */
const REST_MS = 600;
const NO_TEXT = { text: '' };

/**
 * A text that is stored by itself: at every rest, when it is left, when its page is, and before a lock. What was stored
 * is not stored again, so that looking at a text never puts it over what a colleague wrote since. What would go over
 * a colleague's words is kept as a draft until it is said which of both stays; one that is too long, until it was made
 * shorter.
 */
export function SavedText(
  props: Omit<TextareaProps, 'value' | 'onChange' | 'onBlur' | 'error' | 'maxLength'> & {
    /** Which text it is: the same words, whatever it says. */
    readonly about: string;
    readonly value: string;
    /** @param seen what stood there when it was begun; CHANGED_MEANWHILE where something else does. */
    readonly onSave: (text: string, seen: string) => Promise<unknown>;
  },
) {
  const { about, value, onSave, ...rest } = props;
  const report = useReporter();
  const draft = useDialogDraft('saved-text', about, NO_TEXT);
  const [written, setTyped] = useState<string>();
  const [isOver, setOver] = useState(false);
  const typed = written ?? (draft.form.text || undefined);
  /** What was kept as a draft earlier was not stored since something else stood there. */
  const isLeft = written === undefined && typed !== undefined && typed.length <= LONGEST_TEXT;
  const isAsked = isOver || (isLeft && typed !== value);
  /** What was stored last of what was typed here. */
  const kept = useRef<string>(undefined);
  /** What it goes over: what stood there when it was begun, or was stored since. */
  const seen = useRef(value);
  const { keepNow } = draft;
  const latest = useRef({ typed, value, onSave, report, isAsked, keepNow });
  useEffect(() => {
    latest.current = { typed, value, onSave, report, isAsked, keepNow };
  });
  const store = useCallback(async (): Promise<void> => {
    const { typed: text, value: stored, onSave: keep } = latest.current;
    if (latest.current.isAsked) return;
    if (text === undefined || text === stored || text === kept.current) return;
    if (text.length > LONGEST_TEXT) return;
    kept.current = text;
    try {
      await keep(text, seen.current);
      seen.current = text;
    } catch (error) {
      kept.current = undefined;
      if (failureOf(error).code !== 'CHANGED_MEANWHILE') throw error;
      setOver(true);
      await latest.current.keepNow({ text });
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
  const takeTheirs = async (): Promise<void> => {
    await draft.discard();
    setTyped(undefined);
    setOver(false);
  };
  const keepMine = async (): Promise<void> => {
    await onSave(typed ?? '', value);
    await takeTheirs();
  };
  return (
    <div>
      <LongText
        minRows={2}
        maxRows={14}
        {...rest}
        value={typed ?? value}
        onText={(text) => {
          kept.current = undefined;
          if (typed === undefined) seen.current = value;
          setTyped(text);
          if (isAsked || text.length > LONGEST_TEXT) draft.change({ text });
          else if (draft.kept) report(draft.discard());
        }}
        onBlur={save}
      />
      {isAsked && (
        <WhichStays
          theirs={value}
          onMine={() => {
            report(keepMine());
          }}
          onTheirs={() => {
            report(takeTheirs());
          }}
        />
      )}
    </div>
  );
}

/** Both texts are there: the one that is being typed above, the colleague's below, and the choice between them. */
function WhichStays(props: {
  readonly theirs: string;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
}) {
  const { t } = useTranslation('actions');
  return (
    <Stack gap={4} mt={4} role="status">
      <Text size="sm">{t('meanwhile.text')}</Text>
      <Text size="sm" className={classes.typed}>
        {props.theirs === '' ? t('meanwhile.nothing') : props.theirs}
      </Text>
      <Group gap="xs">
        <Button size="compact-sm" variant="default" onClick={props.onMine}>
          {t('meanwhile.mine')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={props.onTheirs}>
          {t('meanwhile.theirs')}
        </Button>
      </Group>
    </Stack>
  );
}
