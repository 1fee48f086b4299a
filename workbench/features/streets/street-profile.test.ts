import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import {
  type StreetProfileQuestion,
  streetProfileSchema,
} from '#shared/contract/street-profile.ts';
import { newContactSchema } from '#shared/domain/contacts/contact.ts';
import type { Fact } from '#shared/domain/facts/fact.ts';
import type { Day } from '#shared/lib/dates.ts';
import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import { evenMonths, storeFactImport } from '../../../tests/factories/many-facts.ts';
import { openTestFile, type TestFile } from '../../../tests/factories/test-store.ts';
import {
  square,
  storeTerritory,
  type TerritoryMaker,
  territoryMaker,
} from '../../../tests/factories/test-territory.ts';
import { putFactBatch } from '../../store/repositories/fact-repository.ts';
import { explainSegmentVersions } from '../../store/repositories/place-versions.ts';
import { newestNeeds, partnersOnSegments } from '../../store/repositories/street-profile.ts';
import { logContact } from '../contacts/log-contact.ts';
import { addParty } from '../parties/index.ts';
import { readStreet, readStreetProfile } from './index.ts';

const random = seededRandom(23);
const newId = (): string => makeId(1_750_000_000_000, randomBytes(random, 16));

let test: TestFile;
let town: TerritoryMaker;
let noord: string;
let before: string;
let street: string;
let pieces: readonly string[];
beforeEach(async () => {
  test = await openTestFile();
  town = territoryMaker();
  noord = town.area({ nameNl: 'Noord', geometry: square([4.4, 51], 0.02) }).id;
  before = town.street({ nameNl: 'Oude Baan', officialId: 'S1', validTo: '2026-01-01' }).id;
  street = town.street({ nameNl: 'Nieuwe Baan', officialId: 'S1', validFrom: '2026-01-01' }).id;
  pieces = [4.401, 4.405].map((west) => {
    const geometry = [
      [west, 51.005],
      [west + 0.004, 51.005],
    ] as const;
    return town.segment({ streetId: street, geometry, neighbourhoodId: noord }).id;
  });
  await storeTerritory(test.store, town.dataset);
  await storeFactImport(test.store, { id: 'i1' });
});
afterEach(() => test.dispose());

const ask = async (
  segmentId: string | null = null,
  id = street,
  period: StreetProfileQuestion['period'] = null,
) => streetProfileSchema.parse(await readStreetProfile(test.file, { id, segmentId, period }));

async function record(count: number, changes: Partial<Fact> = {}) {
  const facts = Array.from({ length: count }, (): Fact => ({
    kind: 'vandalism',
    origin: 'public',
    time: '2026-03-06T21:30:00.000Z',
    tie: 'nearest',
    streetId: street,
    segmentId: pieces[0] ?? '',
    ...changes,
  }));
  const batch = { id: newId(), importId: 'i1', neighbourhoodId: noord, facts, version: 1 };
  await test.store.write((handle) => putFactBatch(handle, batch));
}

/** Facts of the file in another street, so that it lacks none of these months. */
async function recordElsewhere(first: Day, last: Day) {
  const elsewhere = { streetId: newId(), segmentId: undefined, tie: 'street' as const };
  for (const time of Object.keys(evenMonths({ first, last }, 1))) {
    await record(10, { ...elsewhere, time });
  }
}

async function log(changes: Record<string, unknown> = {}) {
  const input = newContactSchema.parse({
    id: newId(),
    occurredAt: '2026-03-02T10:00:00.000Z',
    place: { streetId: before, houseNumber: '', position: [4.402, 51.0051] },
    reason: 'nuisance',
    summary: '',
    next: { step: 'nothing', note: '' },
    ...changes,
  });
  return logContact(test.file, input);
}

