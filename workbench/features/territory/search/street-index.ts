/**
 * All street names of today in memory, searched from one end to the other at every keystroke.
 *
 * Why not an inverted index of words, such as MiniSearch or FTS5: what people type does not fall apart
 * into the words of the name ("Antwerpse stwg", "sintjanstraat", "st. Jan str."), so names are compared
 * as glued letters, from the beginning of each of their words. A town has 1,200 names; a letter mask
 * throws out nearly all of them before any distance is worked out, and what is left costs well under a
 * millisecond (tests/bench/address-search.bench.ts). Nothing is missed, since nothing is approximated.
 */
import type { AddressReading } from '#shared/domain/territory/address-text.ts';
import { readAddress } from '#shared/domain/territory/address-text.ts';
import { foldText, readStreetName } from '#shared/domain/territory/street-name.ts';
import type { Id } from '#shared/lib/ids.ts';

import {
  exactCost,
  looseCost,
  type NameKey,
  prepareKey,
  prepareQuery,
  type Query,
} from './name-match.ts';

export interface IndexedStreet {
  readonly id: Id;
  /** Rows of this street in earlier versions of the territory: lines and addresses may still name them. */
  readonly versionIds: readonly Id[];
  readonly nameNl: string;
  readonly nameFr: string;
  readonly postcode: string;
  readonly subMunicipality: string;
  /** The place shown with it; empty when there is no need to tell it from another. */
  readonly placeShown: string;
  /** The names of its sub-municipality, in both languages. */
  readonly placeNames: readonly string[];
  /** The names of its municipality, which the sub-municipality at its heart often shares. */
  readonly municipalityNames: readonly string[];
}

/** A street that fits what was typed, and the reading of the text that fits it best. */
export interface StreetHit {
  readonly street: IndexedStreet;
  readonly reading: AddressReading;
}

export interface StreetIndex {
  readonly byId: ReadonlyMap<Id, IndexedStreet>;
  /**
   * The streets that fit, best first: exact, then the beginning of the name or of a later word, then
   * with typing errors. A place that was typed puts streets elsewhere behind, and of streets that fit
   * nearly as well those in `own` come first.
   */
  search(text: string, limit: number, own?: ReadonlySet<Id>): readonly StreetHit[];
}

interface Entry {
  readonly street: IndexedStreet;
  readonly keys: readonly NameKey[];
  /** Folded, without empty ones. */
  readonly places: readonly string[];
  readonly municipalities: readonly string[];
}

/** One way to read what was typed, ready to be compared. */
interface Asked {
  readonly reading: AddressReading;
  /** Folded. */
  readonly place: string;
  readonly queries: readonly Query[];
}

interface Candidate extends StreetHit {
  readonly cost: number;
  /** Letters of the name that were not typed. */
  readonly left: number;
  readonly exact: boolean;
}

/** What a street outside the typed place costs: more than any prefix, less than a typing error. */
const ELSEWHERE = 2;
/** What a street of one's own neighbourhood gains: less than what tells a whole name from its beginning. */
const OWN = 0.5;
const NO_STREETS: ReadonlySet<Id> = new Set();
/** What it costs when we do not know where the street lies. */
const WHERE_UNKNOWN = 0.5;

export function makeStreetIndex(streets: readonly IndexedStreet[]): StreetIndex {
  const entries: readonly Entry[] = streets.map((street) => ({
    street,
    keys: [street.nameNl, street.nameFr].flatMap((name) =>
      readStreetName(name).map((reading) => prepareKey(reading)),
    ),
    places: foldNames(street.placeNames),
    municipalities: foldNames(street.municipalityNames),
  }));
  const places = new Set(entries.flatMap((entry) => [...entry.places, ...entry.municipalities]));
  return {
    byId: new Map(
      streets.flatMap((street) => street.versionIds.map((id) => [id, street] as const)),
    ),
    search(text, limit, own = NO_STREETS) {
      const asked: readonly Asked[] = readAddress(text, places).map((reading) => ({
        reading,
        place: foldText(reading.place),
        queries: distinctQueries(reading.street),
      }));
      const candidates: Candidate[] = [];
      for (const entry of entries) {
        const best = bestOf(entry, asked, exactCost) ?? bestOf(entry, asked, looseCost);
        if (best !== undefined) candidates.push(best);
      }
      return candidates
        .map((candidate) =>
          own.has(candidate.street.id) ? { ...candidate, cost: candidate.cost - OWN } : candidate,
        )
        .sort((one, other) => compare(one, other) || byName(one, other))
        .slice(0, limit);
    },
  };
}

function bestOf(
  entry: Entry,
  asked: readonly Asked[],
  costOf: (query: Query, key: NameKey) => number | undefined,
): Candidate | undefined {
  const { street, keys } = entry;
  let best: Candidate | undefined;
  for (const { reading, place, queries } of asked) {
    const elsewhere = placeCost(entry, reading, place);
    for (const query of queries) {
      for (const key of keys) {
        const cost = costOf(query, key);
        if (cost === undefined) continue;
        const candidate = {
          street,
          reading,
          cost: cost + elsewhere,
          left: Math.abs(key.text.length - query.text.length),
          exact: reading.street === street.nameNl || reading.street === street.nameFr,
        };
        if (best === undefined || compare(candidate, best) < 0) best = candidate;
      }
    }
  }
  return best;
}

function distinctQueries(street: string): readonly Query[] {
  const queries = readStreetName(street).map((reading) => prepareQuery(reading));
  return [...new Map(queries.map((query) => [query.text, query])).values()];
}

/**
 * How little a street lies where the text says. A name says more than a postcode, and the name of a
 * sub-municipality more than that of its municipality, unless the postcode says otherwise: people write
 * "2812 Mechelen" for Muizen. Compared as it is typed: "Mui" is Muizen.
 */
function placeCost(entry: Entry, { postcode }: AddressReading, place: string): number {
  if (postcode === '' && place === '') return 0;
  const ownPostcode = entry.street.postcode;
  const samePostcode = postcode !== '' && postcode === ownPostcode;
  const otherPostcode = postcode !== '' && ownPostcode !== '' && !samePostcode;
  if (place !== '') {
    const fits = (name: string): boolean => name.startsWith(place);
    if (entry.places.some(fits)) return otherPostcode ? 0.4 : 0;
    if (entry.municipalities.some(fits)) return otherPostcode ? 0.6 : 0.3;
  }
  if (samePostcode) return place === '' ? 0 : 0.5;
  const known = otherPostcode || (place !== '' && entry.places.length > 0);
  return known ? ELSEWHERE : WHERE_UNKNOWN;
}

function foldNames(names: readonly string[]): readonly string[] {
  return names.map(foldText).filter((name) => name !== '');
}

function compare(one: Candidate, other: Candidate): number {
  return (
    one.cost - other.cost ||
    Number(other.exact) - Number(one.exact) ||
    other.reading.street.length - one.reading.street.length ||
    one.left - other.left
  );
}

function byName(one: Candidate, other: Candidate): number {
  return (
    one.street.nameNl.localeCompare(other.street.nameNl, 'nl') ||
    one.street.subMunicipality.localeCompare(other.street.subMunicipality, 'nl')
  );
}
