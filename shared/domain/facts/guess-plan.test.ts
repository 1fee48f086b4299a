import fc from 'fast-check';
import { expect, it } from 'vitest';

import { FACT_COORDINATES, factPlanSchema } from './fact-plan.ts';
import { guessPlan } from './guess-plan.ts';

const columns = (header: string, first = '') =>
  header.split(';').map((name, at) => ({ name, samples: [first.split(';')[at] ?? ''] }));

it('knows a street file of police.uk', () => {
  const seen = columns(
    'Crime ID;Month;Reported by;Falls within;Longitude;Latitude;Location;LSOA code;LSOA name;Crime type;Last outcome category;Context',
  );
  const { preset, plan } = guessPlan(seen, 'police');
  expect(preset).toBe('police-uk');
  expect(plan.columns).toEqual({
    externalId: 'Crime ID',
    date: 'Month',
    longitude: 'Longitude',
    latitude: 'Latitude',
    placeText: 'Location',
    kind: 'Crime type',
    outcome: 'Last outcome category',
  });
  expect(plan).toMatchObject({ coordinates: 'EPSG:4326', otherKind: null });
  expect(plan.kinds['Burglary']).toBe('burglary');
  expect(factPlanSchema.parse(plan)).toEqual(plan);
});

it('reads the columns of a Belgian export by their names', () => {
  const { preset, plan } = guessPlan(
    columns(
      'Feitnummer;Aard;Datum;Uur;Straat;X_Lambert72;Y_Lambert72;Herkomst',
      'A1;Diefstal;05/12/2025;14:30;Kerkstraat;157959,51;190927,07;burger',
    ),
    'partner',
  );
  expect(preset).toBe('general');
  expect(plan.columns).toEqual({
    externalId: 'Feitnummer',
    kind: 'Aard',
    date: 'Datum',
    time: 'Uur',
    placeText: 'Straat',
    x: 'X_Lambert72',
    y: 'Y_Lambert72',
    origin: 'Herkomst',
  });
  expect(plan.coordinates).toBe('EPSG:31370');
});

it('reads sums by year, month and camera', () => {
  const { plan } = guessPlan(columns('jaar;maand;camera;vaststellingen;lon;lat'), 'police');
  expect(plan.origin).toBe('police');
  expect(plan.columns).toEqual({
    year: 'jaar',
    month: 'maand',
    placeText: 'camera',
    amount: 'vaststellingen',
    longitude: 'lon',
    latitude: 'lat',
  });
});

it.each([
  ['Breedte', 'Lengte'],
  ['Breedtegraad', 'Lengtegraad'],
  ['Latitude', 'Longitude'],
  ['Latitude (WGS84)', 'Longitude (WGS84)'],
  ['Lat.', 'Long.'],
  ['GPS_LAT', 'GPS_LON'],
])('finds degrees under %s and %s, in either order', (latitude, longitude) => {
  const there = guessPlan(columns(`Datum;${latitude};${longitude}`, ';51,0281;4,4812'), 'public');
  const back = guessPlan(columns(`${longitude};${latitude};Datum`, '4,4812;51,0281'), 'public');
  for (const { plan } of [there, back]) {
    expect(plan).toMatchObject({ columns: { longitude, latitude }, coordinates: 'EPSG:4326' });
  }
});

it.each([
  ['X-coördinaat', 'Y-coördinaat'],
  ['Coordonnée X', 'Coordonnée Y'],
  ['X Lambert', 'Y Lambert'],
])('finds metres under %s and %s', (x, y) => {
  const { plan } = guessPlan(columns(`Datum;${x};${y}`, ';157959,51;190927,07'), 'public');
  expect(plan).toMatchObject({ columns: { x, y }, coordinates: 'EPSG:31370' });
});

const KNOWN = [
  ...['Crime ID', 'Month', 'Location', 'Crime type', 'Feitnummer', 'Aard', 'Datum', 'Uur'],
  ...['Straat', 'X_Lambert72', 'Y_Lambert72', 'Herkomst', 'jaar', 'maand', 'camera', 'lon', 'lat'],
  ...['Aantal', 'Afhandeling', 'X', 'Y', 'Breedte', 'Lengte'],
];
const name = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...KNOWN) },
  fc.string({ minLength: 1, maxLength: 20 }),
);
const sample = fc.oneof(
  fc.string(),
  fc.constantFrom('4,48', '51.02', '157959,51', '190927', '657959', '690927'),
);
const seen = fc.uniqueArray(fc.record({ name, samples: fc.array(sample, { maxLength: 3 }) }), {
  selector: (column) => column.name,
  maxLength: 12,
});
const origin = fc.constantFrom('public' as const, 'partner' as const, 'police' as const);

it('whatever a file holds, the guess is a plan that can be used, of columns that are there, each for one field', () => {
  fc.assert(
    fc.property(seen, origin, (given, from) => {
      const { plan } = guessPlan(given, from);
      expect(factPlanSchema.parse(plan)).toEqual(plan);
      const used = Object.values(plan.columns);
      const names = given.map((column) => column.name);
      for (const column of used) expect(names).toContain(column);
      expect(new Set(used).size).toBe(used.length);
      expect(FACT_COORDINATES).toContain(plan.coordinates);
      // Whom facts come from is never guessed from the file.
      expect(plan).toMatchObject({ origin: from, origins: {} });
    }),
  );
});

it('says the same of a file in whatever order its columns stand, as long as no two are called alike', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(KNOWN), fc.nat(), (names, turn) => {
      const column = (of: string) => ({ name: of, samples: [] });
      const at = names.length === 0 ? 0 : turn % names.length;
      const turned = [...names.slice(at), ...names.slice(0, at)];
      expect(guessPlan(turned.map(column), 'public')).toEqual(
        guessPlan(names.map(column), 'public'),
      );
    }),
  );
});

it('a column that it does not know changes nothing', () => {
  fc.assert(
    fc.property(seen, fc.stringMatching(/^q[0-9]{3,9}$/), (given, unknown) => {
      const more = [{ name: unknown, samples: ['1'] }, ...given];
      expect(guessPlan(more, 'public')).toEqual(guessPlan(given, 'public'));
    }),
  );
});

it('takes metres for degrees and degrees for metres of no file', () => {
  const [x, y] = [
    fc.integer({ min: 20_000, max: 300_000 }),
    fc.integer({ min: 20_000, max: 250_000 }),
  ];
  const written = (value: number): string => String(value).replace('.', ',');
  fc.assert(
    fc.property(x, y, (east, north) => {
      const metres = (add: number) =>
        guessPlan(
          [
            { name: 'X', samples: [written(east + add + 0.5)] },
            { name: 'Y', samples: [written(north + add + 0.5)] },
          ],
          'public',
        ).plan.coordinates;
      expect(metres(0)).toBe('EPSG:31370');
      expect(metres(500_000)).toBe('EPSG:3812');
    }),
  );
});
