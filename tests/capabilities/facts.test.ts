import { afterEach, beforeEach, expect, it } from 'vitest';

import type { GapMap, GapQuestion, GapRow } from '#shared/contract/gaps.ts';

import { startTown, type StreetName, TODAY, type Town } from './town.ts';

let town: Town;
beforeEach(async () => {
  town = await startTown();
});
afterEach(() => town.desk.dispose());

const ask = (changes: Partial<GapQuestion> = {}): Promise<GapMap> =>
  town.client.gaps.map({
    level: 'street',
    from: '2026-01-01',
    to: TODAY,
    kinds: [],
    class: null,
    neighbourhoodId: null,
    order: 'recorded',
    ...changes,
  });
const rowOf = (map: GapMap, street: StreetName): GapRow =>
  map.rows.find(({ nameNl }) => nameNl === street) ?? expect.fail(`${street} is not in the table`);
const ranking = (against: string | null, weights: Record<string, number>) =>
  town.client.facts.compareWeights({
    from: '2026-01-01',
    to: TODAY,
    againstId: against,
    weights,
  });

it('N3: two answers never make a colour', async () => {
  await town.importFacts({ street: 'Asterlaan', count: 30, origin: 'public' });
  for (let answer = 0; answer < 5; answer += 1) await town.tellFeeling('Dahliastraat', 'never');
  for (let answer = 0; answer < 2; answer += 1) {
    await town.tellFeeling('Asterlaan', 'always');
    await town.tellFeeling('Berkendreef', 'always');
  }
  for (const level of ['street', 'segment'] as const) {
    const map = await ask({ level });
    for (const street of ['Asterlaan', 'Berkendreef'] as const) {
      const row = rowOf(map, street);
      expect(row).toMatchObject({ answers: 2, insecure: 2, class: 'too-few' });
      const drawn = map.drawn.find(({ id }) => id === row.id);
      expect(drawn?.class ?? 'too-few').toBe('too-few');
    }
    expect(rowOf(map, 'Dahliastraat').class).toBe('calm');
    expect(map.classes).toMatchObject({ 'felt-and-recorded': 0, 'felt-only': 0 });
    // Nor a place at the head of a list: two times "always" come after five times "never".
    const { rows } = await ask({ level, order: 'felt' });
    expect(rows.map(({ answers }) => answers >= 5)).toEqual([true, false, false]);
  }
  for (let answer = 0; answer < 3; answer += 1) {
    await town.tellFeeling('Asterlaan', 'always');
    await town.tellFeeling('Berkendreef', 'always');
  }
  const map = await ask();
  expect(rowOf(map, 'Asterlaan').class).toBe('felt-and-recorded');
  expect(rowOf(map, 'Berkendreef').class).toBe('felt-only');
});

it('N4: 50 police-found facts leave the rank unchanged', async () => {
  await town.importFacts({ street: 'Asterlaan', count: 12, origin: 'public' });
  await town.importFacts({ street: 'Berkendreef', count: 7, origin: 'partner' });
  await town.importFacts({ street: 'Cederpad', count: 4, origin: 'public' });
  const order = ({ rows }: GapMap) =>
    rows.map((row) => ({ ...row, policeFacts: 'shown beside the rank' }));
  const before = {
    map: await ask(),
    hot: await ask({ order: 'hot' }),
    ranks: await ranking(null, {}),
  };
  const weighed = await ranking(null, { burglary: 3 });
  expect(weighed.map(({ nameNl }) => nameNl)).toEqual(['Asterlaan', 'Berkendreef', 'Cederpad']);

  await town.importFacts({ street: 'Cederpad', count: 50, origin: 'police' });
  const after = await ask();
  expect(order(after)).toEqual(order(before.map));
  expect(order(await ask({ order: 'hot' }))).toEqual(order(before.hot));
  expect(after.drawn).toEqual(before.map.drawn);
  expect(after.clustering).toEqual(before.map.clustering);
  expect(rowOf(after, 'Cederpad').policeFacts).toBe(50);
  const now = await ranking(null, { burglary: 3 });
  expect(now.find(({ nameNl }) => nameNl === 'Cederpad')).toMatchObject({ foundByPolice: 50 });
  expect(now.map((place) => ({ ...place, foundByPolice: 0 }))).toEqual(weighed);

  // The same facts from the public would have moved it: the origin alone makes the difference.
  await town.importFacts({ street: 'Cederpad', count: 50, origin: 'public' });
  expect((await ask()).rows[0]?.nameNl).toBe('Cederpad');
});

it('N22: changed weights tell which streets move, and an old report keeps the old weights', async () => {
  await town.importFacts({ street: 'Asterlaan', count: 10, origin: 'public', kind: 'Overlast' });
  await town.importFacts({ street: 'Berkendreef', count: 4, origin: 'public' });
  await town.importFacts({ street: 'Cederpad', count: 3, origin: 'public' });
  const first = await town.client.facts.setWeights({
    validFrom: '2026-01-01',
    note: 'Alles gelijk.',
    weights: { burglary: 1, nuisance: 1 },
  });
  const report = await ask({ to: '2026-06-01' });
  const weights = { burglary: 5, nuisance: 1 };

  const moved = await ranking(first.id, weights);
  expect(moved.map(({ nameNl, rises }) => [nameNl, rises])).toEqual([
    ['Berkendreef', 1],
    ['Cederpad', 1],
    ['Asterlaan', -2],
  ]);
  const second = await town.client.facts.setWeights({
    validFrom: '2026-06-01',
    note: 'Inbraken tellen zwaarder.',
    weights,
  });

  expect(await ask({ to: '2026-06-01' })).toEqual(report);
  const renewed = await ask();
  expect(renewed.rows[0]?.nameNl).toBe('Berkendreef');
  expect([report.weightsSince, renewed.weightsSince]).toEqual(['2026-01-01', '2026-06-01']);
  expect(await town.client.facts.weights()).toEqual([second, first]);
  // Felt burden is an axis of its own: no weight touches it.
  await town.tellFeeling('Cederpad', 'always');
  const [light, heavy] = [await ask({ to: '2026-06-01' }), await ask()];
  expect(rowOf(heavy, 'Cederpad').felt).toEqual(rowOf(light, 'Cederpad').felt);
});
