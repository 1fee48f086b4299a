import { beforeAll, expect, it } from 'vitest';
import type { z } from 'zod';

import { actionSchema } from '#shared/domain/actions/action.ts';
import { dealSchema } from '#shared/domain/actions/deal.ts';
import { dossierSchema } from '#shared/domain/actions/dossier.ts';
import { deliverySchema, measureSchema } from '#shared/domain/actions/measure.ts';
import { dayOf } from '#shared/lib/dates.ts';
import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import { generateActions } from './action-generator.ts';

const TODAY = '2026-06-15';
const COUNT = 400;
const ids = seededRandom(5);
const someIds = (count: number): readonly string[] =>
  Array.from({ length: count }, () => makeId(0, randomBytes(ids, 16)));
const [streetId = '', neighbourhoodId = ''] = someIds(2);
const places = someIds(40).map((segmentId) => ({ segmentId, streetId, neighbourhoodId }));
const [officers, partners] = [someIds(12), someIds(8)];
const generate = (seed: number) => [
  ...generateActions({
    count: COUNT,
    places,
    officers,
    partners,
    today: TODAY,
    random: seededRandom(seed),
  }),
];

let rows: ReturnType<typeof generate>;
beforeAll(() => {
  rows = generate(1);
});

/** The rows of one kind, each as its schema reads it: none is anything that the workbench would refuse. */
function read<Schema extends z.ZodType>(entity: string, schema: Schema): z.output<Schema>[] {
  const own = rows.filter((row) => row.entity === entity);
  return own.map(({ id, fields }) => schema.parse({ ...(JSON.parse(fields) as object), id }));
}

it('is the same for the same seed, and another for another', () => {
  expect(generate(1)).toEqual(rows);
  expect(generate(2)).not.toEqual(rows);
});

it('has dossiers, actions and measures of a plausible mixture, found by their stretches', () => {
  const dossiers = read('dossier', dossierSchema);
  const actions = read('action', actionSchema);
  const measures = read('measure', measureSchema);
  expect(actions).toHaveLength(COUNT);
  expect(COUNT / dossiers.length).toBeCloseTo(2.5, 0);
  expect(measures.length / COUNT).toBeCloseTo(3, 0);
  const open = actions.filter(({ state }) => state !== 'closed' && state !== 'refused');
  expect(open.length / COUNT).toBeCloseTo(0.3, 1);
  for (const { entity, fields, segmentIds } of rows) {
    const isPlaced = entity === 'dossier' || entity === 'measure';
    expect(segmentIds).toHaveLength(isPlaced ? 1 : 0);
    if (isPlaced) expect(fields).toContain(segmentIds[0] ?? 'none');
  }
});

it('has stops of what has begun alone, on its days, and of most of what was planned', () => {
  const actions = new Map(read('action', actionSchema).map((action) => [action.id, action]));
  const measures = read('measure', measureSchema);
  const stops = read('delivery', deliverySchema);
  for (const { actionId, day } of stops) {
    const action = actions.get(actionId);
    expect(['active', 'closed']).toContain(action?.state);
    expect(day >= dayOf(action?.startedAt ?? '')).toBe(true);
    expect(day <= (action?.endsOn ?? '') && day <= TODAY).toBe(true);
  }
  const begun = measures.filter(({ actionId }) => actions.get(actionId)?.startedAt !== null);
  // Two a week over eight weeks, seven in ten of them.
  expect(stops.length / begun.length).toBeGreaterThan(8);
  expect(stops.length / begun.length).toBeLessThan(14);
});

it('has deals with known partners, whose parts are done after they were made', () => {
  const deals = read('deal', dealSchema);
  expect(deals.length / COUNT).toBeCloseTo(0.5, 1);
  for (const { partnerId, madeOn, theyDoneOn, weDoneOn } of deals) {
    expect(partners).toContain(partnerId);
    for (const done of [theyDoneOn, weDoneOn]) {
      if (done !== null) expect(done > (madeOn ?? '') && done < TODAY).toBe(true);
    }
  }
  expect(deals.some(({ theyDoneOn }) => theyDoneOn === null)).toBe(true);
});
