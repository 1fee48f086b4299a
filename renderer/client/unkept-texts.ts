import { useSyncExternalStore } from 'react';

import type { Id } from '#shared/lib/ids.ts';

/** A form that could not be stored yet; it lives in the memory of this window only. */
export interface UnkeptText {
  /** The officer who typed it: nobody else may see it. */
  readonly officerId: Id;
  /** The id of the draft it will be. */
  readonly id: Id;
  readonly form: Readonly<Record<string, string | null>>;
  /** Whether a form on the page still shows it and stores it by itself. */
  readonly isOpen: boolean;
}

export interface UnkeptTexts {
  /** Holds the text, in place of what was held under its id. */
  hold(text: UnkeptText): void;
  /** It is stored or thrown away. `form` given: only when nothing newer is held. */
  release(id: Id, form?: UnkeptText['form']): void;
  of(officerId: Id): readonly UnkeptText[];
  find(officerId: Id, id: Id): UnkeptText | undefined;
  isEmpty(): boolean;
  /** Calls back on every change; returns how to stop that. */
  onChange(listener: () => void): () => void;
}

/** What was typed and is nowhere but in this window, while the workbench is away. */
export function makeUnkeptTexts(): UnkeptTexts {
  const texts = new Map<Id, UnkeptText>();
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of [...listeners]) listener();
  };
  return {
    hold: (text) => {
      texts.set(text.id, text);
      tell();
    },
    release: (id, form) => {
      if (form !== undefined && texts.get(id)?.form !== form) return;
      if (texts.delete(id)) tell();
    },
    of: (officerId) => [...texts.values()].filter((text) => text.officerId === officerId),
    find: (officerId, id) => {
      const text = texts.get(id);
      return text?.officerId === officerId ? text : undefined;
    },
    isEmpty: () => texts.size === 0,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Of this window: it outlives the officer's session, so that unlocking brings the text back. */
export const unkeptTexts = makeUnkeptTexts();

/** Whether something typed is nowhere but in this window. */
export function useIsSomethingUnkept(): boolean {
  return !useSyncExternalStore(unkeptTexts.onChange, unkeptTexts.isEmpty);
}
