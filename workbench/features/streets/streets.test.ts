import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { neighbourhoodPictureSchema, streetPictureSchema } from '#shared/contract/streets.ts';
import { FEELINGS } from '#shared/domain/contacts/code-lists.ts';
import { newContactSchema } from '#shared/domain/contacts/contact.ts';
import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import { openTestFile, type TestFile } from '../../../tests/factories/test-store.ts';
import {
  square,
  storeTerritory,
  type TerritoryMaker,
  territoryMaker,
} from '../../../tests/factories/test-territory.ts';
import { explainPicture } from '../../store/repositories/place-picture.ts';
import { explainPromisesOf } from '../../store/repositories/place-promises.ts';
import { amendContact } from '../contacts/index.ts';
import { logContact } from '../contacts/log-contact.ts';
import { assignPost } from '../people/index.ts';
import { closePromise } from '../promises/index.ts';
import { readNeighbourhood, readStreet } from './index.ts';

const random = seededRandom(9);
const newId = (): string => makeId(1_750_000_000_000, randomBytes(random, 16));

let test: TestFile;
let town: TerritoryMaker;
let noord: string;
let before: string;
let street: string;
let quiet: string;
beforeEach(async () => {
  test = await openTestFile();
  town = territoryMaker();
  noord = town.area({ nameNl: 'Noord', geometry: square([4.4, 51], 0.02) }).id;
  before = town.street({
    nameNl: 'Stationsstraat',
    officialId: 'S1',
    validTo: '2026-01-01',
  }).id;
  street = town.street({ nameNl: 'Sporenlaan', officialId: 'S1', validFrom: '2026-01-01' }).id;
  quiet = town.street({ nameNl: 'Stille Steeg', officialId: 'S2' }).id;
  for (const [streetId, latitude] of [
    [street, 51.005],
    [quiet, 51.01],
  ] as const) {
    const geometry = [
      [4.402, latitude],
      [4.418, latitude],
    ] as const;
    town.segment({ streetId, geometry, neighbourhoodId: noord });
  }
  await storeTerritory(test.store, town.dataset);
});
afterEach(() => test.dispose());

type Changes = Partial<Parameters<typeof newContactSchema.parse>[0] & object>;
async function log(streetId: string, occurredAt: string, changes: Changes = {}) {
  const input = newContactSchema.parse({
    id: newId(),
    occurredAt,
    place: { streetId, houseNumber: '', position: null },
    reason: 'nuisance',
    summary: '',
    next: { step: 'nothing', note: '' },
    ...changes,
  });
  return logContact(test.file, input);
}

describe('the page of a street', () => {
  it('counts every version of the street as one, and says what it was called', async () => {
    await log(before, '2025-11-03T10:00:00.000Z');
    const newest = await log(street, '2026-06-12T10:00:00.000Z');
    for (const id of [before, street]) {
      const page = streetPictureSchema.parse(await readStreet(test.file, { id }));
      expect(page).toMatchObject({
        id: street,
        nameNl: 'Sporenlaan',
        endedOn: null,
        formerNames: [{ nameNl: 'Stationsstraat', until: '2026-01-01' }],
        neighbourhoods: [{ id: noord, nameNl: 'Noord', officers: [] }],
      });
      expect(page.picture.contacts).toBe(2);
      expect(page.picture.latest[0]?.id).toBe(newest.id);
    }
    expect((await readStreet(test.file, { id: quiet })).picture.contacts).toBe(0);
  });

  it('counts reasons, problems and hours of the last twelve months', async () => {
    await log(street, '2025-06-14T10:00:00.000Z', { reason: 'school' });
    await log(street, '2026-06-12T10:00:00.000Z', { reason: 'traffic', problems: ['vandalism'] });
    // 22:30 of Sunday in UTC is half past midnight of Monday in Brussels, in summer.
    await log(street, '2026-06-14T22:30:00.000Z', { problems: ['vandalism', 'other'] });
    await log(street, '2026-01-11T22:30:00.000Z');
    const { picture } = await readStreet(test.file, { id: street });
    expect(picture.countedSince).toBe('2025-06-15');
    expect(picture.reasons).toEqual([
      { code: 'nuisance', count: 2 },
      { code: 'traffic', count: 1 },
    ]);
    expect(picture.problems).toEqual([
      { code: 'vandalism', count: 2 },
      { code: 'other', count: 1 },
    ]);
    expect(picture.contacts).toBe(4);
    expect(picture.hours.reduce((sum, count) => sum + count, 0)).toBe(3);
    expect(picture.hours[0]).toBe(1);
    expect(picture.hours[6 * 24 + 23]).toBe(1);
    expect(picture.hours[4 * 24 + 12]).toBe(1);
  });

  it('tells feelings of a quarter from the fifth answer on', async () => {
    const feel = (feeling: (typeof FEELINGS)[number], day: string) =>
      log(street, `2026-${day}T09:00:00.000Z`, { feeling });
    for (const day of ['01-05', '02-05', '03-05', '03-06']) await feel('often', day);
    for (const feeling of FEELINGS) await feel(feeling, '04-01');
    await log(street, '2026-04-02T09:00:00.000Z');
    const { feelings } = (await readStreet(test.file, { id: street })).picture;
    expect(feelings).toHaveLength(12);
    expect(feelings.slice(-2)).toEqual([
      { from: '2026-01-01', to: '2026-04-01', n: 4, steps: null },
      { from: '2026-04-01', to: '2026-07-01', n: 5, steps: [1, 1, 1, 1, 1] },
    ]);
  });

  it('leaves out what was withdrawn, and follows what was corrected', async () => {
    const twice = await log(street, '2026-06-12T10:00:00.000Z');
    const wrong = await log(quiet, '2026-06-12T10:00:00.000Z');
    await amendContact(test.file, {
      id: newId(),
      contactId: twice.id,
      note: 'Dubbel',
      changes: { withdrawn: true },
    });
    await amendContact(test.file, {
      id: newId(),
      contactId: wrong.id,
      note: 'Verkeerde straat',
      changes: { place: { streetId: street, houseNumber: '4', position: null } },
    });
    const { picture } = await readStreet(test.file, { id: street });
    expect(picture.contacts).toBe(1);
    expect(picture.reasons).toEqual([{ code: 'nuisance', count: 1 }]);
    expect((await readStreet(test.file, { id: quiet })).picture.contacts).toBe(0);
  });

  it('lists open promises and counts what became of the others', async () => {
    const promise = (note: string, dueOn: string) =>
      log(street, '2026-06-01T10:00:00.000Z', { next: { step: 'promise', note, dueOn } });
    await promise('Later', '2026-06-20');
    await promise('Eerst', '2026-06-05');
    await promise('Gedaan', '2026-06-06');
    const { picture } = await readStreet(test.file, { id: street });
    expect(picture.openPromises.map(({ text }) => text)).toEqual(['Eerst', 'Gedaan', 'Later']);
    const done = picture.openPromises[1]?.id ?? '';
    await closePromise(test.file, { id: done, kept: true, outcome: 'Gebeld', toldBy: null });
    expect((await readStreet(test.file, { id: before })).picture.promises).toEqual({
      open: 2,
      kept: 1,
      notKept: 0,
    });
  });

  it('knows no other street', async () => {
    await expect(readStreet(test.file, { id: newId() })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      data: { what: 'street' },
    });
  });
});

