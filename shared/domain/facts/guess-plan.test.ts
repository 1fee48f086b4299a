import { expect, it } from 'vitest';

import { factPlanSchema } from './fact-plan.ts';
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
