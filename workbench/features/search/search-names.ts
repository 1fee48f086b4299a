import type { FoundNames, NeighbourhoodHit, PartyHit } from '#shared/contract/search.ts';
import { LONGEST_PARTY_NAME } from '#shared/domain/parties/party.ts';
import { isEmptyQuery, readQuery, type SearchQuery } from '#shared/domain/search/search-query.ts';
import { foldText, type NameReading } from '#shared/domain/territory/street-name.ts';

import type { OpenFile } from '../../context.ts';
import { countUnindexed } from '../../store/repositories/search-catch-up.ts';
import { findPartiesByReach } from '../../store/repositories/search-repository.ts';
import { areaNames } from '../../store/repositories/territory-repository.ts';
import type { Store } from '../../store/store.ts';
import { suggestParties } from '../parties/index.ts';
import {
  keepPerTerritory,
  nameCost,
  type NameKey,
  prepareKey,
  prepareQuery,
  searchAddress,
} from '../territory/index.ts';

/**
 * Names that fit what was typed, best first, some of each kind.
 *
 * @param input.limit the most of each kind, 1 to 200
 */
export async function searchNames(
  file: OpenFile,
  { text, limit }: { readonly text: string; readonly limit: number },
): Promise<FoundNames> {
  const unindexed = await countUnindexed(file.store.read);
  const query = readQuery(text);
  if (isEmptyQuery(query)) return { ...NO_NAMES, unindexed };
  // One more than asked tells whether there are more.
  const most = limit + 1;
  const parties = await searchParties(file, { text, query, limit: most });
  const places = await searchAddress(file, { text, limit: most });
  const neighbourhoods = await searchNeighbourhoods(file.store, query, most);
  return {
    parties: parties.slice(0, limit),
    moreParties: parties.length > limit,
    places: places.slice(0, limit),
    morePlaces: places.length > limit,
    neighbourhoods: neighbourhoods.slice(0, limit),
    moreNeighbourhoods: neighbourhoods.length > limit,
    unindexed,
  };
}

const NO_NAMES = {
  parties: [],
  moreParties: false,
  places: [],
  morePlaces: false,
  neighbourhoods: [],
  moreNeighbourhoods: false,
};

/**
 * Persons and organisations whose name fits, best first, then those who are reached by what was typed:
 * a telephone number, an address. A merged one shows as the one it was merged into when its name fits.
 */
async function searchParties(
  file: OpenFile,
  {
    text,
    query,
    limit,
  }: { readonly text: string; readonly query: SearchQuery; readonly limit: number },
): Promise<PartyHit[]> {
  const named = await suggestParties(file, { text: text.slice(0, LONGEST_PARTY_NAME), limit });
  const reached = await findPartiesByReach(file.store.read, query, limit);
  const hits = [...named, ...reached].map(({ id, kind, name, reach, role }) => ({
    id,
    kind,
    name,
    reach,
    role,
  }));
  return [...new Map(hits.map((hit) => [hit.id, hit])).values()].slice(0, limit);
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
async function searchNeighbourhoods(
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
