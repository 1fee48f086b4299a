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

/** Contacts from all over the years. */
export function sampleContacts({
  bare,
  random,
}: BenchDesk): Sample<{ readonly id: string; readonly rowId: number; readonly streetId: string }> {
  const first = Number(bare.one('select min(row_id) from contact'));
  const last = Number(bare.one('select max(row_id) from contact'));
  const rows = Array.from({ length: SAMPLES }, () => {
    const from = Math.round(first + (last - first) * random());
    const [row] = bare.all(
      'select id, row_id, street_id from contact where row_id <= ? order by row_id desc limit 1',
      from,
    );
    return {
      id: String(row?.['id']),
      rowId: Number(row?.['row_id']),
      streetId: String(row?.['street_id']),
    };
  });
  return cycle(rows);
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
