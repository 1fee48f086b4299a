import type { PartySuggestion } from '#shared/contract/parties.ts';
import {
  gramsOf,
  type NameWord,
  wordsOfName,
  writingsOf,
} from '#shared/domain/parties/party-name.ts';
import { fitOf, FITS, SIMILAR, similarityOf } from '#shared/domain/parties/similarity.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import { partiesShownFor, partiesUnder } from '../../store/repositories/party-merge-repository.ts';
import { findParties, findParty } from '../../store/repositories/party-repository.ts';
import {
  gramCounts,
  partiesWithAll,
  partiesWithAny,
  type PartyCandidate,
} from '../../store/repositories/party-search-repository.ts';
import type { Store } from '../../store/store.ts';

/** Names that begin as typed and are weighed; of more, those added last. */
const MOST_BEGINNING = 150;
/** Names that share rare letters with what was typed, of which those that share most are weighed. */
const MOST_ALIKE = 600;
const MOST_WEIGHED = 60;
/** Groups of letters are looked up from the rarest on, until they lead to about this many names. */
const ENOUGH_NAMES = 1_000;
/** More groups than these narrow no further, and common ones are long to read. */
const MOST_GRAMS = 5;
const MOST_SIMILAR = 8;

/**
 * Parties whose name fits what is being typed, the best first. Those with all the letters typed come out
 * of the index at once; only when they are few, names that share the rarest letters are weighed as well.
 */
export async function suggestParties(
  { store }: OpenFile,
  { text, limit }: { readonly text: string; readonly limit: number },
): Promise<PartySuggestion[]> {
  const words = wordsOfName(text);
  if (words.length === 0) return [];
  const isLastWhole = /[^\p{Letter}\p{Number}\p{Mark}]$/u.test(text);
  const typed = words.flatMap(({ full }, index) =>
    // One letter alone is an initial, whatever follows it.
    gramsOf(full, full.length > 1 && (isLastWhole || index < words.length - 1)),
  );
  const beginning = await partiesBeginning(store, distinct(typed));
  const alike = beginning.length < limit ? await partiesAlike(store, words) : [];
  return shown(store, [...beginning, ...alike], limit, (name) => fitOf(words, name), FITS);
}

/** Parties with a name like this one's, which may be the same. Throws NOT_FOUND. */
export async function similarParties(
  { store }: OpenFile,
  { id }: { readonly id: Id },
): Promise<PartySuggestion[]> {
  const party = await findParty(store.read, id);
  if (!party) throw new WorkbenchError('NOT_FOUND', { what: 'party' });
  const own = new Set(await partiesUnder(store.read, id));
  const words = wordsOfName(party.name);
  const alike = (await partiesAlike(store, words)).filter((other) => !own.has(other.id));
  const likeness = (name: readonly NameWord[]): number => similarityOf(words, name);
  const found = await shown(store, alike, MOST_SIMILAR + 1, likeness, SIMILAR);
  return found
    .filter((other) => other.kind === party.kind && other.id !== id)
    .slice(0, MOST_SIMILAR);
}

/** Names that hold all these groups of letters: looked up by the rarest, and compared by the others. */
async function partiesBeginning(
  store: Store,
  grams: readonly string[],
): Promise<readonly PartyCandidate[]> {
  const { rarest } = await byRarity(store, grams);
  if (rarest.length < grams.length) return [];
  const chosen = rarest.slice(0, MOST_GRAMS);
  const found = await partiesWithAll(store.read, chosen, MOST_BEGINNING).execute();
  return found.filter(({ key }) => grams.every((gram) => key.includes(gram)));
}

/** Those of these groups of letters that occur in a name, the rarest first. */
async function byRarity(store: Store, grams: readonly string[]) {
  const counts = await countsOf(store, grams);
  const rarest = grams
    .filter((gram) => (counts.get(gram) ?? 0) > 0)
    .sort((one, other) => (counts.get(one) ?? 0) - (counts.get(other) ?? 0));
  return { rarest, counts };
}

/** The names that have most letters in common with these words, among those that share their rarest ones. */
async function partiesAlike(
  store: Store,
  words: readonly NameWord[],
): Promise<readonly PartyCandidate[]> {
  const grams = distinct(writingsOf(words).flatMap((word) => gramsOf(word, true)));
  const { rarest, counts } = await byRarity(store, grams);
  const chosen: string[] = [];
  let names = 0;
  for (const gram of rarest) {
    const count = counts.get(gram) ?? 0;
    if (chosen.length >= 2 && names + count > ENOUGH_NAMES) break;
    chosen.push(gram);
    names += count;
  }
  if (chosen.length === 0) return [];
  const found = await partiesWithAny(store.read, chosen, MOST_ALIKE).execute();
  return found
    .map((candidate) => ({
      ...candidate,
      shared: grams.reduce((count, gram) => count + (candidate.key.includes(gram) ? 1 : 0), 0),
    }))
    .sort((one, other) => other.shared - one.shared || one.key.length - other.key.length)
    .slice(0, MOST_WEIGHED);
}

/**
 * How common groups of letters are, kept while the file is open: they only choose where to look, so that
 * a count of some minutes ago does as well. One that was not there is asked again.
 */
const known = new WeakMap<Store, Map<string, number>>();

async function countsOf(
  store: Store,
  grams: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const counts = known.get(store) ?? new Map<string, number>();
  known.set(store, counts);
  const missing = grams.filter((gram) => !counts.has(gram));
  for (const [gram, count] of await gramCounts(store.read, missing)) counts.set(gram, count);
  return counts;
}

/** The best of some candidates, each as the party it stands under. */
async function shown(
  store: Store,
  candidates: readonly PartyCandidate[],
  limit: number,
  weigh: (name: readonly NameWord[]) => number,
  least: number,
): Promise<PartySuggestion[]> {
  const named = await findParties(store.read, distinct(candidates.map(({ id }) => id)));
  const weighed = named
    .map(({ id, name }) => ({ id, name, weight: weigh(wordsOfName(name)) }))
    .filter(({ weight }) => weight >= least)
    .sort(
      (one, other) =>
        other.weight - one.weight ||
        one.name.length - other.name.length ||
        (one.name < other.name ? -1 : 1),
    )
    .slice(0, 2 * limit);
  const standing = await partiesShownFor(
    store.read,
    weighed.map(({ id }) => id),
  );
  const parties = new Map(
    (await findParties(store.read, distinct([...standing.values()]))).map((one) => [one.id, one]),
  );
  const suggestions = new Map<Id, PartySuggestion>();
  for (const { id, name } of weighed) {
    const party = parties.get(standing.get(id) ?? id);
    if (!party || suggestions.has(party.id)) continue;
    const { version, ...fields } = party;
    void version;
    suggestions.set(party.id, { ...fields, foundAs: party.id === id ? null : name });
  }
  return [...suggestions.values()].slice(0, limit);
}

function distinct<Value>(values: readonly Value[]): readonly Value[] {
  return [...new Set(values)];
}
