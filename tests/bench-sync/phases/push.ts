import { spreadOf } from '../../bench/statistics.ts';
import { startChild } from '../child.ts';
import { type SyncBench, withCentre } from '../context.ts';
import type { DeskCommands, Pushed } from '../desk-process.ts';
import { databaseSeconds, processorSeconds, spentOnEach } from '../process-use.ts';
import type { Reading } from '../readings.ts';

/** Seeds of documents that no other desk has. */
const OFFLINE_SEED = 100;
const BURST_SEED = 1_000;
const OPERATIONS_IN_BURST = 50;

/** One desk comes back after days without a line, with so many operations. */
export async function push(bench: SyncBench, operations: number): Promise<readonly Reading[]> {
  return withCentre(bench, 0, async (centre, zone) => {
    const access = await zone.addDesks(1, 'zone');
    const desk = startChild<DeskCommands>('desk-process.ts');
    try {
      await desk.ask('open', await bench.files.take(access, centre.address));
      await desk.ask('work', { operations, seed: OFFLINE_SEED });
      const {
        value: [ended],
        spent,
      } = await spentOnEach(
        {
          centre: () => processorSeconds([centre.pid]),
          PostgreSQL: () => databaseSeconds(bench.server),
        },
        operations,
        () => desk.ask('push', { operations, settle: true }),
      );
      if (typeof ended?.pushed !== 'number') throw new Error('the push failed');
      if ((await centre.accepted()) !== operations) throw new Error('not all was accepted');
      const rate = (milliseconds: number): number => (operations / milliseconds) * 1_000;
      return [
        { system: 'wijkwerk', measure: 'push', value: rate(ended.pushed), unit: 'ops/s' },
        {
          system: 'wijkwerk',
          measure: 'push, until outcomes and rows are back',
          value: rate(ended.settled ?? Number.NaN),
          unit: 'ops/s',
        },
        ...spent.map(([who, value]) => ({
          system: 'wijkwerk' as const,
          measure: `push and back: processor of ${who}, an operation`,
          value,
          unit: 'us' as const,
        })),
      ];
    } finally {
      await desk.stop();
    }
  });
}

/** The end of a shift: so many desks come back in the same moment, each with some operations. */
export async function burst(bench: SyncBench, desks: number): Promise<readonly Reading[]> {
  const name = `burst ${desks} x ${OPERATIONS_IN_BURST}`;
  const total = desks * OPERATIONS_IN_BURST;
  return withCentre(bench, 0, async (centre, zone) => {
    const access = await zone.addDesks(desks, 'neighbourhood');
    const files = await bench.files.take(access, centre.address);
    const children = Array.from({ length: Math.min(desks, desks < 100 ? 5 : 10) }, () =>
      startChild<DeskCommands>('desk-process.ts'),
    );
    try {
      await Promise.all(
        children.map(async (child, index) => {
          const own = files.filter((_, at) => at % children.length === index);
          await child.ask('open', own);
          const seed = BURST_SEED + index * desks;
          await child.ask('work', { operations: OPERATIONS_IN_BURST, seed });
        }),
      );
      bench.tell(`${name}: go`);
      const begun = performance.now();
      const { value: ended, spent } = await spentOnEach(
        {
          centre: () => processorSeconds([centre.pid]),
          PostgreSQL: () => databaseSeconds(bench.server),
          desks: () => processorSeconds(children.map(({ pid }) => pid)),
        },
        total,
        () =>
          Promise.all(
            children.map((child) =>
              child.ask('push', { operations: OPERATIONS_IN_BURST, settle: false }),
            ),
          ),
      );
      const all = performance.now() - begun;
      const each = ended.flat();
      const pushed = each.flatMap(({ pushed: took }: Pushed) => took ?? []);
      const sum = (of: (one: Pushed) => number) => each.reduce((count, one) => count + of(one), 0);
      const refused = total - (await centre.accepted());
      const failed = refused + desks - pushed.length + sum((one) => one.failed);
      const { p50, p99 } = spreadOf(pushed);
      const ours = { system: 'wijkwerk' } as const;
      return [
        { ...ours, measure: `${name}: all`, value: all, unit: 'ms' },
        { ...ours, measure: `${name}: throughput`, value: (total / all) * 1_000, unit: 'ops/s' },
        { ...ours, measure: `${name}: p50`, value: p50, unit: 'ms' },
        { ...ours, measure: `${name}: p99`, value: p99, unit: 'ms' },
        { ...ours, measure: `${name}: errors`, value: failed, unit: 'errors' },
        {
          ...ours,
          measure: `${name}: asked to come back`,
          value: sum((one) => one.askedBack),
          unit: 'times',
        },
        ...spent.map(([who, value]) => ({
          ...ours,
          measure: `${name}: processor of ${who}, an operation`,
          value,
          unit: 'us' as const,
        })),
      ];
    } finally {
      await Promise.all(children.map((child) => child.stop()));
    }
  });
}
