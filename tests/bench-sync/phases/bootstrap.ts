import { join } from 'node:path';

import type { BarePipeCommands } from '../bare-pipe-process.ts';
import { startChild } from '../child.ts';
import { dropDatabase, type SyncBench, withCentre } from '../context.ts';
import type { DeskCommands } from '../desk-process.ts';
import {
  databaseSeconds,
  memoryOf,
  processorSeconds,
  spentOnEach,
  watchMemory,
} from '../process-use.ts';
import type { Reading } from '../readings.ts';

/** A new desk that may see everything fetches a zone of so many contacts. */
export async function bootstrap(bench: SyncBench, size: number): Promise<readonly Reading[]> {
  const name = `bootstrap ${size}`;
  return withCentre(bench, size, async (centre, zone) => {
    const access = await zone.addDesks(1, 'zone');
    const desk = startChild<DeskCommands>('desk-process.ts');
    try {
      await desk.ask('open', await bench.files.take(access, centre.address));
      const {
        value: { value, peaks },
        spent,
      } = await spentOnEach(
        {
          desk: () => processorSeconds([desk.pid]),
          centre: () => processorSeconds([centre.pid]),
          PostgreSQL: () => databaseSeconds(bench.server),
        },
        size,
        () => watchMemory([desk.pid, centre.pid], () => desk.ask('bootstrap')),
      );
      requireAll(size, value.contacts);
      const [ofDesk, ofCentre] = peaks;
      const rate = (milliseconds: number): number => (size / milliseconds) * 1_000;
      const ours = { system: 'wijkwerk' } as const;
      return [
        { ...ours, measure: `${name}: usable`, value: rate(value.usable), unit: 'rows/s' },
        { ...ours, measure: `${name}: searchable`, value: rate(value.searchable), unit: 'rows/s' },
        {
          ...ours,
          measure: `${name}: desk, first half`,
          value: ofDesk?.firstHalf ?? 0,
          unit: 'MB',
        },
        { ...ours, measure: `${name}: desk, most`, value: ofDesk?.whole ?? 0, unit: 'MB' },
        {
          ...ours,
          measure: `${name}: centre, first half`,
          value: ofCentre?.firstHalf ?? 0,
          unit: 'MB',
        },
        { ...ours, measure: `${name}: centre, most`, value: ofCentre?.whole ?? 0, unit: 'MB' },
        ...spent.map(([who, microseconds]) => ({
          ...ours,
          measure: `${name}: processor of ${who}, a row`,
          value: microseconds,
          unit: 'us' as const,
        })),
      ];
    } finally {
      await desk.stop();
    }
  });
}

/** The same documents through the bare pipe. */
export async function bareBootstrap(bench: SyncBench, size: number): Promise<readonly Reading[]> {
  const name = `bootstrap ${size}`;
  const database = await bench.server.createDatabase();
  const source = startChild<BarePipeCommands>('bare-pipe-process.ts');
  const target = startChild<BarePipeCommands>('bare-pipe-process.ts');
  try {
    const address = await source.ask('serve', database);
    await source.ask('seed', { count: size, seed: 1 });
    const path = join(bench.folder, `bare-${size}.db`);
    const { milliseconds, contacts } = await target.ask('fetch', { address, path });
    requireAll(size, contacts);
    const value = (size / milliseconds) * 1_000;
    const bare = { system: 'bare pipe' } as const;
    return [
      { ...bare, measure: `${name}: usable`, value, unit: 'rows/s' },
      {
        ...bare,
        measure: `${name}: desk, most`,
        value: memoryOf(target.pid)?.peak ?? 0,
        unit: 'MB',
      },
      {
        ...bare,
        measure: `${name}: centre, most`,
        value: memoryOf(source.pid)?.peak ?? 0,
        unit: 'MB',
      },
    ];
  } finally {
    await target.stop();
    await source.stop();
    await dropDatabase(bench.server, database);
  }
}

function requireAll(size: number, contacts: number): void {
  if (contacts !== size) throw new Error(`${contacts} of ${size} documents came`);
}
