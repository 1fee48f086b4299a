import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import {
  openProfiledStreet,
  type ProfiledStreet,
} from '../../../tests/factories/profiled-street.ts';
import { newestNeeds } from '../../store/repositories/street-profile.ts';
import { readStreet } from './index.ts';

let bench: ProfiledStreet;
let test: ProfiledStreet['test'];
let noord: ProfiledStreet['noord'];
let before: ProfiledStreet['before'];
let street: ProfiledStreet['street'];
let pieces: ProfiledStreet['pieces'];
const newId = (): string => bench.newId();
beforeEach(async () => {
  bench = await openProfiledStreet();
  ({ test, noord, before, street, pieces } = bench);
});
afterEach(() => bench.dispose());

it('says whether the desk holds what happened in the street', async () => {
  const fetched = (scope: string) =>
    test.store.write(({ tables }) =>
      tables
        .insertInto('sync_scope')
        .values({ scope, cursor: 1, generation: 1, whole: 1, row_count: 0, digest: '0'.repeat(16) })
        .execute(),
    );
  // A desk that never fetched anything has all there is of its own.
  expect(await bench.ask()).toMatchObject({ isHeld: true });
  await fetched(`neighbourhood:${newId()}`);
  expect(await bench.ask()).toMatchObject({ isHeld: false });
  await fetched(`neighbourhood:${noord}`);
  expect(await bench.ask()).toMatchObject({ isHeld: true });
});

describe('the profile of a street', () => {
  it('has needs in the words of residents, without what is restricted', async () => {
    await bench.log({ need: 'Een lamp in de steeg', occurredAt: '2026-03-01T10:00:00.000Z' });
    await bench.log({ need: 'Niet voor iedereen', sensitivity: 'restricted' });
    await bench.log({ need: 'Trager verkeer' });
    await bench.log();
    const { needs } = await bench.ask();
    expect(needs.map(({ need }) => need)).toEqual(['Trager verkeer', 'Een lamp in de steeg']);
    const plan = await newestNeeds(
      test.store.read,
      { column: 'street_id', ids: [street] },
      3,
    ).explain(undefined, sql`query plan`);
    expect(JSON.stringify(plan)).toContain('contact_need_of_street');
  });

  it('has its pieces with feeling and fact, and says how safe it feels', async () => {
    for (let one = 0; one < 6; one += 1) await bench.log({ feeling: one < 4 ? 'often' : 'never' });
    await bench.record(3);
    const profile = await bench.ask();
    expect(profile.felt).toMatchObject({ answers: 6, insecure: 4 });
    expect(profile.pieces.map(({ answers, facts }) => [answers, facts])).toEqual([
      [6, 3],
      [0, 0],
    ]);
    expect((await bench.ask(pieces[1] ?? '')).felt).toBeNull();
  });

  it('narrows what was said and promised to a piece of it', async () => {
    const [west = '', east = ''] = pieces;
    const at = (longitude: number) => ({
      place: { streetId: before, houseNumber: '', position: [longitude, 51.0051] },
    });
    await bench.log({ ...at(4.402), need: 'Een lamp', problems: ['vandalism'], feeling: 'often' });
    await bench.log({
      ...at(4.408),
      need: 'Trager verkeer',
      next: { step: 'promise', note: 'Ik bel terug', dueOn: '2026-06-20', channel: null },
    });
    await bench.log({
      place: { streetId: before, houseNumber: '', position: null },
      need: 'Ergens',
    });
    expect((await bench.ask(west)).needs.map(({ need }) => need)).toEqual(['Een lamp']);
    expect((await bench.ask(east)).needs.map(({ need }) => need)).toEqual(['Trager verkeer']);
    const picture = async (segmentId: string | null) =>
      (await readStreet(test.file, { id: street, segmentId })).picture;
    expect(await picture(null)).toMatchObject({ contacts: 3, promises: { open: 1 } });
    expect(await picture(west)).toMatchObject({
      contacts: 1,
      promises: { open: 0 },
      problems: [{ code: 'vandalism', count: 1 }],
    });
    const elsewhere = await picture(east);
    expect(elsewhere).toMatchObject({ contacts: 1, problems: [], promises: { open: 1 } });
    expect(elsewhere.openPromises).toHaveLength(1);
    expect(elsewhere.latest).toHaveLength(1);
    expect(elsewhere.hours.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await picture(newId())).toMatchObject({ contacts: 0, latest: [], openPromises: [] });
  });

  it('is of the whole street where the piece that is asked for is none of it', async () => {
    await bench.record(3);
    expect(await bench.ask(newId())).toEqual(await bench.ask());
    expect((await bench.ask()).segmentId).toBeNull();
  });

  it('knows no other street', async () => {
    await expect(bench.ask(null, newId())).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
