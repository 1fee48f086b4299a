import type { NeighbourhoodHit, PartyHit } from '#shared/contract/search.ts';
import type { SearchQuery } from '#shared/domain/search/search-query.ts';
import { foldText, type NameReading } from '#shared/domain/territory/street-name.ts';

import type { ReadHandle } from '../../store/handles.ts';
import { findParties, findSimilarParties } from '../../store/repositories/search-repository.ts';
import { areaNames } from '../../store/repositories/territory-repository.ts';
import type { Store } from '../../store/store.ts';
import {
  keepPerTerritory,
  nameCost,
  type NameKey,
  prepareKey,
  prepareQuery,
} from '../territory/index.ts';

/** How many names that share letters with what was typed are compared with it. */
const CANDIDATES = 200;
/** Shorter texts fit too many names once spelling is forgiven. */
const SHORTEST_SIMILAR = 4;

/**
 * Persons and organisations by name or way to be reached: those that hold every word first, then those
 * whose name is nearly what was typed.
 */
export async function searchParties(
  read: ReadHandle,
  query: SearchQuery,
  limit: number,
): Promise<PartyHit[]> {
  const words = query.flatMap((term) => term.words);
  const keysOf = ({ name }: PartyHit) => [nameKey(name)];
  const holding = await findParties(read, query, CANDIDATES);
  const named = bestNames(words, holding, keysOf, limit);
  // What is left was found by a telephone number or an address.
  const exact = [...new Set([...named, ...holding])].slice(0, limit);
  if (exact.length >= limit || words.join('').length < SHORTEST_SIMILAR) return exact;
  const known = new Set(exact.map(({ id }) => id));
  const candidates = (await findSimilarParties(read, words, CANDIDATES)).filter(
    ({ id }) => !known.has(id),
  );
  return [...exact, ...bestNames(words, candidates, keysOf, limit - exact.length)];
}

/** The neighbourhoods of today, ready to be compared with what is typed. */
const currentNeighbourhoods = keepPerTerritory(async ({ read }, today) => {
  const rows = await areaNames(read, ['neighbourhood'], today).execute();
  return rows.map((row) => ({
    hit: { id: row.id, nameNl: row.name_nl, nameFr: row.name_fr },
    keys: [row.name_nl, row.name_fr].filter((name) => name !== '').map(nameKey),
  }));
});

/** Neighbourhoods of today by their name in Dutch or French, best first. */
export async function searchNeighbourhoods(
  store: Store,
  query: SearchQuery,
  limit: number,
): Promise<NeighbourhoodHit[]> {
  const words = query.flatMap((term) => term.words);
  const all = await currentNeighbourhoods(store);
  return bestNames(words, all, ({ keys }) => keys, limit).map(({ hit }) => hit);
}

function bestNames<Named>(
  words: NameReading,
  candidates: readonly Named[],
  keysOf: (candidate: Named) => readonly NameKey[],
  limit: number,
): Named[] {
  const query = prepareQuery(words);
  return candidates
    .flatMap((candidate) => {
      const costs = keysOf(candidate).flatMap((key) => nameCost(query, key) ?? []);
      return costs.length === 0 ? [] : [{ candidate, cost: Math.min(...costs) }];
    })
    .sort((one, other) => one.cost - other.cost)
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

function nameKey(name: string): NameKey {
  return prepareKey(foldText(name).split(' '));
}
