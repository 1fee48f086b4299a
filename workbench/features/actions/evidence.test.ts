import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { verdictsSchema } from '#shared/contract/action-evidence.ts';
import type { ClosingForm } from '#shared/contract/actions.ts';
import type { SignCount } from '#shared/domain/actions/sign.ts';
import type { Verdict } from '#shared/domain/actions/vocabulary.ts';
import type { Feeling } from '#shared/domain/contacts/code-lists.ts';
import { newContactSchema } from '#shared/domain/contacts/contact.ts';
import type { Fact } from '#shared/domain/facts/fact.ts';
import { addDays } from '#shared/lib/dates.ts';
import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import { actionForm, dossierForm, measureFields } from '../../../tests/factories/casework.ts';
import {
  evenMonths,
  type PlantedCounts,
  storeFactImport,
} from '../../../tests/factories/many-facts.ts';
import { openTestFile, type TestFile } from '../../../tests/factories/test-store.ts';
import { square, storeTerritory, territoryMaker } from '../../../tests/factories/test-territory.ts';
import { putFactBatch } from '../../store/repositories/fact-repository.ts';
import { logContact } from '../contacts/log-contact.ts';
import * as actions from './index.ts';

const random = seededRandom(53);
const newId = (): string => makeId(1_750_000_000_000, randomBytes(random, 16));

/** Streets of one stretch each, side by side; only those of {@link ROW} share their crossings. */
const STREETS = 20;
/** Stretches of the first street, end to end: the action is on the middle one. */
const ROW = 3;
const BEGAN = '2026-06-15';
const DAYS = 28;

/** The file of a source that brings many facts a day, as its import notes it. */
const yearOfFacts = (last = '2026-12-31'): PlantedCounts => {
  const days = { first: '2026-01-01', last };
  return { days, stored: 10_000, months: evenMonths(days, 800) };
};

let test: TestFile;
let noord: string;
let row: string[];
let rowStreet: string;
let others: { id: string; streetId: string }[];
let far: { id: string; streetId: string };
beforeEach(async () => {
  test = await openTestFile();
  const town = territoryMaker();
  noord = town.area({ nameNl: 'Noord', geometry: square([4.4, 51], 0.1) }).id;
  const zuid = town.area({ nameNl: 'Zuid', geometry: square([4.4, 50.8], 0.1) }).id;
  rowStreet = town.street({ nameNl: 'Lange Baan' }).id;
  row = Array.from({ length: ROW }, (_, piece) => {
    const geometry = [
      [4.41 + piece * 0.002, 51.01],
      [4.41 + (piece + 1) * 0.002, 51.01],
    ] as const;
    return town.segment({ streetId: rowStreet, geometry, neighbourhoodId: noord }).id;
  });
  const alone = (name: string, latitude: number, neighbourhoodId: string) => {
    const streetId = town.street({ nameNl: name }).id;
    const geometry = [
      [4.42, latitude],
      [4.422, latitude],
    ] as const;
    return { id: town.segment({ streetId, geometry, neighbourhoodId }).id, streetId };
  };
  others = Array.from({ length: STREETS }, (_, at) =>
    alone(`Dwarsstraat ${at + 1}`, 51.02 + at * 0.002, noord),
  );
  far = alone('Verre Straat', 50.85, zuid);
  await storeTerritory(test.store, town.dataset);
  await storeFactImport(test.store, { id: 'i1', counts: yearOfFacts() });
});
afterEach(() => test.dispose());

const own = (): string => row[1] ?? '';
const streetOf = (segmentId: string): string =>
  [...others, far].find(({ id }) => id === segmentId)?.streetId ?? rowStreet;
/** In the four weeks before those that led up to it. */
const BEFORE = addDays(BEGAN, -33);
const LEAD_UP = addDays(BEGAN, -5);
const AFTER = addDays(BEGAN, 5);

