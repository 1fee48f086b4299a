import { Kbd, Loader, Modal, TextInput, VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useErrorText } from '../../client/error-text.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { looksLikeViewLink } from '../views/index.ts';
import type { Command } from './commands.ts';
import { Marked } from './marked.tsx';
import { usePalette } from './palette-provider.tsx';
import { useSearch } from './queries.ts';
import classes from './search.module.css';
import { Unindexed } from './unindexed.tsx';
import { type EntryGroup, useEntries } from './use-entries.tsx';

/** Long enough to spare a question between two letters, too short to be felt. */
const PAUSE_MS = 60;
/** How many of each kind fit on the screen beside each other. */
const MOST_OF_A_KIND = 4;

/** The command palette: one field that finds everything and does everything, over whatever page is open. */
export function Palette(props: { readonly commands: readonly Command[] }) {
  const { t } = useTranslation('search');
  const palette = usePalette();
  return (
    <Modal
      opened={palette.opened}
      onClose={palette.close}
      withCloseButton={false}
      padding={0}
      size={680}
      yOffset="8vh"
      // At once: what is typed right after the shortcut must find the field.
      transitionProps={{ duration: 0 }}
      returnFocus={false}
      attributes={{ content: { 'aria-label': t('label') } }}
    >
      <PaletteBody commands={props.commands} onDone={palette.close} />
    </Modal>
  );
}

function PaletteBody(props: {
  readonly commands: readonly Command[];
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('search');
  const errorText = useErrorText();
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  // By its name: answers that arrive meanwhile put lines before it, and Enter means the one that was chosen.
  const [chosen, setChosen] = useState<string>();
  const [pausedAt] = useDebouncedValue(typed, PAUSE_MS);
  const isLink = looksLikeViewLink(typed);
  const asked = isLink || typed.trim() === '' ? '' : pausedAt;
  const answer = useSearch(asked, MOST_OF_A_KIND);
  const settled = isLink || (pausedAt === typed && !answer.isFetching);
  const groups = useEntries(typed, props.commands, asked === '' ? undefined : answer.data);
  const entries = groups.flatMap((group) => group.entries);
  const current = Math.min(
    Math.max(
      0,
      entries.findIndex(({ id }) => id === chosen),
    ),
    entries.length - 1,
  );
  const optionId = (index: number): string => `${listId}-${index}`;

  // With its drawing, sooner than the dialog would: the next letter may be pressed by then. So what had
  // the focus is known here only, and gets it back.
  useLayoutEffect(() => {
    const before = document.activeElement;
    field.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current, typed]);

  const run = (index: number): void => {
    const entry = entries[index];
    if (!entry) return;
    props.onDone();
    entry.run();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const last = entries.length - 1;
    const target = {
      ArrowDown: current === last ? 0 : current + 1,
      ArrowUp: current <= 0 ? last : current - 1,
    }[event.key];
    if (target !== undefined) setChosen(entries[target]?.id);
    else if (event.key === 'Enter') {
      // What stands there while the answer is under way was found by another text.
      const certain = settled || entries[current]?.isFound === false;
      run(certain ? current : entries.findIndex(({ id }) => id === 'all'));
    } else return;
    event.preventDefault();
  };

  return (
    <>
      <TextInput
        ref={field}
        data-autofocus
        size="md"
        classNames={{ input: classes.field ?? '' }}
        leftSection={<IconSearch size={18} aria-hidden />}
        rightSection={settled ? null : <Loader size={16} aria-hidden />}
        aria-label={t('placeholder')}
        placeholder={t('placeholder')}
        role="combobox"
        aria-expanded={entries.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={current >= 0 ? optionId(current) : undefined}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setChosen(undefined);
        }}
        onKeyDown={onKey}
      />
      {answer.isError && !isLink && <FailureNotice text={errorText(answer.error)} />}
      <div
        ref={list}
        id={listId}
        role="listbox"
        aria-label={t('label')}
        className={classes.entries}
        hidden={entries.length === 0}
      >
        <Groups groups={groups} typed={typed} current={current} optionId={optionId} onRun={run} />
      </div>
      {isLink && entries.length === 0 && (
        <p className={classes.nothing} role="alert">
          {t('badLink')}
        </p>
      )}
      <Unindexed count={answer.data?.unindexed} />
      <VisuallyHidden role="status">
        {settled && typed !== '' ? t('entries', { count: entries.length }) : ''}
      </VisuallyHidden>
      <p className={classes.hints} aria-hidden>
        <Kbd size="xs">↑</Kbd> <Kbd size="xs">↓</Kbd> {t('hintMove')} <Kbd size="xs">Enter</Kbd>{' '}
        {t('hintOpen')} <span className={classes.quotes}>{t('hintQuotes')}</span>
      </p>
    </>
  );
}

function Groups(props: {
  readonly groups: readonly EntryGroup[];
  readonly typed: string;
  readonly current: number;
  readonly optionId: (index: number) => string;
  readonly onRun: (index: number) => void;
}) {
  let index = -1;
  return props.groups.map((group) => (
    <div key={group.id} role="group" aria-label={group.label} className={classes.group}>
      <div className={classes.groupName} aria-hidden>
        {group.label}
      </div>
      {group.entries.map((entry) => {
        index += 1;
        const own = index;
        return (
          <div
            key={entry.id}
            id={props.optionId(own)}
            role="option"
            aria-selected={own === props.current}
            className={classes.entry}
            onMouseDown={(event) => {
              // The field keeps the focus.
              event.preventDefault();
            }}
            onClick={() => {
              props.onRun(own);
            }}
          >
            <span className={classes.icon} aria-hidden>
              {entry.icon}
            </span>
            <span className={classes.words}>
              <span className={classes.label}>
                {entry.isFound ? <Marked text={entry.label} typed={props.typed} /> : entry.label}
              </span>
              {entry.detail !== undefined && entry.detail !== '' && (
                <span className={classes.detail}>
                  {entry.isFound ? (
                    <Marked text={entry.detail} typed={props.typed} />
                  ) : (
                    entry.detail
                  )}
                </span>
              )}
            </span>
            {entry.keys !== undefined && <Kbd size="xs">{entry.keys}</Kbd>}
          </div>
        );
      })}
    </div>
  ));
}
