import { dayInterval } from '#shared/lib/dates.ts';
import { pick } from '#shared/lib/random.ts';

import { contactRowId } from '../../../workbench/store/repositories/contact-rows.ts';
import { END_DAY } from '../desk/contact-generator.ts';
import type { BenchDesk } from '../measure.ts';

/** Something of the desk for every turn: the same for the same seed, different from turn to turn. */
export type Sample<Value> = (turn: number) => Value;

const SAMPLES = 64;

function cycle<Value>(values: readonly Value[]): Sample<Value> {
  return (turn) => {
    const value = values[turn % values.length];
    if (value === undefined) throw new RangeError('cycle: nothing to choose from');
    return value;
  };
}

interface SampleContact {
  readonly id: string;
  readonly rowId: number;
  readonly streetId: string;
}

/** Contacts from all over the generated years, each another one. */
export function sampleContacts({ bare, random }: BenchDesk): Sample<SampleContact> {
  const first = Number(bare.one('select min(row_id) from contact'));
  const last = contactRowId(dayInterval(END_DAY)[0], 0);
  const found = new Map<string, SampleContact>();
  while (found.size < SAMPLES) {
    const [row] = bare.all(
      'select id, row_id, street_id from contact where row_id >= ? order by row_id limit 1',
      Math.round(first + (last - first) * random() * 0.999),
    );
    const id = String(row?.['id']);
    found.set(id, { id, rowId: Number(row?.['row_id']), streetId: String(row?.['street_id']) });
  }
  return cycle([...found.values()]);
}

/** Pieces of streets that have several, each with its street, from all over the town. */
export function samplePieces({ bare, random }: BenchDesk): Sample<{
  readonly streetId: string;
  readonly segmentId: string;
}> {
  const rows = bare.all(
    `select id, street_id from segment where street_id in
       (select street_id from segment group by street_id having count(*) > 1) order by row_id`,
  );
  return cycle(
    Array.from({ length: SAMPLES }, () => {
      const row = pick(random, rows);
      return { streetId: String(row['street_id']), segmentId: String(row['id']) };
    }),
  );
}

export interface SampleAddress {
  readonly streetId: string;
  readonly streetName: string;
  readonly houseNumber: string;
  readonly longitude: number;
  readonly latitude: number;
}

/** Addresses from all over the town. */
export function sampleAddresses({ bare, random }: BenchDesk): Sample<SampleAddress> {
  const last = Number(bare.one('select max(row_id) from address'));
  return cycle(
    Array.from({ length: SAMPLES }, () => {
      const [row] = bare.all(
        `select street_id, name_nl, house_number, longitude, latitude
         from address join street on street.id = address.street_id
         where address.row_id >= ? order by address.row_id limit 1`,
        1 + Math.floor(random() * last),
      );
      return {
        streetId: String(row?.['street_id']),
        streetName: String(row?.['name_nl']),
        houseNumber: String(row?.['house_number']),
        longitude: Number(row?.['longitude']),
        latitude: Number(row?.['latitude']),
      };
    }),
  );
}

export function sampleNeighbourhoods({ bare }: BenchDesk): Sample<string> {
  const rows = bare.all(`select id from area where kind = 'neighbourhood' order by id`);
  return cycle(rows.map(({ id }) => String(id)));
}

/** Streets, the busiest first. */
export function busiestStreets({ bare }: BenchDesk, count: number): Sample<string> {
  const rows = bare.all(
    'select street_id from contact group by street_id order by count(*) desc limit ?',
    count,
  );
  return cycle(rows.map((row) => String(row['street_id'])));
}
