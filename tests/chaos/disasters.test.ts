import { expect, it } from 'vitest';

import { seededRandom } from '#shared/lib/random.ts';

import { DISASTERS, disastersInTurn, possibleDisasters } from './disasters.ts';
import { mayLeaveOut } from './left-out.ts';

const FULL_DISKS = DISASTERS.map(({ name }) => name).filter((name) => name.includes('disk'));

it('leaves out what cannot happen, and says which and why', () => {
  const zone = { disk: { missing: 'mounting is not allowed here' } };
  const { possible, leftOut } = possibleDisasters(zone);
  expect(FULL_DISKS.length).toBeGreaterThan(0);
  expect(leftOut).toEqual(
    FULL_DISKS.map((name) => `Left out: ${name} (mounting is not allowed here).`),
  );
  expect(possible.map(({ name }) => name)).toEqual(
    DISASTERS.map(({ name }) => name).filter((name) => !FULL_DISKS.includes(name)),
  );
});

it('leaves nothing out where everything can happen', () => {
  const disk = { folder: '', fill: () => {}, makeRoom: () => {}, dispose: () => {} };
  expect(possibleDisasters({ disk })).toEqual({ possible: DISASTERS, leftOut: [] });
});

it('lets every kind strike once before any strikes again', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const turns = disastersInTurn(DISASTERS, seededRandom(seed));
    const first = DISASTERS.map(() => turns.next().value?.name);
    expect(new Set(first).size).toBe(DISASTERS.length);
  }
});

it.each([
  [undefined, true],
  ['', true],
  ['false', true],
  ['true', false],
  ['1', false],
])('with CI=%s something may be left out: %s', (CI, may) => {
  expect(mayLeaveOut({ CI })).toBe(may);
});