async function record(
  segmentId: string,
  day: string,
  count: number,
  changes: Partial<Fact> = {},
  importId = 'i1',
) {
  const facts = Array.from({ length: count }, (): Fact => ({
    kind: 'speeding',
    origin: 'public',
    time: day,
    tie: 'nearest',
    streetId: streetOf(segmentId),
    segmentId,
    ...changes,
  }));
  const batch = { id: newId(), importId, neighbourhoodId: noord, facts, version: 1 };
  await test.store.write((handle) => putFactBatch(handle, batch));
}

/** On every other street as many facts before as after. */
async function evenly(count: number): Promise<void> {
  for (const { id } of others.slice(0, 8)) {
    await record(id, BEFORE, count);
    await record(id, AFTER, count);
  }
}

/** What is done in each of three weeks of the actions that run. */
const stops: { readonly measureId: string; readonly minutes: number }[] = [];

/** An action on one stretch that began on {@link BEGAN} and ran four weeks, with its share of the dose done. */
async function ran(
  segmentId = own(),
  { counted = 'facts', minutes = 90 }: { counted?: SignCount; minutes?: number } = {},
): Promise<string> {
  const [dossierId, id, measureId] = [newId(), newId(), newId()];
  const me = test.store.identity.officerId;
  const { sign, ...form } = actionForm(me);
  await actions.openDossier(test.file, { id: dossierId, form: dossierForm([segmentId]) });
  await actions.proposeAction(test.file, {
    id,
    dossierId,
    form: { ...form, sign: { ...sign, counted } },
  });
  const streetId = streetOf(segmentId);
  const fields = measureFields(id, { id: segmentId, streetId });
  await actions.planMeasure(test.file, { id: measureId, fields });
  await actions.answerAction(test.file, null, { id, approve: true, reason: '' });
  await actions.startAction(test.file, { id });
  if (minutes > 0) stops.push({ measureId, minutes: minutes / 3 });
  return id;
}
/** So many days later, with the stops of the weeks between. */
const later = async (days = DAYS): Promise<void> => {
  test.clock.advance(days * 86_400_000);
  const weeks = [0, 1, 2].filter((week) => 7 * week <= days);
  for (const { measureId, minutes } of stops.splice(0)) {
    for (const week of weeks) {
      const day = addDays(BEGAN, 7 * week);
      await actions.confirmDelivery(test.file, { id: newId(), measureId, day, minutes });
    }
  }
};
const verdicts = async (id: string) =>
  verdictsSchema.parse(await actions.readVerdicts(test.file, { id, signAfter: null }));
const possible = async (id: string): Promise<readonly Verdict[]> =>
  (await verdicts(id)).choices.filter((one) => one.possible).map(({ verdict }) => verdict);
const closing = (id: string, verdict: Verdict): ClosingForm => ({
  id,
  verdict,
  verdictNote: '',
  signAfter: null,
  feedback: { on: BEGAN, channel: 'at-home', text: 'Gezegd wat er kwam' },
  lesson: null,
});
const close = (id: string, verdict: Verdict) =>
  actions.closeAction(test.file, closing(id, verdict));

