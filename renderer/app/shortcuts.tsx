import { spotlight } from '@mantine/spotlight';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

import { useQuickLog } from '../features/contacts/index.ts';
import { useHelp } from '../features/help/index.ts';
import { DESTINATIONS } from './navigation.ts';
import { useLockNow } from './top-bar.tsx';

/** The second stroke of `g` + key must follow within this time. */
const SEQUENCE_MS = 1_200;

/**
 * Keys of the whole frame. Single letters are silent while typing or while a dialog is open, and can
 * be switched off (WCAG 2.1.4); Ctrl+L always locks.
 */
export function Shortcuts() {
  const navigate = useNavigate();
  const quickLog = useQuickLog();
  const help = useHelp();
  const lock = useLockNow();
  const goAt = useRef(-Infinity);

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      if (event.ctrlKey && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'l') {
        event.preventDefault();
        lock();
        return;
      }
      if (event.ctrlKey || event.altKey || event.metaKey || !help.singleKeys || isTaken(event)) {
        return;
      }
      const sequence = event.timeStamp - goAt.current < SEQUENCE_MS;
      goAt.current = -Infinity;
      const destination = DESTINATIONS.find(({ key }) => key === event.key);
      if (sequence && destination) void navigate({ to: destination.to });
      else if (event.key === 'g') goAt.current = event.timeStamp;
      else if (event.key === 'c') quickLog.open();
      else if (event.key === '/') spotlight.open();
      else if (event.key === '?') help.open();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, [help, lock, navigate, quickLog]);
  return null;
}

function isTaken(event: KeyboardEvent): boolean {
  const target = event.target;
  return (
    (target instanceof HTMLElement &&
      target.closest('input, textarea, select, [contenteditable], [role="radiogroup"]') !== null) ||
    document.querySelector('[role="dialog"]') !== null
  );
}
