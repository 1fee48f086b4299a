import type { PlaceSource } from '#shared/domain/contacts/contact.ts';
import { middleOf, type Position } from '#shared/domain/territory/geometry.ts';
import type { Address, Segment, TerritoryDataset } from '#shared/domain/territory/territory.ts';
import type { Id } from '#shared/lib/ids.ts';
import { pick, type Random } from '#shared/lib/random.ts';

import { firstAbove } from './vocabulary.ts';

export interface BenchPlace {
  readonly streetId: Id;
  readonly houseNumber: string;
  readonly position: Position;
  readonly placeSource: PlaceSource;
  readonly neighbourhoodId: Id | null;
}

/** One street in fifty has much to do: this many times what its houses make one expect. */
const HOT_SHARE = 0.02;
const HOT_FACTOR = 12;
const AT_AN_ADDRESS = 0.8;
const POINTED_AT = 0.05;

/** Chooses where things happen: busy streets, quiet ones, and a few that are always in the news. */
export function makePlaces(
  town: Pick<TerritoryDataset, 'streets' | 'segments' | 'addresses'>,
  random: Random,
): (random: Random) => BenchPlace {
  const addresses = Map.groupBy(town.addresses, ({ streetId }) => streetId);
  const segments = Map.groupBy(town.segments, ({ streetId }) => streetId);
  const streets = town.streets.flatMap(({ id }) => {
    const own = segments.get(id) ?? [];
    return own.length === 0 ? [] : [{ segments: own, addresses: addresses.get(id) ?? [] }];
  });
  let sum = 0;
  const sums = Float64Array.from(streets, (street) => {
    const hot = random() < HOT_SHARE ? HOT_FACTOR : 1;
    return (sum += Math.sqrt(street.addresses.length + 2) * hot);
  });
  return (random) => {
    const street = streets[firstAbove(sums, random() * sum)];
    if (!street) throw new RangeError('makePlaces: no street has a line');
    return placeIn(street, random);
  };
}

function placeIn(
  street: { readonly addresses: readonly Address[]; readonly segments: readonly Segment[] },
  random: Random,
): BenchPlace {
  if (street.addresses.length > 0 && random() < AT_AN_ADDRESS) {
    const { streetId, houseNumber, position, neighbourhoodId } = pick(random, street.addresses);
    return { streetId, houseNumber, position, placeSource: 'address', neighbourhoodId };
  }
  const { streetId, geometry, neighbourhoodId } = pick(random, street.segments);
  const position = middleOf(geometry);
  const placeSource = random() < POINTED_AT ? 'pointed' : 'street';
  return { streetId, houseNumber: '', position, placeSource, neighbourhoodId };
}
