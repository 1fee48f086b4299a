import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  ariaShortcut,
  type Bound,
  isSingleKey,
  keysOf,
  makeListener,
  SHORTCUTS,
  shortcutText,
  strokeOf,
} from './shortcuts.ts';

const bound = (...strokes: string[]): Bound => ({ strokes, run: () => undefined });
const newContact = bound('c');
const goContacts = bound('g', 'c');
const lock = bound('Control+l');
const all = [newContact, goContacts, lock];

describe('shortcuts', () => {
  it('are written as a key event writes them, each once on every page', () => {
    const frame = SHORTCUTS.filter(({ scope }) => scope === 'frame').map(({ strokes }) =>
      strokes.join(' '),
    );
    expect(new Set(frame).size).toBe(frame.length);
    // `g` begins the ways to pages.
    expect(frame).not.toContain('g');
  });

  it('are heard alone and in a row', () => {
    const listen = makeListener();
    expect(listen(all, 'c', 0)).toBe(newContact);
    expect(listen(all, 'g', 10)).toBe('begun');
    expect(listen(all, 'c', 20)).toBe(goContacts);
    expect(listen(all, 'c', 30)).toBe(newContact);
    expect(listen(all, 'x', 40)).toBe('nothing');
  });

  it('forget a row that takes too long or leads nowhere', () => {
    const listen = makeListener();
    listen(all, 'g', 0);
    expect(listen(all, 'c', 5_000)).toBe(newContact);
    listen(all, 'g', 6_000);
    expect(listen(all, 'x', 6_010)).toBe('nothing');
    listen(all, 'g', 7_000);
    expect(listen(all, 'Control+l', 7_010)).toBe(lock);
  });

  it('are heard exactly when the last strokes are theirs', () => {
    const strokes = fc.array(fc.constantFrom('c', 'g', 'x', 'Control+l'), { maxLength: 30 });
    fc.assert(
      fc.property(strokes, (typed) => {
        const listen = makeListener();
        let row = 0;
        for (const [at, stroke] of typed.entries()) {
          const heard = listen(all, stroke, at);
          if (heard === 'begun') row += 1;
          else if (heard !== 'nothing') {
            const last = typed.slice(at + 1 - heard.strokes.length, at + 1);
            expect(last).toEqual(heard.strokes);
            row = 0;
          } else {
            expect(['x']).toContain(stroke);
            row = 0;
          }
        }
        expect(row).toBeLessThanOrEqual(typed.length);
      }),
    );
  });

  it('read keys with Ctrl or Cmd, whatever Shift does', () => {
    const none = { ctrlKey: false, metaKey: false, altKey: false };
    expect(strokeOf({ ...none, key: '?' })).toBe('?');
    expect(strokeOf({ ...none, key: 'L', ctrlKey: true })).toBe('Control+l');
    expect(strokeOf({ ...none, key: 'k', metaKey: true })).toBe('Control+k');
    expect(strokeOf({ ...none, key: 'c', altKey: true })).toBe('Alt+c');
    expect(strokeOf({ ...none, key: 'Enter', ctrlKey: true })).toBe('Control+Enter');
    expect(isSingleKey('c')).toBe(true);
    expect(isSingleKey('Control+l')).toBe(false);
    expect(isSingleKey('Escape')).toBe(false);
  });

  it('are told to people and to their tools', () => {
    expect(keysOf('Control+Enter')).toEqual(['Ctrl', 'Enter']);
    expect(keysOf('+')).toEqual(['+']);
    expect(shortcutText('lock')).toBe('Ctrl+L');
    expect(ariaShortcut('lock')).toBe('Control+l');
  });
});
