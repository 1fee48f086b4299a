import { setImmediate } from 'node:timers/promises';

import { describe, expect, it } from 'vitest';

import { collect, openImportBench } from '../../../../tests/factories/test-imports.ts';
import { runImport } from './run-import.ts';

const ROWS = 20_000;
/** Of the whole work: how long a turn takes in milliseconds depends on the machine. */
const LONGEST_TURN_SHARE = 0.1;

function table(): string {
  const rows = Array.from({ length: ROWS }, (_, index) => {
    const latitude = (50.9 + (index % 997) / 10_000).toFixed(6);
    const longitude = (4.3 + (index % 1009) / 8_000).toFixed(6);
    return `${latitude},${longitude},${index},${index % 200},Straat ${index % 400},12025,2800\n`;
  });
  return `lat,lon,address_id,house_number,streetname_nl,municipality_id,postcode\n${rows.join('')}`;
}

describe('A large table', () => {
  it('never holds the process up: between two breaths there is little work', async () => {
    const bench = await openImportBench();
    try {
      const plan = await bench.plan(await bench.upload('adressen.csv', table()));
      // The processor time of this thread, so that a busy machine does not count as work of ours.
      const turns: number[] = [];
      let watching = true;
      const watch = (async () => {
        let before = process.threadCpuUsage();
        while (watching) {
          await setImmediate();
          const spent = process.threadCpuUsage(before);
          before = process.threadCpuUsage();
          turns.push((spent.user + spent.system) / 1000);
        }
      })();
      const last = (await collect(runImport(bench.file, plan))).at(-1);
      watching = false;
      await watch;
      expect(last).toMatchObject({ type: 'done', record: { counts: { added: ROWS } } });
      const whole = turns.reduce((sum, turn) => sum + turn, 0);
      const long = turns.filter((turn) => turn > LONGEST_TURN_SHARE * whole);
      // The one exception is the commit, when SQLite may move its log into the file.
      expect(long.length).toBeLessThanOrEqual(1);
    } finally {
      await bench.dispose();
    }
  });
});
