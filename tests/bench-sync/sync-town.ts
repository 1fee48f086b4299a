import type { Fields } from '#shared/domain/operations/entity-rules.ts';
import type { Position } from '#shared/domain/territory/geometry.ts';
import { OPEN_END } from '#shared/lib/dates.ts';
import { type Id, makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import type { WriteHandle } from '../../workbench/store/handles.ts';
import type { NewContactRow } from '../../workbench/store/repositories/contact-rows.ts';
import { DIMENSIONS, type SyncDocument } from './documents.ts';

/** The places and people that the documents speak of: every process makes the same ones. */
export interface SyncTown {
  readonly neighbourhoods: readonly Id[];
  readonly streets: readonly Id[];
  readonly officers: readonly Id[];
}

const MADE_AT = Date.parse('2020-01-01T00:00:00.000Z');
/** Neighbourhoods lie in rows of so many, each a square of so many degrees. */
const COLUMNS = 12;
const SIDE = 0.02;
const WEST = 4;
const SOUTH = 51;
/** Rows in one statement; SQLite takes no more than 32,766 values. */
const AT_ONCE = 500;

export function makeSyncTown(): SyncTown {
  const random = seededRandom(DIMENSIONS.streets);
  const ids = (count: number): readonly Id[] =>
    Array.from({ length: count }, () => makeId(MADE_AT, randomBytes(random, 16)));
  return {
    neighbourhoods: ids(DIMENSIONS.neighbourhoods),
    streets: ids(DIMENSIONS.streets),
    officers: ids(DIMENSIONS.authors),
  };
}

/** What Wijkwerk makes of a document. The place on the map is added: the map is one of the things measured. */
export function contactOf(document: SyncDocument, town: SyncTown, author?: Id): NewContactRow {
  const { id, at, channel, problems, feeling, text } = document;
  return {
    id,
    occurredAt: at,
    loggedAt: at,
    authorId: author ?? idAt(town.officers, document.author),
    streetId: idAt(town.streets, document.street),
    houseNumber: '',
    neighbourhoodId: idAt(town.neighbourhoods, document.neighbourhood),
    position: positionOf(document),
    placeSource: 'street',
    reason: 'nuisance',
    nextStep: 'nothing',
    nextNote: '',
    channel,
    durationMinutes: null,
    parties: [],
    language: null,
    problems,
    need: '',
    feeling,
    summary: text,
    assessment: '',
    sensitivity: 'normal',
    withdrawn: false,
  };
}

/** The same as the centre keeps it. */
export function fieldsOf(contact: NewContactRow): Fields {
  return Object.fromEntries(Object.entries(contact).filter(([name]) => name !== 'id')) as Fields;
}

/** The neighbourhoods and the streets; a territory does not travel yet, so every desk has it before. */
export async function plantTown({ tables }: WriteHandle, town: SyncTown): Promise<void> {
  const validity = { valid_from: '2020-01-01', valid_to: OPEN_END, opened_by: '', closed_by: '' };
  const areas = town.neighbourhoods.map((id, index) => {
    const { west, east, south, north } = boundsOf(index);
    const corners = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ];
    return {
      row_id: index + 1,
      id,
      kind: 'neighbourhood' as const,
      official_id: `N${index}`,
      name_nl: `Wijk ${index}`,
      name_fr: '',
      parent_id: null,
      geometry: JSON.stringify([[corners]]),
      ...validity,
    };
  });
  await tables.insertInto('area').values(areas).execute();
  const bounds = areas.map(({ row_id }, index) => ({ row_id, ...boundsOf(index) }));
  await tables.insertInto('area_bounds').values(bounds).execute();
  const streets = town.streets.map((id, index) => ({
    id,
    official_id: `S${index}`,
    name_nl: `Straat ${index}`,
    name_fr: '',
    municipality_code: '',
    sub_municipality: '',
    postcode: '',
    ...validity,
  }));
  for (let from = 0; from < streets.length; from += AT_ONCE) {
    const some = streets.slice(from, from + AT_ONCE);
    await tables.insertInto('street').values(some).execute();
  }
}

/** Some streets' worth of a view around the middle of a neighbourhood. */
export function viewOf(neighbourhood: number): [number, number, number, number] {
  const { west, east, south, north } = boundsOf(neighbourhood);
  return [west, south, east, north];
}

function boundsOf(neighbourhood: number) {
  const west = WEST + (neighbourhood % COLUMNS) * SIDE;
  const south = SOUTH + Math.floor(neighbourhood / COLUMNS) * SIDE;
  return { west, east: west + SIDE, south, north: south + SIDE };
}

/** Somewhere in its neighbourhood, by the number of its street. */
function positionOf({ neighbourhood, street }: SyncDocument): Position {
  const { west, south } = boundsOf(neighbourhood);
  const across = (street % 95) / 95;
  const along = Math.floor(street / 95) / 95;
  return [round(west + across * SIDE), round(south + along * SIDE)];
}

function round(degrees: number): number {
  return Number(degrees.toFixed(7));
}

function idAt(ids: readonly Id[], index: number): Id {
  const id = ids[index];
  if (id === undefined) throw new RangeError(`there is no number ${index}`);
  return id;
}