describe('N20: the verdict of an action', () => {
  it('is "helped" where it fell against comparable streets, and did not move next door', async () => {
    await evenly(10);
    await record(own(), BEFORE, 40);
    await record(own(), LEAD_UP, 60);
    await record(own(), AFTER, 8);
    await record(row[0] ?? '', BEFORE, 10);
    await record(row[0] ?? '', AFTER, 9);
    const id = await ran();
    await later();
    const { evidence, choices } = await verdicts(id);
    expect(evidence).toMatchObject({
      counted: 'facts',
      before: { from: '2026-04-20', to: '2026-05-18' },
      leadUp: { from: '2026-05-18', to: BEGAN },
      after: { from: BEGAN, to: '2026-07-13' },
      own: [
        { id: own(), nameNl: 'Lange Baan', leadUp: { count: 60 }, count: { before: 40, after: 8 } },
      ],
      breaks: [],
      kept: false,
      fixed: { baseline: 40, from: '2026-05-01', to: '2026-05-31' },
    });
    expect(evidence?.surroundings.map((one) => one.id)).toEqual([row[0], row[2]]);
    expect(evidence?.comparison).toHaveLength(12);
    expect(evidence?.difference?.estimate).toBeCloseTo(-32, 9);
    expect(choices[0]).toEqual({ verdict: 'helped', possible: true, reason: 'interval-better' });
    await expect(close(id, 'worse')).rejects.toMatchObject({ data: { field: 'verdict' } });
    expect(await close(id, 'helped')).toMatchObject({ verdict: 'helped', signAfter: 8 });
    await later(30);
    await record(own(), '2026-08-01', 50);
    await record(own(), AFTER, 50);
    expect((await verdicts(id)).evidence).toEqual({ ...evidence, kept: true });
  });

  it('is not "helped" where it moved to the next stretch', async () => {
    await evenly(10);
    await record(own(), BEFORE, 40);
    await record(own(), AFTER, 8);
    await record(row[2] ?? '', BEFORE, 10);
    await record(row[2] ?? '', AFTER, 45);
    const id = await ran();
    await later();
    expect(await possible(id)).toEqual(['cannot-tell']);
    expect((await verdicts(id)).choices[0]).toMatchObject({ reason: 'moved-elsewhere' });
  });

  it('is "worse" where it rose against comparable streets', async () => {
    await evenly(10);
    await record(own(), BEFORE, 10);
    await record(own(), AFTER, 45);
    const id = await ran();
    await later();
    expect(await possible(id)).toEqual(['cannot-tell', 'worse']);
    expect(await close(id, 'worse')).toMatchObject({ verdict: 'worse', signAfter: 45 });
  });

  it('is "no sign" where everywhere fell alike, or the numbers are small', async () => {
    for (const { id } of others.slice(0, 8)) {
      await record(id, BEFORE, 20);
      await record(id, AFTER, 5);
    }
    await record(own(), BEFORE, 20);
    await record(own(), AFTER, 5);
    const id = await ran();
    for (const { id: quiet } of others.slice(9)) {
      await record(quiet, BEFORE, 3);
      await record(quiet, AFTER, 3);
    }
    const few = others[8]?.id ?? '';
    await record(few, BEFORE, 3);
    const small = await ran(few);
    await later();
    for (const one of [id, small]) expect(await possible(one)).toEqual(['no-sign', 'cannot-tell']);
    expect(await close(id, 'no-sign')).toMatchObject({ verdict: 'no-sign' });
  });

  it('is "not really tried" under half of the dose, however it fell', async () => {
    await evenly(10);
    await record(own(), BEFORE, 40);
    const id = await ran(own(), { minutes: 30 });
    await later();
    expect(await possible(id)).toEqual(['not-really-tried']);
    expect(await close(id, 'not-really-tried')).toMatchObject({ doseShare: 0.25 });
  });

  it('can only be "cannot tell" where a source changed how it counts', async () => {
    await evenly(10);
    await record(own(), BEFORE, 40);
    await record(own(), AFTER, 8);
    const breaks = JSON.stringify([{ on: '2026-06-20', note: 'Nieuwe camera’s' }]);
    await test.store.write(({ tables }) =>
      tables.updateTable('fact_source').set({ breaks }).execute(),
    );
    const id = await ran();
    await later();
    const { evidence } = await verdicts(id);
    expect(evidence).toMatchObject({ difference: null, breaks: [{ source: 'source' }] });
    expect(await possible(id)).toEqual(['cannot-tell']);
    await close(id, 'cannot-tell');
  });
});