describe('the page of a neighbourhood', () => {
  it('has its officers and its streets, those with most contacts first', async () => {
    await assignPost(test.file, {
      officerId: test.store.identity.officerId,
      neighbourhoodId: noord,
      validFrom: '2026-02-01',
    });
    await log(before, '2025-11-03T10:00:00.000Z');
    await log(street, '2026-06-12T10:00:00.000Z', {
      next: { step: 'promise', note: 'Terugbellen', dueOn: '2026-06-20' },
    });
    await log(quiet, '2024-11-03T10:00:00.000Z');
    const page = neighbourhoodPictureSchema.parse(
      await readNeighbourhood(test.file, { id: noord }),
    );
    expect(page).toMatchObject({
      nameNl: 'Noord',
      officers: [{ displayName: 'Noor Voorbeeld' }],
      streets: [
        { id: street, nameNl: 'Sporenlaan', contacts: 2 },
        { id: quiet, nameNl: 'Stille Steeg', contacts: 0 },
      ],
    });
    expect(page.bounds?.[0]).toBeCloseTo(4.4, 4);
    expect(page.picture).toMatchObject({ contacts: 3, promises: { open: 1, kept: 0 } });
    expect(page.picture.openPromises).toMatchObject([{ text: 'Terugbellen' }]);
  });

  it('knows no street and no other area by this name', async () => {
    for (const id of [street, newId()]) {
      await expect(readNeighbourhood(test.file, { id })).rejects.toMatchObject({
        code: 'NOT_FOUND',
        data: { what: 'neighbourhood' },
      });
    }
  });
});

it.each([
  ['street_id', 'contact_by_street'],
  ['neighbourhood_id', 'contact_by_neighbourhood'],
] as const)(
  'is counted from the index by %s alone, without reading a contact',
  async (column, index) => {
    const span = { begin: '2025-06-15T00:00:00.000Z', end: '2026-06-16T00:00:00.000Z' };
    const plans = await explainPicture(test.store.read, { column, ids: ['a', 'b'] }, span);
    expect(plans).toHaveLength(4);
    for (const plan of plans) {
      expect(plan).toContain(`contact USING COVERING INDEX ${index} (${column}=? AND row_id>?`);
    }
    expect(plans[1]).toContain('contact_problem USING COVERING INDEX contact_problem_of');
  },
);

it('counts the promises of a neighbourhood from one index, without looking up their contacts', async () => {
  const plan = await explainPromisesOf(test.store.read, { column: 'neighbourhood_id', ids: ['a'] });
  expect(plan).toContain('promise USING COVERING INDEX promise_by_neighbourhood');
  expect(plan).not.toContain('SCAN');
});
