import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Bounds } from '#shared/domain/territory/geometry.ts';
import { dayOf } from '#shared/lib/dates.ts';

import { generateTerritory } from '../../../tests/factories/generated-territory.ts';
import { openTestFile, type TestFile } from '../../../tests/factories/test-store.ts';
import { storeTerritory } from '../../../tests/factories/test-territory.ts';
import type { ReadHandle } from '../handles.ts';
import {
  officerById,
  officersOfNeighbourhoods,
  postById,
  postsOfOfficer,
} from './people-repository.ts';
import { streetsPerNeighbourhood } from './territory-counts.ts';
import {
  addressesAt,
  addressesWithin,
  areaNames,
  areasOfKinds,
  areasOfToday,
  segmentLines,
  segmentsAfter,
  segmentsOfStreets,
  segmentsTouching,
  territoryVersion,
} from './territory-repository.ts';

let test: TestFile;
let today: string;
beforeAll(async () => {
  test = await openTestFile();
  today = dayOf(test.clock.now());
  await storeTerritory(
    test.store,
    generateTerritory({ seed: 3, streets: 60, segments: 900, addresses: 2_000 }),
  );
});
afterAll(() => test.dispose());

/** A query that can tell its plan. */
interface Planned {
  explain<Row extends object>(format: undefined, options: ReturnType<typeof sql>): Promise<Row[]>;
}

/** The steps SQLite takes, one a line. */
async function planOf(query: Planned): Promise<string> {
  const steps = await query.explain<{ detail: string }>(undefined, sql`query plan`);
  return steps.map((step) => step.detail).join('\n');
}

const bounds: Bounds = [4.44, 51.02, 4.46, 51.03];
const ids = ['a', 'b'];

describe('hot queries take an index', () => {
  const queries: [name: string, query: (read: ReadHandle) => Planned, steps: RegExp[]][] = [
    [
      'segmentsOfStreets',
      (read) => segmentsOfStreets(read, ids, today),
      [/segment USING INDEX segment_by_street \(street_id=\? AND valid_to>\?\)/],
    ],
    ['segmentLines', (read) => segmentLines(read, [1, 2]), [/segment USING INTEGER PRIMARY KEY/]],
    [
      'segmentsTouching',
      (read) => segmentsTouching(read, bounds, today),
      [/segment_bounds VIRTUAL TABLE INDEX 2:/, /segment USING INTEGER PRIMARY KEY/],
    ],
    [
      'segmentsAfter',
      (read) => segmentsAfter(read, 100, today, 50),
      [/segment USING INTEGER PRIMARY KEY \(rowid>\?\)/],
    ],
    [
      'addressesAt',
      (read) => addressesAt(read, ids, ['12', '12a'], today),
      [
        /address USING INDEX address_by_street \(street_id=\? AND house_number=\? AND valid_to>\?\)/,
      ],
    ],
    [
      'addressesWithin',
      (read) => addressesWithin(read, ids, bounds, today),
      [/address USING INDEX address_by_street \(street_id=\?\)/],
    ],
    [
      'areasOfToday',
      (read) => areasOfToday(read, ids, today),
      [
        /named USING INDEX sqlite_autoindex_area_1 \(id=\?\)/,
        /current USING INDEX area_by_kind \(kind=\? AND official_id=\? AND valid_to>\?\)/,
      ],
    ],
    [
      'areaNames',
      (read) => areaNames(read, ['neighbourhood'], today),
      [/area USING INDEX area_by_kind/],
    ],
    [
      'areasOfKinds',
      (read) => areasOfKinds(read, ['zone'], today),
      [/area USING INDEX area_by_kind/],
    ],
    [
      'officersOfNeighbourhoods',
      (read) => officersOfNeighbourhoods(read, ids, today),
      [
        /current USING INDEX sqlite_autoindex_area_1 \(id=\?\)/,
        /named USING (COVERING )?INDEX area_by_kind/,
        /post USING INDEX post_by_area \(area_id=\? AND valid_to>\?\)/,
        /officer USING PRIMARY KEY \(id=\?\)/,
      ],
    ],
    ['officerById', (read) => officerById(read, 'a'), [/officer USING PRIMARY KEY/]],
    ['postById', (read) => postById(read, 'a'), [/post USING PRIMARY KEY/]],
    [
      'postsOfOfficer',
      (read) => postsOfOfficer(read, 'a', 'b'),
      [/current USING INDEX sqlite_autoindex_area_1/, /post USING (PRIMARY KEY|INDEX post_by_)/],
    ],
    [
      'streetsPerNeighbourhood',
      (read) => streetsPerNeighbourhood(read, today),
      [/current USING INDEX area_by_kind/, /segment USING INDEX segment_by_neighbourhood/],
    ],
  ];

  it.each(queries)('%s', async (_name, query, steps) => {
    const plan = await planOf(query(test.store.read));
    for (const step of steps) expect(plan).toMatch(step);
    // A virtual table is always "scanned", through its own index.
    expect(plan.replace(/SCAN segment_bounds VIRTUAL TABLE INDEX 2:.*/g, '')).not.toMatch(
      /\bSCAN\b/,
    );
  });

  it('territoryVersion reads the last key of each table and scans none', async () => {
    const plan = await planOf(territoryVersion(test.store.read));
    expect([...plan.matchAll(/SCAN (\w+)/g)].every((match) => match[1] === 'CONSTANT')).toBe(true);
    expect(plan).toMatch(/SEARCH address/);
  });
});
