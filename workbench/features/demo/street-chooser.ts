import type { StarterReason } from '#shared/domain/contacts/code-lists.ts';
import { middleOf } from '#shared/domain/territory/geometry.ts';
import type { Address, Segment } from '#shared/domain/territory/territory.ts';
import type { Id } from '#shared/lib/ids.ts';
import { pick, type Random } from '#shared/lib/random.ts';

import { type PlaceOfStreet, REASONS, weightOf } from './habits.ts';
import type { DemoTown } from './town.ts';

const HOT_STREETS = 14;

/** A street with what a contact or a fact on it needs to know of it. */
export interface StreetWithPlaces extends PlaceOfStreet {
  readonly streetId: Id;
  readonly addresses: readonly Address[];
  readonly segments: readonly Segment[];
}

/** The streets of the town, some of which are hot: drawn anew for each random source. */
export function placesOf(town: DemoTown, random: Random): readonly StreetWithPlaces[] {
  const addresses = Map.groupBy(town.addresses, (address) => address.streetId);
  const segments = Map.groupBy(town.segments, (segment) => segment.streetId);
  const codes = new Map(town.areas.map((area) => [area.id, area.officialId]));
  const candidates = town.streets.flatMap((street, index) => {
    const own = segments.get(street.id) ?? [];
    const middle = own[Math.floor(own.length / 2)];
    const role = town.roles[index];
    if (!middle || !role) return [];
    return [
      {
        streetId: street.id,
        role,
        name: street.nameNl,
        quarter: codes.get(middle.neighbourhoodId ?? '') ?? '',
        middle: middleOf(middle.geometry),
        addresses: addresses.get(street.id) ?? [],
        segments: own,
      },
    ];
  });
  const lived = candidates.filter((street) => street.addresses.length > 25);
  const hot = new Set(Array.from({ length: HOT_STREETS }, () => pick(random, lived).streetId));
  return candidates.map((street) => ({
    ...street,
    isHot: hot.has(street.streetId),
    houses: street.addresses.length,
    town,
  }));
}

/** Chooses streets by weight, reason by reason. */
export class StreetChooser {
  readonly #streets: readonly StreetWithPlaces[];
  readonly #sums: ReadonlyMap<StarterReason, readonly number[]>;

  constructor(streets: readonly StreetWithPlaces[]) {
    this.#streets = streets;
    this.#sums = new Map(
      REASONS.map((reason) => {
        let sum = 0;
        return [reason, streets.map((street) => (sum += weightOf(street, reason)))];
      }),
    );
  }

  choose(reason: StarterReason, random: Random): StreetWithPlaces {
    const sums = this.#sums.get(reason) ?? [];
    const wanted = random() * (sums[sums.length - 1] ?? 0);
    const street = this.#streets[sums.findIndex((sum) => sum > wanted)];
    if (!street) throw new RangeError('a demo town without streets');
    return street;
  }
}
