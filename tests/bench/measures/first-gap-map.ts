import { setTimeout } from 'node:timers/promises';

import { PASSPHRASE } from '../desk/build-desk.ts';
import type { BenchDesk, Measure } from '../measure.ts';
import { question } from './gap-map.ts';

/** How long an officer does something else after unlocking: time enough to read all columns beside it. */
const REST_MILLISECONDS = 3_000;
/** Plus so much for every contact of the desk. */
const REST_PER_CONTACT = 0.004;

/** Locks and unlocks, so that nothing of the file is in memory. */
async function openAnew({ client }: BenchDesk): Promise<void> {
  const [profile] = (await client.desk.lock()).profiles;
  await client.desk.unlock({ profileId: profile?.id ?? '', passphrase: PASSPHRASE });
}

function firstMeasure(
  name: string,
  aim: number | null,
  rest: (desk: BenchDesk) => number,
): Measure {
  return {
    name,
    aim,
    prepare: (desk) =>
      Promise.resolve({
        before: async () => {
          await openAnew(desk);
          await setTimeout(rest(desk));
        },
        ours: async () => {
          const { total } = await desk.client.gaps.map(question(0));
          if (total === 0) throw new Error('the desk has neither answers nor facts');
          return null;
        },
        bare: null,
      }),
  };
}

/**
 * The first map of a session, for which the columns are read: at once after unlocking, and once the officer has done
 * something else for a while.
 */
export const firstGaps: readonly Measure[] = [
  firstMeasure('gap map: the first question, at once', null, () => 0),
  firstMeasure(
    'gap map: the first question, after a rest',
    100,
    ({ size }) => REST_MILLISECONDS + size * REST_PER_CONTACT,
  ),
];
