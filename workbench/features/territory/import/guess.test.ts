import { describe, expect, it } from 'vitest';

import { guess, parseNumber, type Seen } from './guess.ts';

const seen = (changes: Partial<Seen> & { readonly names?: Record<string, string[]> }): Seen => ({
  format: 'geojson',
  fileName: 'file.geojson',
  title: '',
  statedSystem: '',
  statedCredit: '',
  geometryTypes: ['Polygon'],
  coordinates: [[4.4, 51]],
  columns: Object.entries(changes.names ?? {}).map(([name, samples]) => ({ name, samples })),
  ...changes,
});

describe('guess', () => {
  it.each([
    ['12025', 'municipality'],
    ['12025A', 'sub-municipality'],
    ['12025W01', 'neighbourhood'],
  ])('knows the level by codes like %s', (code, layer) => {
    const found = guess(seen({ names: { nis: [code], naam: ['Hier'] } }));
    expect(found).toMatchObject({ layer, mapping: { officialId: 'nis', nameNl: 'naam' } });
  });

  it.each([
    ['deelgemeenten.geojson', 'sub-municipality'],
    ['Gemeenten.geojson', 'municipality'],
    ['politiezone_huidig.geojson', 'zone'],
    ['clusters.geojson', 'district'],
    ['quartiers.geojson', 'neighbourhood'],
    ['export.geojson', 'neighbourhood'],
  ])('else by the name of the file: %s', (fileName, layer) => {
    expect(guess(seen({ fileName, names: { id: ['1'], naam: ['Hier'] } })).layer).toBe(layer);
  });

  it('takes the name for a code where there is none', () => {
    expect(guess(seen({ names: { name: ['Leuven'] } })).mapping).toEqual({
      nameNl: 'name',
      officialId: 'name',
    });
  });

  it('reads lines as streets', () => {
    const found = guess(
      seen({
        geometryTypes: ['LineString'],
        names: { osm: ['way/1'], name: ['Dorp'], highway: [''] },
      }),
    );
    expect(found).toMatchObject({
      layer: 'segments',
      mapping: { officialId: 'osm', nameNl: 'name', roadClass: 'highway' },
    });
  });

  it.each([
    [[157_000, 191_000], '', 'EPSG:31370'],
    [[657_000, 691_000], '', 'EPSG:3812'],
    [[4.4, 51], '', 'EPSG:4326'],
    [[4.4, 51], 'urn:ogc:def:crs:EPSG::3812', 'EPSG:3812'],
    [[4.4, 51], 'urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326'],
  ] as const)('tells the system by %s and "%s"', (pair, statedSystem, system) => {
    expect(guess(seen({ coordinates: [pair], statedSystem })).coordinateSystem).toBe(system);
  });

  it('prefers degrees when a table has both, and knows Lambert by its numbers', () => {
    const table = (names: Record<string, string[]>) =>
      guess(seen({ format: 'csv', geometryTypes: [], coordinates: [], names }));
    const lambert = { huisnummer: ['1'], straatnaam: ['Dorp'], x: ['157000,5'], y: ['191000,5'] };
    expect(table(lambert)).toMatchObject({ layer: 'addresses', coordinateSystem: 'EPSG:31370' });
    expect(table({ ...lambert, lon: ['4.4'], lat: ['51'] }).coordinateSystem).toBe('EPSG:4326');
  });
});

describe('the guess of the source', () => {
  const OSM = '© OpenStreetMap contributors (ODbL)';
  it.each([
    [OSM, { names: { osm: ['way/1'], name: ['Dorp'] } }],
    [OSM, { names: { osm_id: ['12'], name: ['Dorp'] } }],
    [OSM, { names: { '@id': ['way/1', 'relation/22'], name: ['Dorp'] } }],
    [OSM, { statedCredit: 'The data is from www.openstreetmap.org.' }],
    ['Statbel', { names: { CD_REFNIS: ['12025'], TX_MUNTY_DESCR_NL: ['Mechelen'] } }],
    ['BeSt Address (BOSA)', { names: { 'EPSG:4326_lon': ['4.4'], address_id: ['1'] } }],
    ['Stad Voorbeeld, dienst kaart', { statedCredit: ' Stad Voorbeeld,\n dienst kaart' }],
    ['', { names: { id: ['way/1', 'Dorp'], naam: ['Dorp'] } }],
  ])('is "%s"', (credit, changes) => {
    expect(guess(seen(changes)).credit).toBe(credit);
  });

  it('is never longer than a source may be', () => {
    expect(guess(seen({ statedCredit: 'a '.repeat(500) })).credit.length).toBeLessThanOrEqual(200);
  });
});

describe('parseNumber', () => {
  it.each([
    ['4.5', 4.5],
    ['-4,5', -4.5],
    ['51', 51],
    ['4.500,1', undefined],
    ['abc', undefined],
    ['', undefined],
    ['1e5', undefined],
  ])('%s', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });
});
