import type { DossierFilter, DossierLine } from '#shared/contract/dossier-list.ts';
import { dossierSchema, type DossierState, OPEN_STATES } from '#shared/domain/actions/dossier.ts';
import { wordsIn } from '#shared/domain/search/search-query.ts';
import { addDays, dayOf } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { caseworkNamed } from '../../store/repositories/casework-repository.ts';
import { allCodes } from '../../store/repositories/code-repository.ts';
import {
  type DossierSearch,
  type DossierWord,
  matchingDossiers,
} from '../../store/repositories/dossier-search.ts';
import { neighbourhoodVersions } from '../../store/repositories/place-versions.ts';
import { allStreets, everyNeighbourhood } from '../../store/repositories/territory-repository.ts';
import { keepPerTerritory } from '../territory/index.ts';
import { rowsOf } from './change-row.ts';
import { linesOf } from './dossier-lines.ts';

/** More words than this narrow nothing that a person can see. */
const MOST_WORDS = 12;

/** Dossiers that match, the newest first, page by page, and how many they are. */
export async function findDossiers(
  file: OpenFile,
  input: { readonly filter: DossierFilter; readonly cursor: Id | null; readonly limit: number },
): Promise<{ rows: DossierLine[]; nextCursor: Id | null; total: number }> {
  const { read } = file.store;
  const { filter, cursor, limit } = input;
  const { neighbourhoodId } = filter;
  const today = dayOf(file.store.clock.now());
  const search: DossierSearch = {
    states: statesOf(filter),
    reviewBefore: filter.state === 'to-review' ? today : null,
    partsDueUpTo: filter.state === 'deal-late' ? addDays(today, -1) : null,
    neighbourhoods:
      neighbourhoodId === undefined ? null : await neighbourhoodVersions(read, neighbourhoodId),
    words: await wordsOf(file, filter.text ?? ''),
  };
  const ids = (await matchingDossiers(read, search).execute()).map(idOf);
  const left = cursor === null ? ids : ids.filter((id) => id < cursor);
  const page = left.slice(0, limit);
  const found = rowsOf(dossierSchema, await caseworkNamed(read, 'dossier', page));
  return {
    rows: await linesOf(read, found.sort(newestFirst)),
    nextCursor: left.length > page.length ? (page.at(-1) ?? null) : null,
    total: ids.length,
  };
}

function statesOf({ state }: DossierFilter): readonly DossierState[] {
  if (state === undefined || state === 'deal-late') return [];
  return state === 'open' || state === 'to-review' ? OPEN_STATES : [state];
}

async function wordsOf({ store }: OpenFile, text: string): Promise<readonly DossierWord[]> {
  const words = [...new Set(wordsIn(text).map(({ word }) => word))].slice(0, MOST_WORDS);
  if (words.length === 0) return [];
  const { streets, neighbourhoods } = await placesByName(store);
  const problems = (await allCodes(store.read))
    .filter(({ list }) => list === 'problem')
    .map((one) => ({ id: one.code, words: foldedWords(one.nameNl, one.nameFr, one.nameEn) }));
  return words.map((word) => ({
    word,
    problems: idsWith(word, problems),
    streets: idsWith(word, streets),
    neighbourhoods: idsWith(word, neighbourhoods),
  }));
}

/** Something with a name, under the words of its name in every language. */
interface Named {
  readonly id: string;
  readonly words: readonly string[];
}

/** Streets and neighbourhoods in all their versions: a dossier keeps the row that it was opened with. */
const placesByName = keepPerTerritory(async ({ read }) => {
  const named = ({
    id,
    name_nl,
    name_fr,
  }: {
    id: Id;
    name_nl: string;
    name_fr: string;
  }): Named => ({
    id,
    words: foldedWords(name_nl, name_fr),
  });
  return {
    streets: (await allStreets(read).execute()).map(named),
    neighbourhoods: (await everyNeighbourhood(read).execute()).map(named),
  };
});

function foldedWords(...names: readonly string[]): readonly string[] {
  return names.flatMap((name) => wordsIn(name).map(({ word }) => word));
}

function idsWith(beginning: string, all: readonly Named[]): readonly string[] {
  return all.filter(({ words }) => words.some((word) => word.startsWith(beginning))).map(idOf);
}

function idOf({ id }: { readonly id: Id }): Id {
  return id;
}

function newestFirst(one: { readonly id: Id }, other: { readonly id: Id }): number {
  return one.id < other.id ? 1 : -1;
}
