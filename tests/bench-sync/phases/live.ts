import { setTimeout as delay } from 'node:timers/promises';

import { makeId } from '#shared/lib/ids.ts';
import { systemEntropy } from '#workbench';

import { spreadOf } from '../../bench/statistics.ts';
import { startChild } from '../child.ts';
import { type SyncBench, withCentre } from '../context.ts';
import type { DeskCommands } from '../desk-process.ts';
import type { Reading } from '../readings.ts';

const WARM_UP = 20;
/** An edit that is not there by then is lost. */
const LONGEST_MS = 15_000;

/**
 * Two desks with the same rows: one changes how somebody can be reached, the other has stored it. From
 * just before the change is made to the end of the transaction at the other desk; the next edit begins
 * some milliseconds after the last one arrived.
 */
export async function live(
  bench: SyncBench,
  { documents, edits }: { readonly documents: number; readonly edits: number },
): Promise<readonly Reading[]> {
  return withCentre(bench, documents, async (centre, zone) => {
    const access = await zone.addDesks(2, 'zone');
    const [one, other] = [1, 2].map(() => startChild<DeskCommands>('desk-process.ts'));
    if (!one || !other) throw new Error('no desks');
    try {
      const files = await bench.files.take(access, centre.address);
      await one.ask('open', files.slice(0, 1));
      await other.ask('open', files.slice(1));
      const id = makeId(Date.now(), systemEntropy.bytes(16));
      await one.ask('addParty', id);
      await one.ask('follow', id);
      await other.ask('follow', id);
      const arrived = new Map<string, PromiseWithResolvers<number>>();
      other.onNotice((notice) => {
        const { reach, at } = notice as { reach: string; at: number };
        arrived.get(reach)?.resolve(at);
      });
      const took: number[] = [];
      let lost = 0;
      for (let turn = -WARM_UP; turn < edits; turn++) {
        const reach = `edit ${turn}`;
        const waiting = Promise.withResolvers<number>();
        arrived.set(reach, waiting);
        const begun = await one.ask('edit', { id, reach });
        const at = await Promise.race([waiting.promise, delay(LONGEST_MS, null, { ref: false })]);
        if (at === null) lost += 1;
        else if (turn >= 0) took.push(at - begun);
        await delay(5 + ((Math.abs(turn) * 7) % 20));
      }
      const { p50, p99 } = spreadOf(took);
      return [
        { system: 'wijkwerk', measure: 'edit: p50', value: p50, unit: 'ms' },
        { system: 'wijkwerk', measure: 'edit: p99', value: p99, unit: 'ms' },
        { system: 'wijkwerk', measure: 'edit: errors', value: lost, unit: 'errors' },
      ];
    } finally {
      await Promise.all([one.stop(), other.stop()]);
    }
  });
}
