import { afterEach, describe, expect, it } from 'vitest';

import { actionSchema } from '#shared/domain/actions/action.ts';
import { CASEWORK } from '#shared/domain/actions/casework-rules.ts';
import { dealSchema, partStanding } from '#shared/domain/actions/deal.ts';
import { dossierSchema } from '#shared/domain/actions/dossier.ts';
import { lessonSchema } from '#shared/domain/actions/lesson.ts';
import { meansStepSchema, standingOf } from '#shared/domain/actions/means.ts';
import { deliverySchema, measureSchema } from '#shared/domain/actions/measure.ts';
import { applyOperation } from '#shared/domain/operations/apply-operation.ts';
import { rulesOf } from '#shared/domain/operations/entity-registry.ts';
import type { Change, Entity } from '#shared/domain/operations/operation.ts';
import type { RowState } from '#shared/domain/operations/row-state.ts';
import { addDays, dayOf } from '#shared/lib/dates.ts';

import { openTestFile, type TestFile } from '../../../../tests/factories/test-store.ts';
import { readDossier, readVerdicts } from '../../actions/index.ts';
import { readBoard } from '../../board/index.ts';
import { readGapMap } from '../../gaps/index.ts';
import { DEMO_LEAD } from '../people.ts';
import { seedDemoTown } from '../seed.ts';

const SCHEMAS = {
  dossier: dossierSchema,
  action: actionSchema,
  measure: measureSchema,
  delivery: deliverySchema,
  'means-step': meansStepSchema,
  deal: dealSchema,
  lesson: lessonSchema,
};

/** Each kind of what waits too long has one. */
const LATE = ['answer', 'start', 'end', 'eyes', 'review', 'promise', 'deal'];

let test: TestFile;
afterEach(() => test.dispose());

async function seedOn(today: string): Promise<void> {
  test = await openTestFile({ now: `${today}T08:00:00.000Z` });
  await seedDemoTown(test.file, { seed: 1, today });
}

async function rowsOf<Kind extends keyof typeof SCHEMAS>(kind: Kind) {
  const rows = await test.store.read
    .selectFrom('casework')
    .select(['id', 'fields'])
    .where('entity', '=', kind)
    .orderBy('id')
    .execute();
  // Every row is of the form of its kind, or this throws.
  return rows.map(
    ({ id, fields }) =>
      SCHEMAS[kind].parse({ ...(JSON.parse(fields) as object), id }) as ReturnType<
        (typeof SCHEMAS)[Kind]['parse']
      >,
  );
}

/** The work of the team on days in different seasons, on different days of the week. */
describe.each(['2026-06-15', '2026-11-29'])('the work of the demo’s team on %s', (today) => {
  it('is valid, stands in every state, and shows on every page', async () => {
    await seedOn(today);
    await standsByTheRules();
    await standsInEveryState(today);
    await endedAsWasCounted(today);
    await showsOnThePages(today);
  }, 120_000);
});

/** Every operation is accepted by the rule with which the centre decides, and leads to what is stored. */
async function standsByTheRules(): Promise<void> {
  const operations = await test.store.read
    .selectFrom('operation')
    .selectAll()
    .where('entity', 'in', [...CASEWORK, 'fact-source', 'fact-import', 'fact-batch'])
    .orderBy('device_seq')
    .execute();
  const rows = new Map<string, RowState>();
  for (const row of operations) {
    const rules = rulesOf(row.entity);
    if (!rules) throw new Error(`nothing is known of ${row.entity}`);
    const key = `${row.entity} ${row.entity_id}`;
    const effect = applyOperation(rules, rows.get(key), {
      opId: row.op_id,
      deviceId: row.device_id,
      authorId: row.author_id,
      madeAt: row.made_at,
      baseVersion: row.base_version,
      change: JSON.parse(row.change) as Change,
    });
    expect([key, row.change, effect]).toMatchObject([key, row.change, { outcome: 'accepted' }]);
    if ('row' in effect) rows.set(key, effect.row);
    expect([row.state, row.made_at <= test.clock.now()]).toEqual(['accepted', true]);
  }
  const stored = await test.store.read.selectFrom('casework').selectAll().execute();
  for (const { entity, id, fields } of stored) {
    expect(rows.get(`${entity satisfies Entity} ${id}`)?.fields).toEqual(JSON.parse(fields));
  }
}

