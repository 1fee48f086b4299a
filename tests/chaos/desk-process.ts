/**
 * A desk as a process of its own, to be killed: the workbench's store and sync engine on an encrypted file,
 * and an officer who never rests. Told what it is by JSON in its first argument, what to do by lines on its
 * standard input; it tells what happened by lines of JSON.
 */
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';

import { seededRandom } from '#shared/lib/random.ts';

import { systemClock, systemEntropy } from '../../workbench/adapters/system.ts';
import { openStore } from '../../workbench/store/open.ts';
import type { Store } from '../../workbench/store/store.ts';
import { httpCentre } from '../../workbench/sync/http-transport.ts';
import { createSyncEngine } from '../../workbench/sync/sync-engine.ts';
import { createSyncLoop, type Scheduler } from '../../workbench/sync/sync-loop.ts';
import { silentLog } from '../factories/test-store.ts';
import { actAsUsual, type Worker } from '../simulation/acts.ts';
import { KEY, openFile } from '../simulation/simulated-desk.ts';
import type { DeskOrder, DeskReport, DeskSetting } from './desk-protocol.ts';

const setting = JSON.parse(process.argv[2] ?? '') as DeskSetting;
const random = seededRandom(setting.seed);
const tell = (report: DeskReport): void => void process.stdout.write(`${JSON.stringify(report)}\n`);
const stopping = new AbortController();
const store = await openPatiently();
const centre = httpCentre({
  address: setting.address,
  deviceId: setting.deviceId,
  key: setting.key,
  clock: systemClock,
  appVersion: '0.0.0-chaos',
});
const engine = createSyncEngine({ store, centre });
const round = () =>
  engine.round(stopping.signal).catch((cause: unknown) => {
    tell({ failed: codeOf(cause) });
    throw cause;
  });

/** What the loop waits in seconds, it waits here in hundredths of them. */
const hurried: Scheduler = {
  async wait(milliseconds, signal) {
    await wait(milliseconds / 100, undefined, { signal }).catch(() => undefined);
  },
};
const loop = createSyncLoop({
  engine: { round },
  scheduler: hurried,
  random,
  log: silentLog,
  onRound(outcome) {
    if (outcome.kind === 'done') tell({ round: outcome.round });
  },
});

const orders: Record<DeskOrder, () => void> = {
  work: () => void Promise.all([loop.run(stopping.signal), listen(), work()]),
  // A failure has been told; the other side decides what it means.
  round: () =>
    void round().then(
      (done) => tell({ round: done }),
      () => undefined,
    ),
  end: () => void end(),
};
createInterface({ input: process.stdin })
  .on('line', (line) => orders[line as DeskOrder]())
  // Whoever gives the orders has gone: nobody will end this process any more.
  .on('close', () => process.exit(1));
tell({ open: true, clock: Date.now() });

/** On a full disk a file cannot even be opened: it is tried until there is room. */
async function openPatiently(): Promise<Store> {
  const { path, officerId, deviceId } = setting;
  for (;;) {
    try {
      const identity = { officerId, deviceId };
      const opened = { path, key: KEY, clock: systemClock, entropy: systemEntropy, identity };
      return (await openStore(opened)).store;
    } catch (cause) {
      if (codeOf(cause) !== 'STORAGE_FULL') throw cause;
      await wait(100);
    }
  }
}

async function work(): Promise<void> {
  let count = 0;
  let texts: string[] = [];
  const worker: Worker = {
    file: openFile(store),
    random,
    places: setting.places,
    typed(what) {
      const text = `zq${what}${setting.firstText + (count += 1)}zq`;
      texts.push(text);
      return text;
    },
  };
  while (!stopping.signal.aborted) {
    texts = [];
    try {
      await actAsUsual(worker);
      // Only now is it promised that it stays.
      tell({ typed: texts });
    } catch (cause) {
      if (!isExpected(cause)) throw cause;
    }
    if (random() < 0.3) loop.wake();
    await wait(random() * 200);
  }
}

async function listen(): Promise<void> {
  while (!stopping.signal.aborted) {
    await centre.listen(() => loop.wake(), stopping.signal).catch(() => undefined);
    await wait(50);
  }
}

async function end(): Promise<void> {
  stopping.abort();
  await store.close();
  process.exit(0);
}

/** There is no room, or what was chosen has changed or gone while the hand was on its way. */
function isExpected(cause: unknown): boolean {
  return ['STORAGE_FULL', 'NOT_FOUND', 'ALREADY_EXISTS', 'no result'].includes(codeOf(cause));
}

function codeOf(cause: unknown): string {
  if (!(cause instanceof Error)) return typeof cause;
  if (cause.name === 'NoResultError') return 'no result';
  return 'code' in cause ? String(cause.code) : cause.name;
}