it('says whether the desk holds what happened in the street', async () => {
  const fetched = (scope: string) =>
    test.store.write(({ tables }) =>
      tables
        .insertInto('sync_scope')
        .values({ scope, cursor: 1, generation: 1, whole: 1, row_count: 0, digest: '0'.repeat(16) })
        .execute(),
    );
  // A desk that never fetched anything has all there is of its own.
  expect(await ask()).toMatchObject({ isHeld: true });
  await fetched(`neighbourhood:${newId()}`);
  expect(await ask()).toMatchObject({ isHeld: false });
  await fetched(`neighbourhood:${noord}`);
  expect(await ask()).toMatchObject({ isHeld: true });
});

describe('the profile of a street', () => {
  it('has needs in the words of residents, without what is restricted', async () => {
    await log({ need: 'Een lamp in de steeg', occurredAt: '2026-03-01T10:00:00.000Z' });
    await log({ need: 'Niet voor iedereen', sensitivity: 'restricted' });
    await log({ need: 'Trager verkeer' });
    await log();
    const { needs } = await ask();
    expect(needs.map(({ need }) => need)).toEqual(['Trager verkeer', 'Een lamp in de steeg']);
    const plan = await newestNeeds(
      test.store.read,
      { column: 'street_id', ids: [street] },
      3,
    ).explain(undefined, sql`query plan`);
    expect(JSON.stringify(plan)).toContain('contact_need_of_street');
  });

  it('counts facts by kind and quarter, those of police apart', async () => {
    await record(4);
    await record(2, { kind: 'drugs', origin: 'police' });
    await record(3, { time: '2025-12', kind: 'drugs', segmentId: pieces[1] ?? '' });
    await record(5, { time: '2025' });
    const profile = await ask();
    expect(profile.kinds).toEqual([
      { code: 'vandalism', count: 4, police: 0 },
      { code: 'drugs', count: 3, police: 2 },
    ]);
    expect(profile.quarters).toHaveLength(12);
    expect(profile.quarters.slice(-3).map(({ count, police }) => [count, police])).toEqual([
      [3, 0],
      [4, 2],
      [0, 0],
    ]);
    expect(profile.quarters.at(-1)?.interval.high).toBeGreaterThan(3);
    expect(profile.trend).toEqual({ kind: 'too-few' });
    // Most facts tell their moment, and those are of one day.
    expect(profile.quarters.slice(-4).map(({ coverage }) => coverage)).toEqual([
      'none',
      'part',
      'part',
      'none',
    ]);
    expect(await ask(null, before)).toEqual(profile);
    expect((await ask(pieces[1] ?? '')).kinds).toEqual([{ code: 'drugs', count: 3, police: 0 }]);
  });

  it('counts over the period that was chosen, with the three years up to its end', async () => {
    await record(4);
    await record(3, { time: '2021-07', kind: 'drugs' });
    await record(2, { time: '2019-02', kind: 'drugs' });
    await record(60, { time: '2021-08-06T21:30:00.000Z' });
    const period = { from: '2021-01-01', to: '2022-01-01' };
    const { counted, kinds, quarters, pieces, week } = await ask(null, street, period);
    expect(counted).toEqual(period);
    expect(kinds).toEqual([
      { code: 'vandalism', count: 60, police: 0 },
      { code: 'drugs', count: 3, police: 0 },
    ]);
    expect(pieces.map(({ facts }) => facts)).toEqual([63, 0]);
    expect(week.filter(({ standsOut }) => standsOut)).toMatchObject([{ day: 4, from: 20 }]);
    expect(quarters.map(({ count }) => count)).toEqual([2, ...Array(9).fill(0), 63, 0]);
    expect([quarters[0]?.from, quarters.at(-1)?.to]).toEqual(['2019-01-01', '2022-01-01']);
    expect(await ask()).toMatchObject({ counted: { from: '2025-06-15', to: '2026-06-16' } });
    // Of days to come there are no quarters.
    const ahead = await ask(null, street, { from: '2026-01-01', to: '2030-01-01' });
    expect(ahead.quarters.at(-1)?.to).toBe('2026-07-01');
  });

  it('tells when in the week, and how many facts do not say', async () => {
    // Friday, half past ten in the evening in Brussels.
    await record(60);
    await record(2, { time: '2026-03-06' });
    const { week, withoutHour } = await ask();
    expect(withoutHour).toBe(2);
    expect(week.filter(({ standsOut }) => standsOut)).toMatchObject([
      { day: 4, from: 20, count: 60 },
    ]);
  });

  it('has its trend of quarters that the files cover wholly, and says which', async () => {
    // A falling street whose data begin in the middle of a quarter and end in the one that runs.
    const counts = { '2024-05': 6, '2024-08': 26, '2024-11': 24, '2025-02': 22, '2025-05': 18 };
    for (const [month, count] of Object.entries(counts)) await record(count, { time: month });
    await recordElsewhere('2024-05-01', '2026-03-31');
    await record(15, { time: '2025-08-02' });
    await record(12, { time: '2025-12-31' });
    await record(1, { time: '2026-03-31' });
    const { trend, trendOver, quarters } = await ask();
    if (trend.kind !== 'trend') throw new Error('no trend');
    expect(trend.interval.high).toBeLessThan(1);
    expect(trendOver).toEqual({ from: '2024-07-01', to: '2026-04-01', leftOut: [] });
    const shown = quarters.map(({ coverage }) => coverage);
    expect(shown.slice(shown.indexOf('part'))).toEqual(['part', ...Array(7).fill('whole'), 'none']);
  });

  it('leaves a source that covers few of the quarters out of the trend', async () => {
    await recordElsewhere('2024-02-01', '2025-05-31');
    for (const month of ['2024-02', '2024-05', '2024-08', '2024-11', '2025-02', '2025-05']) {
      await record(10, { time: month });
    }
    const before = await ask();
    await storeFactImport(test.store, { id: 'i2', sourceId: 'new' });
    const fact = { kind: 'drugs', origin: 'partner', time: '2025-05', tie: 'street' } as const;
    const facts = Array.from({ length: 9 }, () => ({ ...fact, streetId: street }));
    const batch = { id: newId(), importId: 'i2', neighbourhoodId: noord, facts, version: 1 };
    await test.store.write((handle) => putFactBatch(handle, batch));
    const after = await ask();
    expect(after.trend).toEqual(before.trend);
    expect(after.trendOver).toEqual({ ...before.trendOver, leftOut: ['new'] });
  });

  it('has no trend across a change of method of a source that counts here', async () => {
    await recordElsewhere('2024-02-01', '2025-05-31');
    for (const month of ['2024-02', '2024-05', '2024-08', '2024-11', '2025-02', '2025-05']) {
      await record(10, { time: month });
    }
    expect((await ask()).trend).toMatchObject({ kind: 'trend' });
    await storeFactImport(test.store, { id: 'i2', sourceId: 'elsewhere' });
    const breakOf = (source: string) =>
      test.store.write(({ tables }) =>
        tables
          .updateTable('fact_source')
          .set({ breaks: JSON.stringify([{ on: '2025-01-01', note: 'Nieuwe camera’s' }]) })
          .where('id', '=', source)
          .execute(),
      );
    await breakOf('elsewhere');
    expect((await ask()).trend.kind).toBe('trend');
    await breakOf('source');
    const parted = await ask();
    expect(parted.trend).toEqual({ kind: 'break' });
    expect(parted.breaks).toEqual([
      { source: 'source', on: '2025-01-01', note: 'Nieuwe camera’s' },
    ]);
  });

  it('has no trend while nobody said whether a source changed its method, and one once somebody did', async () => {
    // Twice as many cameras as the year before, on another street, and as much more.
    const elsewhere = { streetId: newId(), origin: 'police' as const };
    const cameras = async (year: number, count: number, amount: number): Promise<void> => {
      for (let camera = 0; camera < count; camera += 1) {
        const placeText = `Camera ${camera}`;
        await record(1, { ...elsewhere, time: `${year}-12-31`, placeText, amount });
      }
    };
    await recordElsewhere('2024-01-01', '2025-12-31');
    for (const month of ['2024-02', '2024-05', '2024-08', '2024-11', '2025-02', '2025-05']) {
      await record(10, { time: month });
    }
    await record(5, { time: '2024-01-01' });
    await cameras(2024, 10, 100);
    const { trend, trendOver } = await ask();
    expect(trend.kind).toBe('trend');
    await cameras(2025, 20, 300);
    const asked = await ask();
    expect(asked.trend).toEqual({
      kind: 'suspected',
      suspected: [{ source: 'source', years: [2025] }],
    });
    await test.store.write(({ tables }) =>
      tables
        .updateTable('fact_source')
        .set({ unchanged: JSON.stringify(['2025-01-01']) })
        .execute(),
    );
    const answered = await ask();
    expect(answered.trend.kind).toBe('trend');
    expect(trendOver?.from).toBe(answered.trendOver?.from);
  });

  it('has its pieces with feeling and fact, and says how safe it feels', async () => {
    for (let one = 0; one < 6; one += 1) await log({ feeling: one < 4 ? 'often' : 'never' });
    await record(3);
    const profile = await ask();
    expect(profile.felt).toMatchObject({ answers: 6, insecure: 4 });
    expect(profile.pieces.map(({ answers, facts }) => [answers, facts])).toEqual([
      [6, 3],
      [0, 0],
    ]);
    expect((await ask(pieces[1] ?? '')).felt).toBeNull();
  });

  it('names organisations, and never a person', async () => {
    const add = (kind: 'person' | 'organisation', name: string) =>
      addParty(test.file, {
        id: newId(),
        fields: { kind, name, reach: '', language: null, role: 'school' },
      });
    const school = await add('organisation', 'School De Regenboog');
    const person = await add('person', 'Joris Bedacht');
    await log({ parties: [school.id, person.id] });
    await log({ parties: [school.id] });
    const { organisations } = await ask();
    expect(organisations).toEqual([
      { id: school.id, name: 'School De Regenboog', role: 'school', contacts: 2 },
    ]);
    expect(JSON.stringify(await ask())).not.toContain('Joris');
  });

  it('tells what was done before, and what came of it', async () => {
    const row = (
      entity: 'action' | 'measure' | 'deal',
      id: string,
      actionId: string,
      fields: object,
    ) => ({
      entity,
      id,
      dossier_id: 'd1',
      action_id: actionId,
      neighbourhood_id: '',
      state: '',
      fields: JSON.stringify(fields),
      version: 1,
    });
    const done = {
      dossierId: newId(),
      title: 'Lampen',
      learned: 'Lager hangen',
      state: 'closed',
      endsOn: '2026-02-01',
      verdict: 'helped',
    };
    const measured = (actionId: string, segmentId: string) => ({
      actionId,
      segmentId,
      type: 'works',
      removed: false,
      partnerId: null,
    });
    const [roads, gone] = [newId(), newId()];
    const [here, there, measure, other] = [newId(), newId(), newId(), newId()];
    await test.store.write(async ({ tables }) => {
      await tables
        .insertInto('casework')
        .values([
          row('action', here, here, done),
          row('action', there, there, { ...done, title: 'Elders' }),
          row('measure', measure, here, measured(here, pieces[0] ?? '')),
          row('measure', other, there, measured(there, newId())),
          row('deal', newId(), here, { partnerId: roads, withdrawn: false }),
          row('deal', newId(), here, { partnerId: gone, withdrawn: true }),
        ])
        .execute();
      await tables
        .insertInto('casework_segment')
        .values([
          { segment_id: pieces[0] ?? '', entity: 'measure', id: measure },
          { segment_id: newId(), entity: 'measure', id: other },
        ])
        .execute();
    });
    await test.store.write(({ tables }) =>
      tables
        .insertInto('partner')
        .values(
          [roads, gone].map((id) => ({
            id,
            name: id === roads ? 'Dienst wegen' : 'Vroeger',
            kind: 'municipality' as const,
            neighbourhood_id: null,
            version: 1,
          })),
        )
        .execute(),
    );
    const expected = {
      actions: [{ id: here, ...done, types: ['works'] }],
      partners: [
        {
          ...{ id: roads, name: 'Dienst wegen', kind: 'municipality' },
          ...{ measures: 0, deals: 1, openDeals: 1 },
        },
      ],
    };
    expect(await ask()).toMatchObject(expected);
    expect(await ask(pieces[0])).toMatchObject(expected);
    expect(await ask(pieces[1])).toMatchObject({ actions: [], partners: [] });
  });

  it('names partners with what they do here, however many actions came after, by indexes alone', async () => {
    const [west = '', east = ''] = pieces;
    const [dossierId, roads, school, away] = [newId(), newId(), newId(), newId()];
    const rows: {
      entity: 'action' | 'measure' | 'deal';
      id: string;
      action: string;
      fields: object;
    }[] = [];
    const plan = (
      segmentId: string,
      partnerId: string | null,
      { removed = false, state: standing = 'active' } = {},
    ) => {
      const [action, id] = [newId(), newId()];
      const state = { dossierId, title: 'Lampen', learned: '', state: standing };
      rows.push({
        ...{ entity: 'action', id: action, action },
        fields: { ...state, endsOn: null, verdict: null },
      });
      const fields = { actionId: action, segmentId, type: 'works', removed, partnerId };
      rows.push({ entity: 'measure', id, action, fields });
      return action;
    };
    const deal = (action: string, partnerId: string, theyDoneOn: string | null) =>
      rows.push({
        ...{ entity: 'deal', id: newId(), action },
        fields: { partnerId, withdrawn: false, theyDoneOn },
      });
    const first = plan(west, roads);
    deal(first, school, null);
    deal(first, school, '2026-03-01');
    plan(east, roads);
    plan(west, away, { removed: true });
    deal(plan(west, away, { state: 'refused' }), away, null);
    deal(plan(newId(), away), away, null);
    for (let more = 0; more < 12; more += 1) plan(west, null);
    await test.store.write(async ({ tables }) => {
      for (const { entity, id, action, fields } of rows) {
        const state = entity === 'action' && 'state' in fields ? String(fields.state) : '';
        const hung = { dossier_id: dossierId, action_id: action, neighbourhood_id: '', state };
        const stored = { entity, id, ...hung, fields: JSON.stringify(fields), version: 1 };
        await tables.insertInto('casework').values(stored).execute();
        if (entity !== 'measure' || !('segmentId' in fields)) continue;
        const segment_id = String(fields.segmentId);
        await tables.insertInto('casework_segment').values({ segment_id, entity, id }).execute();
      }
      const named = [roads, school, away].map((id, at) => ({
        ...{ id, name: ['Dienst wegen', 'School', 'Elders'][at] ?? '' },
        ...{ kind: 'school' as const, neighbourhood_id: null, version: 1 },
      }));
      await tables.insertInto('partner').values(named).execute();
    });
    const told = async (segmentId: string | null) =>
      (await ask(segmentId)).partners.map(({ name, measures, deals, openDeals }) => [
        ...[name, measures, deals, openDeals],
      ]);
    expect(await told(null)).toEqual([
      ['Dienst wegen', 2, 0, 0],
      ['School', 0, 2, 1],
    ]);
    expect(await told(west)).toEqual([
      ['Dienst wegen', 1, 0, 0],
      ['School', 0, 2, 1],
    ]);
    expect(await told(east)).toEqual([['Dienst wegen', 1, 0, 0]]);
    const steps = await partnersOnSegments(test.store.read, pieces).explain<{ detail: string }>(
      undefined,
      sql`query plan`,
    );
    const scans = steps.map(({ detail }) => detail).filter((detail) => detail.startsWith('SCAN'));
    expect(scans.filter((of) => /casework|stretch|measure|action|partner/.test(of))).toEqual([]);
  });

  it('keeps what was done, who takes part and what happened on a piece that changed since, by indexes alone', async () => {
    const current = await test.store.read
      .selectFrom('segment')
      .select(['official_id', 'neighbourhood_id', 'geometry', 'length_metres', 'road_class'])
      .select(['opened_by', 'closed_by'])
      .where('id', '=', pieces[0] ?? '')
      .executeTakeFirstOrThrow();
    // The first lies on the same piece, the other on one that the street has no more.
    const [former, gone, roads] = [newId(), newId(), newId()];
    const until = { valid_from: '2019-01-01', valid_to: '2020-01-01', street_id: before };
    const actions = [former, gone].map((segmentId) => ({ segmentId, action: newId() }));
    await test.store.write(async ({ tables }) => {
      await tables
        .insertInto('segment')
        .values([
          { ...current, ...until, id: former },
          { ...current, ...until, id: gone, official_id: 'gone' },
        ])
        .execute();
      const partner = { id: roads, name: 'Dienst wegen', kind: 'municipality' as const };
      await tables
        .insertInto('partner')
        .values({ ...partner, neighbourhood_id: null, version: 1 })
        .execute();
      for (const { segmentId, action } of actions) {
        const id = newId();
        const hung = { dossier_id: 'd1', action_id: action, neighbourhood_id: '', version: 1 };
        const told = { dossierId: newId(), title: 'Lampen', learned: '', endsOn: '2026-02-01' };
        const ended = { ...told, state: 'closed', verdict: 'helped' };
        const plan = { actionId: action, segmentId, type: 'works', removed: false };
        await tables
          .insertInto('casework')
          .values([
            {
              ...{ ...hung, entity: 'action', id: action, state: 'closed' },
              fields: JSON.stringify(ended),
            },
            {
              ...{ ...hung, entity: 'measure', id, state: '' },
              fields: JSON.stringify({ ...plan, partnerId: roads }),
            },
          ])
          .execute();
        const stretch = { segment_id: segmentId, entity: 'measure' as const, id };
        await tables.insertInto('casework_segment').values(stretch).execute();
      }
    });
    await record(3, { segmentId: former });
    const told = async (segmentId: string | null) => {
      const profile = await ask(segmentId);
      return {
        actions: profile.actions.map(({ id, types, verdict }) => ({ id, types, verdict })),
        partners: profile.partners.map(({ name, measures }) => [name, measures]),
        facts: profile.kinds.reduce((sum, { count }) => sum + count, 0),
      };
    };
    const done = actions.map(({ action: id }) => ({ id, types: ['works'], verdict: 'helped' }));
    const ofPiece = {
      actions: done.slice(0, 1),
      partners: [['Dienst wegen', 1]],
      facts: (await ask()).pieces[0]?.facts,
    };
    expect(ofPiece.facts).toBe(3);
    expect(await told(pieces[0] ?? '')).toEqual(ofPiece);
    // An address that was kept may still name the piece by what it was.
    expect(await told(former)).toEqual(ofPiece);
    expect(await told(pieces[1] ?? '')).toEqual({ actions: [], partners: [], facts: 0 });
    expect((await ask(former)).segmentId).toBe(pieces[0]);
    const whole = await told(null);
    expect(whole.actions).toEqual(expect.arrayContaining(done));
    expect(whole.partners).toEqual([['Dienst wegen', 2]]);
    const plan = await explainSegmentVersions(test.store.read);
    expect(plan.filter((detail) => detail.startsWith('SCAN'))).toEqual([]);
  });

  it('narrows what was said and promised to a piece of it', async () => {
    const [west = '', east = ''] = pieces;
    const at = (longitude: number) => ({
      place: { streetId: before, houseNumber: '', position: [longitude, 51.0051] },
    });
    await log({ ...at(4.402), need: 'Een lamp', problems: ['vandalism'], feeling: 'often' });
    await log({
      ...at(4.408),
      need: 'Trager verkeer',
      next: { step: 'promise', note: 'Ik bel terug', dueOn: '2026-06-20', channel: null },
    });
    await log({ place: { streetId: before, houseNumber: '', position: null }, need: 'Ergens' });
    expect((await ask(west)).needs.map(({ need }) => need)).toEqual(['Een lamp']);
    expect((await ask(east)).needs.map(({ need }) => need)).toEqual(['Trager verkeer']);
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
    await record(3);
    expect(await ask(newId())).toEqual(await ask());
    expect((await ask()).segmentId).toBeNull();
  });

  it('knows no other street', async () => {
    await expect(ask(null, newId())).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