describe('days that no file covers', () => {
  /** Something that would be "helped", were the facts as complete as they look. */
  async function wouldHaveHelped(): Promise<string> {
    await evenly(10);
    await record(own(), BEFORE, 40);
    await record(own(), AFTER, 8);
    return ran();
  }
  const reachUntil = (last: string) =>
    test.store.write(({ tables }) =>
      tables
        .updateTable('fact_import')
        .set({ counts: JSON.stringify(yearOfFacts(last)) })
        .execute(),
    );

  it('are no zero: under half of an action only "cannot tell" is left, and that is kept', async () => {
    const id = await wouldHaveHelped();
    await reachUntil('2026-06-27');
    await later();
    const { evidence, choices } = await verdicts(id);
    expect(evidence?.reach).toEqual({
      ran: { from: BEGAN, to: '2026-07-13' },
      until: '2026-06-28',
      whole: true,
    });
    expect(evidence?.difference).toBeNull();
    expect(choices[0]).toEqual({ verdict: 'helped', possible: false, reason: 'not-covered' });
    await expect(close(id, 'no-sign')).rejects.toMatchObject({ data: { field: 'verdict' } });
    expect(await close(id, 'cannot-tell')).toMatchObject({ signAfter: null });
    await reachUntil('2026-12-31');
    expect((await verdicts(id)).evidence).toEqual({ ...evidence, kept: true });
  });

  it('are those of a month that the source lacks as well, though it goes on after', async () => {
    const id = await wouldHaveHelped();
    const note = (counts: PlantedCounts) =>
      test.store.write(({ tables }) =>
        tables
          .updateTable('fact_import')
          .set({ counts: JSON.stringify(counts) })
          .execute(),
      );
    await note(yearOfFacts());
    await later();
    expect(await possible(id)).toContain('helped');
    await note({ ...yearOfFacts(), months: { ...yearOfFacts().months, '2026-07': 0 } });
    expect((await verdicts(id)).evidence?.reach).toMatchObject({
      until: '2027-01-01',
      whole: false,
    });
    expect(await possible(id)).toEqual(['cannot-tell']);
  });

  it('are left out from half of an action on, and so are as many before', async () => {
    const id = await wouldHaveHelped();
    await reachUntil('2026-07-05');
    await record(own(), '2026-07-08', 100);
    await later();
    const { evidence } = await verdicts(id);
    expect(evidence).toMatchObject({
      before: { from: '2026-05-04', to: '2026-05-25' },
      after: { from: BEGAN, to: '2026-07-06' },
      own: [{ count: { before: 40, after: 8 } }],
    });
    expect(await possible(id)).toEqual(['helped', 'cannot-tell']);
  });

  it('say nothing where one of two sources begins within the days before, or none is known', async () => {
    const silent = await ran(others[9]?.id);
    const id = await wouldHaveHelped();
    await storeFactImport(test.store, {
      id: 'i2',
      sourceId: 'new',
      counts: { ...yearOfFacts(), days: { first: '2026-05-10', last: '2026-12-31' } },
    });
    await later();
    expect(await possible(id)).toContain('helped');
    await record(own(), AFTER, 3, {}, 'i2');
    expect(await possible(id)).toEqual(['cannot-tell']);
    await test.store.write(({ tables }) => tables.deleteFrom('fact').execute());
    expect((await verdicts(silent)).evidence?.reach?.until).toBeNull();
    expect(await possible(silent)).toEqual(['cannot-tell']);
  });

  it('end where the furthest file ends of a kind that nobody recorded lately', async () => {
    await record(own(), '2026-01-05', 1);
    await reachUntil('2026-06-20');
    const id = await ran();
    await later();
    expect((await verdicts(id)).evidence?.reach).toMatchObject({ until: '2026-06-21' });
    expect(await possible(id)).toEqual(['cannot-tell']);
  });
});

