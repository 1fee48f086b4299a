import { LONGEST_CREDIT } from '#shared/contract/territory.ts';
import { streetNameKey } from '#shared/domain/territory/import/street-name-key.ts';

interface Telling {
  readonly columns: readonly { readonly name: string; readonly samples: readonly string[] }[];
  /** Whom the file itself says its data come from, or empty. */
  readonly statedCredit: string;
}

const OPEN_STREET_MAP = '© OpenStreetMap contributors (ODbL)';

/** How OpenStreetMap names its objects: `way/1234`. */
const OSM_OBJECT = /^(node|way|relation)\/\d+$/;

/** Columns that only one publisher gives its files, by their key. */
const COLUMNS_OF: readonly (readonly [credit: string, columns: readonly string[]])[] = [
  [OPEN_STREET_MAP, ['osm', 'osmid', 'osmtype']],
  ['Statbel', ['cdsector', 'cdrefnis', 'cdmuntyrefnis', 'txsectordescrnl', 'txmuntydescrnl']],
  ['BeSt Address (BOSA)', ['epsg4326lon', 'epsg31370x', 'epsg3812x']],
];

/** Whom the data seem to come from; empty where the file does not tell. The user has the last word. */
export function guessCredit({ columns, statedCredit }: Telling): string {
  if (/openstreetmap/i.test(statedCredit)) return OPEN_STREET_MAP;
  if (statedCredit !== '') {
    return statedCredit.replaceAll(/\s+/g, ' ').slice(0, LONGEST_CREDIT).trim();
  }
  const objects = columns.some(
    ({ samples }) => samples.length > 0 && samples.every((sample) => OSM_OBJECT.test(sample)),
  );
  if (objects) return OPEN_STREET_MAP;
  const keys = new Set(columns.map(({ name }) => streetNameKey(name)));
  return COLUMNS_OF.find(([, names]) => names.some((name) => keys.has(name)))?.[0] ?? '';
}
