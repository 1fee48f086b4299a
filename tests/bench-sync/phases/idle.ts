import { setTimeout as delay } from 'node:timers/promises';

import { startChild } from '../child.ts';
import { type SyncBench, withCentre } from '../context.ts';
import type { IdleCommands } from '../idle-desks-process.ts';
import { databaseSeconds, memoryOf, processorSeconds } from '../process-use.ts';
import type { Reading } from '../readings.ts';

/** How often a desk asks although nobody poked it, as the sync loop does. */
const EVERY_MS = 60_000;
const MOST_PROCESSES = 4;

/** Desks that are connected and do nothing: what the centre and its database need for them. */
export async function idle(
  bench: SyncBench,
  { desks, seconds }: { readonly desks: number; readonly seconds: number },
): Promise<readonly Reading[]> {
  const name = `${desks} desks idle`;
  return withCentre(bench, 0, async (centre, zone) => {
    const before = memoryOf(centre.pid)?.now ?? 0;
    const { address } = centre;
    const access = (await zone.addDesks(desks, 'neighbourhood')).map((desk) => ({
      ...desk,
      address,
    }));
    const processes = Math.min(MOST_PROCESSES, desks);
    const children = Array.from({ length: processes }, () =>
      startChild<IdleCommands>('idle-desks-process.ts'),
    );
    try {
      await Promise.all(
        children.map((child, index) =>
          child.ask('connect', {
            desks: access.filter((_, at) => at % processes === index),
            everyMs: EVERY_MS,
          }),
        ),
      );
      bench.tell(`${name}: connected`);
      const used = (): readonly number[] => [
        processorSeconds([centre.pid]),
        databaseSeconds(bench.server),
      ];
      const from = used();
      const begun = performance.now();
      await delay(seconds * 1_000);
      const took = (performance.now() - begun) / 1_000;
      const shares = used().map((now, index) => ((now - (from[index] ?? 0)) / took) * 100);
      const ours = { system: 'wijkwerk' } as const;
      return [
        { ...ours, measure: `${name}: centre without`, value: before, unit: 'MB' },
        {
          ...ours,
          measure: `${name}: centre with`,
          value: memoryOf(centre.pid)?.now ?? 0,
          unit: 'MB',
        },
        { ...ours, measure: `${name}: centre, of a processor`, value: shares[0] ?? 0, unit: '%' },
        {
          ...ours,
          measure: `${name}: PostgreSQL, of a processor`,
          value: shares[1] ?? 0,
          unit: '%',
        },
      ];
    } finally {
      await Promise.all(children.map((child) => child.stop()));
    }
  });
}