describe('what is counted', () => {
  it('leaves out what police found, other kinds, and what may lie on both sides of the start', async () => {
    await record(own(), AFTER, 50, { origin: 'police' });
    await record(own(), AFTER, 50, { kind: 'drugs' });
    await record(own(), '2026-06', 50);
    await record(own(), AFTER, 1, { origin: 'partner', amount: 3 });
    const id = await ran();
    await later();
    const { evidence } = await verdicts(id);
    expect(evidence?.own).toMatchObject([{ count: { before: 0, after: 3 } }]);
    expect(evidence?.difference).toBeNull();
  });

  it('compares with no street where another action ran, nor outside of what the desk holds', async () => {
    const nearest = others[4]?.id ?? '';
    for (const segmentId of [own(), nearest, far.id]) await record(segmentId, LEAD_UP, 9);
    await evenly(2);
    const id = await ran();
    await later(7);
    const compared = async () => (await verdicts(id)).evidence?.comparison.map((one) => one.id);
    expect(new Set((await compared())?.slice(0, 2))).toEqual(new Set([nearest, far.id]));
    await test.store.write(({ tables }) =>
      tables
        .insertInto('sync_scope')
        .values({
          scope: `neighbourhood:${noord}`,
          cursor: 1,
          generation: 1,
          whole: 1,
          row_count: 0,
          digest: '0'.repeat(16),
        })
        .execute(),
    );
    expect(await compared()).not.toContain(far.id);
    await ran(nearest, { minutes: 0 });
    expect(await compared()).not.toContain(nearest);
    expect(await compared()).toHaveLength(12);
  });

  it('is not compared with a stretch that somebody left out, until that is taken back', async () => {
    const nearest = others[4]?.id ?? '';
    for (const segmentId of [own(), nearest]) await record(segmentId, LEAD_UP, 9);
    const id = await ran();
    await later();
    const compared = async () => (await verdicts(id)).evidence?.comparison.map((one) => one.id);
    expect((await compared())?.[0]).toBe(nearest);
    const leftOut = { segmentId: nearest, reason: 'Daar lag de straat open' };
    await actions.leaveOut(test.file, { id, leftOut: { ...leftOut, reason: 'Werken' } });
    expect((await actions.leaveOut(test.file, { id, leftOut })).leftOut).toEqual([leftOut]);
    expect(await compared()).not.toContain(nearest);
    expect((await verdicts(id)).evidence?.leftOut).toMatchObject([
      { ...leftOut, nameNl: 'Dwarsstraat 5' },
    ]);
    await expect(
      actions.leaveOut(test.file, { id, leftOut: { ...leftOut, segmentId: newId() } }),
    ).rejects.toMatchObject({ data: { field: 'segmentId' } });
    await actions.compareAgain(test.file, { id, leftOut });
    expect(await compared()).toContain(nearest);
    await close(id, 'cannot-tell');
    await expect(actions.leaveOut(test.file, { id, leftOut })).rejects.toMatchObject({
      data: { reason: 'not-active' },
    });
  });

  it('are contacts that name the problem, or answers that it feels unsafe out of all answers', async () => {
    const say = (streetId: string, day: string, feeling: Feeling) =>
      logContact(
        test.file,
        newContactSchema.parse({
          id: newId(),
          occurredAt: `${day}T10:00:00.000Z`,
          place: { streetId, houseNumber: '', position: null },
          reason: 'nuisance',
          problems: ['unadapted-speed'],
          summary: '',
          feeling,
          next: { step: 'nothing', note: '' },
        }),
      );
    const here = others[3] ?? far;
    for (const feeling of ['always', 'often', 'never'] as const) {
      await say(here.streetId, BEFORE, feeling);
    }
    const [contacts, insecure] = [
      await ran(here.id, { counted: 'contacts' }),
      await ran(here.id, { counted: 'insecure' }),
    ];
    await later();
    await say(here.streetId, AFTER, 'always');
    await say(here.streetId, AFTER, 'never');
    expect((await verdicts(contacts)).evidence?.own).toMatchObject([
      { count: { before: 3, after: 2 } },
    ]);
    expect((await verdicts(insecure)).evidence?.own).toMatchObject([
      { count: { before: 2, after: 1, of: { before: 3, after: 2 } } },
    ]);
  });

  it('is nothing where an officer counts by hand, or before it began', async () => {
    const id = await ran(own(), { counted: 'by-hand' });
    await later();
    expect((await verdicts(id)).evidence).toBeNull();
    const { choices } = await actions.readVerdicts(test.file, { id, signAfter: 50 });
    expect(choices.filter((one) => one.possible)).toHaveLength(2);
  });
});