async function standsInEveryState(today: string): Promise<void> {
  const dossiers = await rowsOf('dossier');
  expect(dossiers.length).toBeGreaterThanOrEqual(12);
  expect(new Set(dossiers.map(({ neighbourhoodId }) => neighbourhoodId)).size).toBeGreaterThan(8);
  expect(new Set(dossiers.map(({ state }) => state)).size).toBeGreaterThanOrEqual(4);
  expect(dossiers.filter(({ contacts }) => contacts.length > 0).length).toBeGreaterThan(10);
  expect(dossiers.some(({ facts }) => facts.length > 5)).toBe(true);

  const actions = await rowsOf('action');
  const states = Map.groupBy(actions, ({ state }) => state);
  expect([...states.keys()].sort()).toEqual([
    'active',
    'approved',
    'closed',
    'proposed',
    'refused',
  ]);
  const verdicts = actions.flatMap(({ verdict }) => verdict ?? []);
  expect(verdicts.sort()).toEqual(
    ['cannot-tell', 'helped', 'no-sign', 'not-really-tried', 'worse'].sort(),
  );
  for (const { state, proposedAt, startedAt, closedAt, answeredBy } of actions) {
    expect([proposedAt, startedAt, closedAt].every((at) => at === null || dayOf(at) < today)).toBe(
      true,
    );
    expect(answeredBy).toBe(state === 'proposed' ? null : DEMO_LEAD.officerId);
  }
  const withWork = new Set(actions.map(({ dossierId }) => dossierId));
  expect(dossiers.filter(({ id }) => !withWork.has(id))).toHaveLength(1);
  expect(actions.some(({ proposedBy, ownerId }) => proposedBy !== ownerId)).toBe(true);
  expect(actions.filter(({ basedOn }) => basedOn !== null)).toHaveLength(1);

  const deals = (await rowsOf('deal')).map((deal) =>
    partStanding(deal.theyDueOn, deal.theyDoneOn, today),
  );
  expect(new Set(deals)).toEqual(new Set(['open', 'kept', 'overdue']));
  const steps = (await rowsOf('means-step')).map(standingOf);
  expect(steps.filter((standing) => standing === 'review')).toHaveLength(1);
  expect(steps.filter((standing) => standing === 'waits')).toHaveLength(1);
  expect(await rowsOf('lesson')).toHaveLength(4);
}

/** What was concluded is still possible by what the file counts, and by nothing else. */
async function endedAsWasCounted(today: string): Promise<void> {
  for (const { id, verdict, signAfter } of await rowsOf('action')) {
    if (verdict === null) continue;
    const { choices, share } = await readVerdicts(test.file, { id, signAfter });
    const chosen = choices.find((choice) => choice.verdict === verdict);
    expect([verdict, chosen?.possible]).toEqual([verdict, true]);
    expect(share >= 0.5).toBe(verdict !== 'not-really-tried');
  }
  for (const { day } of await rowsOf('delivery')) expect(day < today).toBe(true);
}

async function showsOnThePages(today: string): Promise<void> {
  const filter = { states: [], neighbourhoodId: null, officerId: null };
  const board = await readBoard(test.file, null, { view: 'week', week: today, filter });
  expect(board.late.map(({ kind }) => kind).sort()).toEqual(LATE.toSorted());
  expect(board.stops.length).toBeGreaterThan(10);
  expect(board.conflicts.length).toBeGreaterThan(0);
  const [own] = await rowsOf('dossier');
  expect((await readDossier(test.file, { id: own?.id ?? '' })).segments.length).toBeGreaterThan(0);
  const gaps = await readGapMap(test.file, {
    level: 'street',
    from: addDays(today, -365),
    to: today,
    kinds: [],
    neighbourhoodId: null,
    class: null,
    order: 'felt',
  });
  expect(gaps.facts).toBeGreaterThan(500);
  expect(gaps.classes).not.toEqual({});
}
