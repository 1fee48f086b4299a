import type { ReactNode } from 'react';

import { wordsIn } from '#shared/domain/search/search-query.ts';

/** Something that can be done, or a page that can be gone to, by its name. */
export interface Command {
  readonly id: string;
  readonly group: 'actions' | 'pages' | 'settings';
  readonly label: string;
  /** Other words by which it is found. */
  readonly keywords?: string;
  readonly icon: ReactNode;
  /** The shortcut that does the same. */
  readonly keys?: string;
  readonly run: () => void;
}

/** The commands of which every typed word begins a word, in the order they have. */
export function matchingCommands<Named extends Pick<Command, 'label' | 'keywords'>>(
  commands: readonly Named[],
  typed: string,
): readonly Named[] {
  const wanted = wordsIn(typed);
  if (wanted.length === 0) return commands;
  return commands.filter(({ label, keywords = '' }) => {
    const words = wordsIn(`${label} ${keywords}`);
    return wanted.every(({ word }) => words.some((known) => known.word.startsWith(word)));
  });
}
