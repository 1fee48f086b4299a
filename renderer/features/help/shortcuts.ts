/**
 * Every keyboard shortcut, once: the sheet, the tooltips and the handlers all come from here.
 *
 * A stroke is written as `strokeOf` writes it: the key by its name, after `Control+` where that is held.
 */
export const SHORTCUTS = [
  { id: 'newContact', group: 'everywhere', scope: 'frame', strokes: ['c'] },
  { id: 'search', group: 'everywhere', scope: 'frame', strokes: ['/'] },
  { id: 'palette', group: 'everywhere', scope: 'frame', strokes: ['Control+k'] },
  { id: 'lock', group: 'everywhere', scope: 'frame', strokes: ['Control+l'] },
  { id: 'undo', group: 'everywhere', scope: 'frame', strokes: ['Control+z'] },
  { id: 'help', group: 'everywhere', scope: 'frame', strokes: ['?'] },
  { id: 'nextRow', group: 'list', scope: 'frame', strokes: ['j'] },
  { id: 'previousRow', group: 'list', scope: 'frame', strokes: ['k'] },
  { id: 'rowBelow', group: 'list', scope: 'place', strokes: ['ArrowDown'] },
  { id: 'rowAbove', group: 'list', scope: 'place', strokes: ['ArrowUp'] },
  { id: 'open', group: 'list', scope: 'place', strokes: ['Enter'] },
  { id: 'backToList', group: 'list', scope: 'place', strokes: ['Escape'] },
  { id: 'save', group: 'form', scope: 'place', strokes: ['Control+Enter'] },
  { id: 'close', group: 'form', scope: 'place', strokes: ['Escape'] },
  { id: 'firstLetter', group: 'form', scope: 'place', strokes: ['a–z'] },
  { id: 'mapMove', group: 'map', scope: 'place', strokes: ['↑ ↓ ← →'] },
  { id: 'mapIn', group: 'map', scope: 'place', strokes: ['+'] },
  { id: 'mapOut', group: 'map', scope: 'place', strokes: ['-'] },
  { id: 'mapWhole', group: 'map', scope: 'place', strokes: ['Home'] },
  { id: 'mapNext', group: 'map', scope: 'place', strokes: ['PageDown'] },
  { id: 'mapPrevious', group: 'map', scope: 'place', strokes: ['PageUp'] },
  { id: 'mapOpen', group: 'map', scope: 'place', strokes: ['Enter'] },
] as const;

type Known = (typeof SHORTCUTS)[number];
export type ShortcutId = Known['id'];
/** Those the frame answers to on every page; the others are answered where they apply. */
export type FrameShortcutId = Extract<Known, { readonly scope: 'frame' }>['id'];

/** A page of the menu, reached by `g` and then its own letter. */
export interface PageShortcut {
  readonly to: string;
  readonly label: string;
  readonly strokes: readonly string[];
}

export function pageStrokes(key: string): readonly string[] {
  return ['g', key];
}

/** Something done by one stroke, or by several in a row. */
export interface Bound {
  readonly strokes: readonly string[];
  readonly run: () => void;
}

/** The next stroke of a row must follow within this time, milliseconds. */
const SEQUENCE_MS = 1_200;

/** What one key did: nothing, the beginning of a row, or all of a shortcut. */
export type Heard = 'nothing' | 'begun' | Bound;

/** Listens to strokes one by one and tells when they make a shortcut. */
export function makeListener(): (bound: readonly Bound[], stroke: string, at: number) => Heard {
  let row: readonly string[] = [];
  let last = -Infinity;
  return (bound, stroke, at) => {
    const before = at - last < SEQUENCE_MS ? row : [];
    row = [];
    // A row that leads nowhere is forgotten, and the stroke counts by itself.
    for (const strokes of before.length > 0 ? [[...before, stroke], [stroke]] : [[stroke]]) {
      const begun = bound.filter((one) => strokes.every((each, at) => one.strokes[at] === each));
      const complete = begun.find((one) => one.strokes.length === strokes.length);
      if (complete) return complete;
      if (begun.length > 0) {
        row = strokes;
        last = at;
        return 'begun';
      }
    }
    return 'nothing';
  };
}

/** The stroke that a key event is; Shift shows in the sign itself. */
export function strokeOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>,
): string {
  const command = event.ctrlKey || event.metaKey;
  const key = command && event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return `${command ? 'Control+' : ''}${event.altKey ? 'Alt+' : ''}${key}`;
}

/**
 * Whether it is a sign by itself, which people who speak to their computer must be able to switch off
 * (WCAG 2.1.4), and which is silent while typing.
 */
export function isSingleKey(stroke: string): boolean {
  return stroke.length === 1;
}

const NAMES: Readonly<Record<string, string>> = {
  Control: 'Ctrl',
  Escape: 'Esc',
  ArrowDown: '↓',
  ArrowUp: '↑',
  PageDown: 'PgDn',
  PageUp: 'PgUp',
};

/** The keys of a stroke as they are shown: `Ctrl`, `L`. */
export function keysOf(stroke: string): readonly string[] {
  const parts = stroke === '+' ? [stroke] : stroke.split('+');
  return parts.map(
    (part) => NAMES[part] ?? (parts.length > 1 && part.length === 1 ? part.toUpperCase() : part),
  );
}

/** A shortcut as a tooltip says it: `Ctrl+L`. */
export function shortcutText(id: ShortcutId): string {
  return strokesOf(id)
    .map((stroke) => keysOf(stroke).join('+'))
    .join(' ');
}

/** A shortcut as `aria-keyshortcuts` wants it. */
export function ariaShortcut(id: ShortcutId): string {
  return strokesOf(id).join(' ');
}

function strokesOf(id: ShortcutId): readonly string[] {
  return SHORTCUTS.find((shortcut) => shortcut.id === id)?.strokes ?? [];
}
