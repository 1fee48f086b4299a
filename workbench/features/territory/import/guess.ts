import type { CoordinateSystem, ImportField, ImportPlan } from '#shared/contract/territory.ts';
import { guessProjection } from '#shared/domain/territory/import/coordinate-systems.ts';
import { streetNameKey } from '#shared/domain/territory/import/street-name-key.ts';
import type { ImportLayer } from '#shared/domain/territory/territory.ts';

import { guessCredit } from './guess-credit.ts';

/** What was seen of a file, for guessing how to read it. */
export interface Seen {
  readonly format: 'geojson' | 'csv';
  readonly fileName: string;
  readonly title: string;
  readonly statedSystem: string;
  readonly statedCredit: string;
  readonly columns: readonly { readonly name: string; readonly samples: readonly string[] }[];
  readonly geometryTypes: readonly string[];
  /** Some coordinate pairs as they stand in the file. */
  readonly coordinates: readonly (readonly [x: number, y: number])[];
}

export type Mapping = ImportPlan['mapping'];
export interface Guess {
  readonly layer: ImportLayer;
  readonly mapping: Mapping;
  readonly coordinateSystem: CoordinateSystem;
  readonly credit: string;
}

/** Names that registers and map files use for a field, the surest first; compared by their key. */
const OFFICIAL_ID: Readonly<Record<'area' | 'segments' | 'street-names' | 'addresses', string[]>> =
  {
    area: ['code', 'nis', 'niscode', 'officialid', 'wijkcode', 'wijknr', 'id', 'objectid'],
    segments: ['officialid', 'osm', 'osmid', 'wegsegmentid', 'wsoidn', 'wayid', 'id', 'objectid'],
    'street-names': ['streetid', 'straatnaamid', 'straatnmid', 'straatcode', 'officialid', 'id'],
    addresses: ['addressid', 'adresid', 'officialid', 'id', 'objectid'],
  };
const NAMES: Partial<Record<ImportField, string[]>> = {
  nameNl: [
    'streetnamenl',
    'straatnaamnl',
    'straatnaam',
    'straat',
    'namenl',
    'naamnl',
    'naam',
    'wijknaam',
    'name',
    'streetname',
    'lstrnm',
    'label',
  ],
  nameFr: ['streetnamefr', 'namefr', 'naamfr', 'nomfr', 'nomderue', 'nomrue', 'rue', 'nom'],
  streetOfficialId: ['streetid', 'straatnaamid', 'straatnmid', 'straatcode'],
  municipalityCode: ['municipalityid', 'niscode', 'nis', 'gemeentecode', 'gemeenteniscode'],
  subMunicipality: ['deelgemeente', 'submunicipality', 'postnamenl', 'partofmunicipality'],
  postcode: ['postcode', 'postalcode', 'codepostal', 'zip'],
  roadClass: ['highway', 'roadclass', 'wegklasse', 'wegcategorie', 'type'],
  houseNumber: ['housenumber', 'huisnummer', 'huisnr', 'numero', 'nummer'],
  boxNumber: ['boxnumber', 'busnummer', 'busnr', 'bus', 'box'],
  longitude: ['epsg4326lon', 'longitude', 'lon', 'lng', 'lengtegraad'],
  latitude: ['epsg4326lat', 'latitude', 'lat', 'breedtegraad'],
  x: ['epsg31370x', 'epsg3812x', 'xlambert72', 'lambert72x', 'xlambert', 'x'],
  y: ['epsg31370y', 'epsg3812y', 'ylambert72', 'lambert72y', 'ylambert', 'y'],
};
const FIELDS_OF: Readonly<Record<keyof typeof OFFICIAL_ID, readonly ImportField[]>> = {
  area: ['nameNl', 'nameFr'],
  segments: ['nameNl', 'nameFr', 'municipalityCode', 'subMunicipality', 'roadClass'],
  'street-names': ['nameNl', 'nameFr', 'municipalityCode', 'subMunicipality', 'postcode'],
  addresses: [
    'nameNl',
    'nameFr',
    'streetOfficialId',
    'municipalityCode',
    'subMunicipality',
    'postcode',
    'houseNumber',
    'boxNumber',
    'longitude',
    'latitude',
    'x',
    'y',
  ],
};

