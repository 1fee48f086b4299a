import type { AddressSuggestion } from '#shared/contract/territory.ts';
import { type Line, middleOf, type Position } from '#shared/domain/territory/geometry.ts';
import type { Day } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle } from '../../../store/handles.ts';
import { officersOfNeighbourhoods } from '../../../store/repositories/people-repository.ts';
import {
  addressesAt,
  areasOfToday,
  segmentLines,
  segmentsOfStreets,
} from '../../../store/repositories/territory-repository.ts';
import type { IndexedStreet } from './street-index.ts';

/** A street, perhaps with a number, whose place and neighbourhoods are asked for. */
export interface PlaceAsked {
  readonly street: IndexedStreet;
  readonly houseNumber: string;
  readonly boxNumber: string;
  /** The number with its box, as it should be stored. */
  readonly houseNumberText: string;
}

type Neighbourhood = AddressSuggestion['neighbourhoods'][number];

interface FoundAddress {
  readonly position: Position;
  readonly postcode: string;
  readonly neighbourhoodId: Id | null;
}

/** Completes streets and numbers with where they are and who answers for them today. Four short queries. */
export async function suggest(
  read: ReadHandle,
  asked: readonly PlaceAsked[],
  today: Day,
): Promise<AddressSuggestion[]> {
  const addresses = await findAddresses(read, asked, today);
  const stretches = await findStretches(read, asked, today);
  const neighbourhoods = await findNeighbourhoods(
    read,
    asked.flatMap((place) => neighbourhoodIdsOf(place, addresses, stretches)),
    today,
  );
  return asked.map((place) => {
    const address = addresses.get(place);
    const ids = neighbourhoodIdsOf(place, addresses, stretches);
    const found = new Map(
      ids.flatMap((id) => neighbourhoods.get(id) ?? []).map((one) => [one.id, one] as const),
    );
    return {
      streetId: place.street.id,
      streetNameNl: place.street.nameNl,
      streetNameFr: place.street.nameFr,
      houseNumber: place.houseNumberText,
      houseNumberKnown: address !== undefined,
      postcode: address?.postcode || place.street.postcode,
      subMunicipality: place.street.placeShown,
      position: mutable(address?.position ?? stretches.get(place.street.id)?.middle),
      neighbourhoods: [...found.values()].sort((one, other) =>
        one.nameNl.localeCompare(other.nameNl, 'nl'),
      ),
    };
  });
}

function neighbourhoodIdsOf(
  place: PlaceAsked,
  addresses: ReadonlyMap<PlaceAsked, FoundAddress>,
  stretches: ReadonlyMap<Id, Stretch>,
): readonly Id[] {
  const address = addresses.get(place);
  // A house that is known to lie outside all of them is in none, wherever its street runs.
  if (address) return address.neighbourhoodId === null ? [] : [address.neighbourhoodId];
  return stretches.get(place.street.id)?.neighbourhoodIds ?? [];
}

/**
 * The register's entry for each number. "12-14" is known when both ends are; a box counts only where
 * the register has boxes at that number.
 */
async function findAddresses(
  read: ReadHandle,
  asked: readonly PlaceAsked[],
  today: Day,
): Promise<ReadonlyMap<PlaceAsked, FoundAddress>> {
  const numbered = asked.filter((place) => place.houseNumber !== '');
  const found = new Map<PlaceAsked, FoundAddress>();
  if (numbered.length === 0) return found;
  const rows = await addressesAt(
    read,
    numbered.flatMap((place) => place.street.versionIds),
    [
      ...new Set(
        numbered.flatMap((place) => [place.houseNumber, ...endsOf(place)].flatMap(spellings)),
      ),
    ],
    today,
  ).execute();

  for (const place of numbered) {
    const inStreet = rows.filter((row) => place.street.versionIds.includes(row.street_id));
    const at = (number: string) =>
      inStreet.filter((row) => spellings(number).includes(row.house_number));
    const ends = endsOf(place).map(at);
    const whole = at(place.houseNumber);
    const here = whole.length > 0 || ends.some((end) => end.length === 0) ? whole : (ends[0] ?? []);
    const boxes = here.filter((row) => row.box_number !== '');
    const box = boxes.find((row) => row.box_number.toUpperCase() === place.boxNumber);
    const row =
      place.boxNumber === '' || boxes.length === 0
        ? (here.find((one) => one.box_number === '') ?? here[0])
        : box;
    if (row !== undefined) {
      found.set(place, {
        position: [row.longitude, row.latitude],
        postcode: row.postcode,
        neighbourhoodId: row.neighbourhood_id,
      });
    }
  }
  return found;
}

/** 12 and 14 of "12-14"; nothing of a single number. */
function endsOf(place: PlaceAsked): readonly string[] {
  return place.houseNumber.includes('-') ? place.houseNumber.split('-') : [];
}

/** How registers write 12A: with or without a space, in capitals or not. */
function spellings(houseNumber: string): readonly string[] {
  const spaced = houseNumber.replace(/^(\d+)(\p{Letter}+)$/u, '$1 $2');
  return [...new Set([houseNumber, houseNumber.toLowerCase(), spaced, spaced.toLowerCase()])];
}

interface Stretch {
  /** The middle of the longest segment. */
  readonly middle: Position;
  readonly neighbourhoodIds: readonly Id[];
}

async function findStretches(
  read: ReadHandle,
  asked: readonly PlaceAsked[],
  today: Day,
): Promise<ReadonlyMap<Id, Stretch>> {
  const found = new Map<Id, Stretch>();
  const streetOf = new Map(
    asked.flatMap(({ street }) => street.versionIds.map((id) => [id, street.id] as const)),
  );
  if (streetOf.size === 0) return found;
  const segments = await segmentsOfStreets(read, [...streetOf.keys()], today).execute();
  const byStreet = Map.groupBy(segments, (segment) => streetOf.get(segment.street_id) ?? '');
  const longest = new Map(
    [...byStreet].map(([streetId, own]) => [
      streetId,
      own.reduce((one, other) => (other.length_metres > one.length_metres ? other : one)).row_id,
    ]),
  );
  const rows = await segmentLines(read, [...longest.values()]).execute();
  const lines = new Map(rows.map((row) => [row.row_id, row.geometry]));
  for (const [streetId, own] of byStreet) {
    const geometry = lines.get(longest.get(streetId) ?? 0);
    if (geometry === undefined) continue;
    const neighbourhoodIds = new Set(own.flatMap((segment) => segment.neighbourhood_id ?? []));
    found.set(streetId, {
      middle: middleOf(JSON.parse(geometry) as Line),
      neighbourhoodIds: [...neighbourhoodIds],
    });
  }
  return found;
}

/** Neighbourhoods of today with their officers of today, by the id a segment or address names them by. */
async function findNeighbourhoods(
  read: ReadHandle,
  ids: readonly Id[],
  today: Day,
): Promise<ReadonlyMap<Id, Neighbourhood>> {
  const distinct = [...new Set(ids)];
  if (distinct.length === 0) return new Map();
  const rows = await areasOfToday(read, distinct, today).execute();
  const officers = await officersOfNeighbourhoods(
    read,
    rows.map((row) => row.id),
    today,
  ).execute();
  return new Map(
    rows.map((row) => [
      row.named_id,
      {
        id: row.id,
        nameNl: row.name_nl,
        nameFr: row.name_fr,
        officers: officers
          .filter((officer) => officer.neighbourhood_id === row.id)
          .map((officer) => officer.display_name),
      },
    ]),
  );
}

function mutable(position: Position | undefined): [number, number] | null {
  return position === undefined ? null : [position[0], position[1]];
}
