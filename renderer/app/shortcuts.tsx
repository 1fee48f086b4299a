import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

import { takeBackLast } from '../client/undo-notice.tsx';
import { useQuickLog } from '../features/contacts/index.ts';
import {
  ariaShortcut,
  type Bound,
  type FrameShortcutId,
  isSingleKey,
  makeListener,
  pageStrokes,
  SHORTCUTS,
  strokeOf,
  useHelp,
} from '../features/help/index.ts';
import { usePalette } from '../features/search/index.ts';
import { useDestinations } from './navigation.ts';
import { moveRow } from './rows.ts';
import { useLockNow } from './top-bar.tsx';

/**
 * Answers to the shortcuts of the whole frame, out of the register that the sheet shows. Single signs
 * are silent while typing or while a dialog is open, and can be switched off (WCAG 2.1.4).
 */
export function Shortcuts() {
  const navigate = useNavigate();
  const quickLog = useQuickLog();
  const help = useHelp();
  const palette = usePalette();
  const lock = useLockNow();
  const listen = useRef(makeListener());
  const destinations = useDestinations();

  useEffect(() => {
    const handlers: Readonly<Record<FrameShortcutId, () => void>> = {
      newContact: () => {
        quickLog.open();
      },
      search: palette.open,
      palette: palette.open,
      lock,
      help: help.open,
      nextRow: () => {
        moveRow(1);
      },
      previousRow: () => {
        moveRow(-1);
      },
      undo: takeBackLast,
    };
    const bound: readonly Bound[] = [
      ...SHORTCUTS.flatMap((shortcut) =>
        shortcut.scope === 'frame'
          ? [{ strokes: shortcut.strokes, run: handlers[shortcut.id] }]
          : [],
      ),
      ...destinations.map(({ to, key }) => ({
        strokes: pageStrokes(key),
        run: () => {
          void navigate({ to });
        },
      })),
    ];
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const stroke = strokeOf(event);
      if (isSingleKey(stroke) && (!help.singleKeys || isTaken(event))) return;
      // In a field the key takes back what was typed there.
      if (stroke === ariaShortcut('undo') && isTaken(event)) return;
      const heard = listen.current(bound, stroke, event.timeStamp);
      if (heard === 'nothing') return;
      event.preventDefault();
      if (heard !== 'begun') heard.run();
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, [destinations, help, lock, navigate, palette, quickLog]);
  useEffect(() => {
    window.addEventListener('keydown', saveByKey, { capture: true });
    return () => {
      window.removeEventListener('keydown', saveByKey, { capture: true });
    };
  }, []);
  return null;
}

/**
 * Saves the form that has the focus, whichever it is. It is heard before any field hears it: a list of
 * suggestions would take the key for a choice.
 */
function saveByKey(event: KeyboardEvent): void {
  if (event.isComposing || event.repeat || strokeOf(event) !== ariaShortcut('save')) return;
  const form = event.target instanceof Element ? event.target.closest('form') : null;
  if (!form) return;
  event.preventDefault();
  event.stopPropagation();
  const button = form.querySelector<HTMLButtonElement>('button[type="submit"]');
  // What is being saved already is not saved twice.
  if (button?.disabled !== true && button?.dataset['loading'] === undefined) form.requestSubmit();
}

function isTaken(event: KeyboardEvent): boolean {
  const target = event.target;
  return (
    (target instanceof HTMLElement &&
      target.closest('input, textarea, select, [contenteditable], [role="radiogroup"]') !== null) ||
    document.querySelector('[role="dialog"]') !== null
  );
}