/** A first reading of a file that the user confirms or corrects. */
export function guess(seen: Seen): Guess {
  const byKey = new Map(seen.columns.map(({ name }) => [streetNameKey(name), name]));
  const find = (names: readonly string[] = []): string | undefined =>
    names.map((name) => byKey.get(name)).find((name) => name !== undefined);
  const layer = guessLayer(seen, find(NAMES.houseNumber) !== undefined);
  const group =
    layer === 'segments' || layer === 'street-names' || layer === 'addresses' ? layer : 'area';

  const mapping: Mapping = {};
  for (const field of FIELDS_OF[group]) {
    const column = find(NAMES[field]);
    if (column !== undefined) mapping[field] = column;
  }
  // A place without a code of its own is known by its name.
  const officialId = find(OFFICIAL_ID[group]) ?? (group === 'area' ? mapping.nameNl : undefined);
  if (officialId !== undefined) mapping.officialId = officialId;
  return {
    layer,
    mapping,
    coordinateSystem: guessSystem(seen, mapping),
    credit: guessCredit(seen),
  };
}

function guessLayer(seen: Seen, hasHouseNumbers: boolean): ImportLayer {
  if (seen.format === 'csv') return hasHouseNumbers ? 'addresses' : 'street-names';
  if (seen.geometryTypes.some((type) => type.endsWith('LineString'))) return 'segments';
  return layerByCodes(seen) ?? layerByWords(`${seen.fileName} ${seen.title}`) ?? 'neighbourhood';
}

/** Belgian codes tell the level: 12025, 12025A, 12025W01. */
function layerByCodes(seen: Seen): ImportLayer | undefined {
  const shapes = [
    [/^\d{5}$/, 'municipality'],
    [/^\d{5}[A-Z]$/, 'sub-municipality'],
    [/^\d{5}W\d+$/, 'neighbourhood'],
  ] as const;
  for (const [shape, layer] of shapes) {
    const fits = ({ samples }: Seen['columns'][number]) =>
      samples.length > 0 && samples.every((sample) => shape.test(sample));
    if (seen.columns.some(fits)) return layer;
  }
  return undefined;
}

function layerByWords(text: string): ImportLayer | undefined {
  const words = [
    [/deelgemeente|submunicip/i, 'sub-municipality'],
    [/politiezone|zone/i, 'zone'],
    [/gemeente|municip|commune|boundary/i, 'municipality'],
    [/cluster|district|sector/i, 'district'],
    [/wijk|neighbo|quartier|buurt/i, 'neighbourhood'],
  ] as const;
  return words.find(([pattern]) => pattern.test(text))?.[1];
}

function guessSystem(seen: Seen, mapping: Mapping): CoordinateSystem {
  const stated = /(31370|3812|4326|CRS84)/.exec(seen.statedSystem)?.[1];
  if (stated === '31370' || stated === '3812') return `EPSG:${stated}`;
  if (seen.format === 'csv') {
    if (mapping.longitude !== undefined && mapping.latitude !== undefined) return 'EPSG:4326';
    const samples = (name: string | undefined) =>
      seen.columns.find((column) => column.name === name)?.samples ?? [];
    const x = parseNumber(samples(mapping.x)[0] ?? '');
    const y = parseNumber(samples(mapping.y)[0] ?? '');
    return x === undefined || y === undefined ? 'EPSG:4326' : guessProjection(x, y);
  }
  const [x, y] = seen.coordinates[0] ?? [0, 0];
  return guessProjection(x, y);
}

/** A number as registers write it, with a point or a comma; undefined for anything else. */
export function parseNumber(text: string): number | undefined {
  if (!/^[-+]?\d+([.,]\d+)?$/.test(text)) return undefined;
  return Number(text.replace(',', '.'));
}
