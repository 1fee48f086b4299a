import { guessProjection } from '../territory/import/coordinate-systems.ts';
import { streetNameKey } from '../territory/import/street-name-key.ts';
import type { FactOrigin } from './fact.ts';
import { DEFAULT_REACH_METRES, type FactField, type FactPlan } from './fact-plan.ts';

/** What was seen of a file: its columns with some of their values. */
export interface SeenColumn {
  readonly name: string;
  readonly samples: readonly string[];
}

/** Forms of file that are recognised by their columns. */
export type FactPreset = 'police-uk' | 'general';

/** Degrees as Belgian tables head them, in three languages, alone and beside the system they are of. */
function namesOfDegrees(...names: readonly string[]): readonly string[] {
  return names.flatMap((name) => [
    name,
    ...['wgs84', 'gps', 'epsg4326', 'geo'].flatMap((of) => [`${of}${name}`, `${name}${of}`]),
  ]);
}

/** Metres of Lambert as Belgian tables head them. */
function namesOfMetres(axis: 'x' | 'y'): readonly string[] {
  const names = ['lambert72', 'lambert', 'coord', 'coordonnee', 'coordinaat'];
  return [...names.flatMap((name) => [`${axis}${name}`, `${name}${axis}`]), axis];
}

/** Names that sources use for a field, the surest first; compared by their key. */
const NAMES: readonly (readonly [FactField, readonly string[]])[] = [
  [
    'externalId',
    [
      'crimeid',
      'feitid',
      'feitnummer',
      'pvnummer',
      'dossiernummer',
      'reference',
      'id',
      'nummer',
      'numero',
    ],
  ],
  [
    'kind',
    [
      'crimetype',
      'feittype',
      'soortfeit',
      'aardfeit',
      'aard',
      'feit',
      'soort',
      'typedefait',
      'nature',
      'type',
      'kind',
      'category',
      'categorie',
    ],
  ],
  [
    'date',
    [
      'datumtijd',
      'datumfeit',
      'datum',
      'dateheure',
      'datedufait',
      'occurredat',
      'date',
      'month',
      'maandjaar',
    ],
  ],
  ['time', ['uurfeit', 'tijdstip', 'uur', 'tijd', 'heure', 'time']],
  ['year', ['jaar', 'annee', 'year']],
  ['month', ['maand', 'mois']],
  ['longitude', namesOfDegrees('longitude', 'lengtegraad', 'lon', 'long', 'lng', 'lengte')],
  ['latitude', namesOfDegrees('latitude', 'breedtegraad', 'lat', 'breedte')],
  ['x', namesOfMetres('x')],
  ['y', namesOfMetres('y')],
  [
    'placeText',
    [
      'straat',
      'straatnaam',
      'adres',
      'rue',
      'adresse',
      'location',
      'locatie',
      'plaats',
      'street',
      'camera',
      'lieu',
    ],
  ],
  ['outcome', ['lastoutcomecategory', 'afhandeling', 'gevolg', 'suite', 'outcome', 'uitkomst']],
  ['origin', ['herkomst', 'oorsprong', 'origine', 'origin']],
  ['amount', ['aantal', 'vaststellingen', 'nombre', 'count', 'amount']],
];

/** The kinds of police.uk, as its files name them, and the starter codes of the zone. */
const POLICE_UK: Readonly<Record<string, string>> = {
  'Anti-social behaviour': 'nuisance',
  'Bicycle theft': 'bicycle-theft',
  Burglary: 'burglary',
  'Criminal damage and arson': 'vandalism',
  Drugs: 'drugs',
  'Other crime': 'other',
  'Other theft': 'theft',
  'Possession of weapons': 'weapons',
  'Public order': 'public-order',
  Robbery: 'robbery',
  Shoplifting: 'shoplifting',
  'Theft from the person': 'pickpocketing',
  'Vehicle crime': 'vehicle-crime',
  'Violence and sexual offences': 'violence',
};

const POLICE_UK_COLUMNS = ['Crime ID', 'Month', 'Location', 'Crime type'];

/**
 * A first plan for a file, for somebody to correct.
 *
 * @param origin whom the facts of its source come from.
 */
export function guessPlan(
  columns: readonly SeenColumn[],
  origin: FactOrigin,
): {
  readonly preset: FactPreset;
  readonly plan: FactPlan;
} {
  const preset = POLICE_UK_COLUMNS.every((wanted) => columns.some(({ name }) => name === wanted))
    ? 'police-uk'
    : 'general';
  const found = columnsOf(columns);
  return {
    preset,
    plan: {
      columns: found,
      coordinates: coordinatesOf(found, columns),
      kinds: preset === 'police-uk' ? POLICE_UK : {},
      otherKind: preset === 'police-uk' ? null : 'other',
      origins: {},
      origin,
      midnightIsUnknown: true,
      reachMetres: DEFAULT_REACH_METRES,
    },
  };
}

function columnsOf(columns: readonly SeenColumn[]): FactPlan['columns'] {
  const byKey = new Map(columns.map(({ name }) => [streetNameKey(name), name]));
  const found: FactPlan['columns'] = {};
  for (const [field, names] of NAMES) {
    const name = names.map((key) => byKey.get(key)).find((known) => known !== undefined);
    if (name !== undefined) found[field] = name;
  }
  return found;
}

function coordinatesOf(
  found: FactPlan['columns'],
  columns: readonly SeenColumn[],
): FactPlan['coordinates'] {
  if (found.longitude !== undefined && found.latitude !== undefined) return 'EPSG:4326';
  const first = (name: string | undefined): number => {
    const sample = columns.find((column) => column.name === name)?.samples[0] ?? '';
    return Number(sample.replace(',', '.'));
  };
  if (found.x === undefined || found.y === undefined) return 'EPSG:4326';
  const guessed = guessProjection(first(found.x), first(found.y));
  return guessed === 'EPSG:4326' ? 'EPSG:31370' : guessed;
}
