import fc from 'fast-check';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { DossierFilter } from '#shared/contract/dossier-list.ts';
import { streetsIn } from '#shared/domain/territory/placed-street.ts';
import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import { dossierForm } from '../../../tests/factories/casework.ts';
import { plantNamesake } from '../../../tests/factories/namesake-street.ts';
import { plantOutside } from '../../../tests/factories/outside-street.ts';
import { plantSmallTerritory } from '../../../tests/factories/small-territory.ts';
import { openTestFile, type TestFile } from '../../../tests/factories/test-store.ts';
import { matchingDossiers } from '../../store/repositories/dossier-search.ts';
import * as actions from './index.ts';

const random = seededRandom(79);
const newId = (): string => makeId(Date.parse('2026-06-15T08:00:00.000Z'), randomBytes(random, 16));

let test: TestFile;
/** In Zonnebloemstraat of Zonnewijk, in that of Maanwijk, and in Heidepad outside of every neighbourhood. */
let [sun, moon, heath] = ['', '', ''];
let neighbourhoodId: string;
beforeEach(async () => {
  test = await openTestFile();
  const small = await plantSmallTerritory(test.store);
  const [segment] = await actions.readSegments(test.file, small);
  const namesake = await plantNamesake(test.store);
  const { outside } = await plantOutside(test.store);
  ({ neighbourhoodId } = namesake);
  const open = async (segmentId: string, title: string, problem: string): Promise<string> => {
    const id = newId();
    const form = dossierForm([segmentId], { title, problem });
    await actions.openDossier(test.file, { id, form });
    return id;
  };
  sun = await open(segment?.id ?? '', 'Te snel aan de school', 'unadapted-speed');
  moon = await open(namesake.segmentId, 'Caféterras tot laat', 'noise-by-neighbours');
  heath = await open(outside, 'Sluikstort', 'unadapted-speed');
  await actions.changeDossier(test.file, { id: heath, changes: { state: 'closed' } });
});
afterEach(() => test.dispose());

const find = (filter: DossierFilter, cursor: string | null = null, limit = 50) =>
  actions.findDossiers(test.file, { filter, cursor, limit });
const ids = async (filter: DossierFilter) => (await find(filter)).rows.map(({ id }) => id).sort();
const sorted = (...found: readonly string[]) => [...found].sort();

describe('finding dossiers', () => {
  it('looks in title, problem, street and neighbourhood, in every language, without accents', async () => {
    for (const [text, found] of [
      ['school', [sun]],
      ['CAFETERRAS', [moon]],
      ['zonnebl', [sun, moon]],
      ['tournesols', [sun, moon]],
      ['maanw', [moon]],
      ['heidepad', [heath]],
      ['snelheid', [sun, heath]],
      ['vitesse', [sun, heath]],
      ['zonnebloemstraat maanwijk', [moon]],
      ['laat zonnebl', [moon]],
      ['school maanwijk', []],
      ['"; drop', []],
      ['title : *', []],
      [' – ', [sun, moon, heath]],
      ['', [sun, moon, heath]],
    ] as const) {
      expect(await ids({ text }), text).toEqual(sorted(...found));
    }
  });

  it('narrows to a state, to what is open, and to a neighbourhood', async () => {
    expect(await ids({ state: 'closed' })).toEqual([heath]);
    expect(await ids({ state: 'open' })).toEqual(sorted(sun, moon));
    expect(await ids({ neighbourhoodId })).toEqual([moon]);
    expect(await ids({ neighbourhoodId, state: 'closed' })).toEqual([]);
    const { rows } = await find({ neighbourhoodId, text: 'zonnebl', state: 'scanning' });
    expect(rows.map(({ streets }) => streetsIn('nl', streets))).toEqual([
      'Zonnebloemstraat, Maanwijk',
    ]);
  });

  it('never fails on what is typed, and finds less the more is typed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 20 }), fc.string({ maxLength: 20 }), async (a, b) => {
        const fewer = await ids({ text: `${a} ${b}` });
        const more = await ids({ text: a });
        expect(fewer.every((id) => more.includes(id))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('gives each once, page by page, the newest first, and says how many there are', async () => {
    const first = await find({}, null, 2);
    expect(first).toMatchObject({ total: 3, rows: [{}, {}] });
    const last = await find({}, first.nextCursor, 2);
    expect(last).toMatchObject({ total: 3, nextCursor: null });
    const all = [...first.rows, ...last.rows].map(({ id }) => id);
    expect(all).toEqual(sorted(sun, moon, heath).reverse());
  });
});

it('uses the index of titles and those of stretches, and sorts nothing', async () => {
  const word = { word: 'zonn', problems: ['unadapted-speed'], streets: [sun], neighbourhoods: [] };
  const search = {
    states: [],
    reviewBefore: null,
    partsDueUpTo: null,
    neighbourhoods: null,
    words: [word],
  };
  const plan = JSON.stringify(
    await matchingDossiers(test.store.read, search).explain(undefined, sql`query plan`),
  );
  expect(plan).toMatch(/casework_text VIRTUAL TABLE INDEX/);
  expect(plan).toMatch(/SEARCH segment USING (COVERING )?INDEX segment_by_street/);
  expect(plan).toMatch(/SEARCH named USING PRIMARY KEY/);
  expect(plan).toMatch(/SEARCH casework USING (COVERING )?INDEX/);
  expect(plan).not.toMatch(/TEMP B-TREE/);
});
