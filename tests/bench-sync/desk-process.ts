import type { Id } from '#shared/lib/ids.ts';
import { LIMITS } from '#shared/protocol/limits.ts';

import {
  readContactPage,
  readContactsInView,
  readContactsOnMap,
} from '../../workbench/features/contacts/index.ts';
import { addParty, changeParty, getParty } from '../../workbench/features/parties/index.ts';
import { searchContacts } from '../../workbench/features/search/index.ts';
import { readStreet } from '../../workbench/features/streets/index.ts';
import { indexSome } from '../../workbench/store/repositories/search-catch-up.ts';
import { machineTime, serveCommands, tellParent } from './child.ts';
import { type BenchDesk, openBenchDesk } from './desk.ts';
import type { DeskFile } from './desk-files.ts';
import { makeSyncTown, viewOf } from './sync-town.ts';

/** One or more desks in a process of their own. */

const town = makeSyncTown();
const never = new AbortController().signal;
let desks: BenchDesk[] = [];
let wake: () => void = () => {};

function first(): BenchDesk {
  const [desk] = desks;
  if (desk === undefined) throw new Error('no desk is open');
  return desk;
}

/** Milliseconds from the start until all can be seen on the screens, and until all can be searched. */
export interface Bootstrapped {
  readonly usable: number;
  readonly searchable: number;
  readonly contacts: number;
}

/** How the push of one desk ended. */
export interface Pushed {
  /** Milliseconds until the centre had answered everything; null when there was an error. */
  readonly pushed: number | null;
  /** Until the outcomes had come back as well. */
  readonly settled: number | null;
  /** How often the centre asked to come back, as a full one does. */
  readonly askedBack: number;
  /** How often a round failed otherwise. */
  readonly failed: number;
}

/** Milliseconds after which a desk that has not handed over is given up. */
const LONGEST_BURST_MS = 120_000;

async function lookAtScreens({ file }: BenchDesk): Promise<number> {
  const { total, rows } = await readContactPage(file, { filter: {}, cursor: null, limit: 100 });
  const bounds = viewOf(0);
  await readContactsOnMap(file, { bounds, zoom: 12, filter: {} });
  await readContactsInView(file, { bounds, filter: {} });
  const [newest] = rows;
  if (newest) await readStreet(file, { id: newest.streetId });
  return total;
}

/** Lets the index of search catch up, as an open file does, and finds by it. */
async function untilSearchable({ file }: BenchDesk, contacts: number): Promise<void> {
  while (await indexSome(file.store));
  const { indexed } = await file.store.read
    .selectFrom('contact_text')
    .select(({ fn }) => fn.countAll<number>().as('indexed'))
    .executeTakeFirstOrThrow();
  if (indexed !== contacts) throw new Error(`${indexed} of ${contacts} can be found`);
  await searchContacts(file, { text: 'bewoner', cursor: null, limit: 20 });
}

async function pushOf(desk: BenchDesk, operations: number, settle: boolean): Promise<Pushed> {
  const batches = Math.ceil(operations / LIMITS.operationsPerPush);
  const stopping = new AbortController();
  const begun = machineTime();
  let answered = 0;
  let pushed: number | null = null;
  desk.watch((point) => {
    if (point !== 'pushed' || (answered += 1) < batches) return;
    pushed = machineTime() - begun;
    if (!settle) stopping.abort();
  });
  const failures: string[] = [];
  if (settle) await desk.engine.round(stopping.signal);
  else {
    // As the program does: what the centre turns away comes back when it said.
    const until = AbortSignal.any([stopping.signal, AbortSignal.timeout(LONGEST_BURST_MS)]);
    await desk.run(until, (code) => failures.push(code));
  }
  const askedBack = failures.filter((code) => code === 'UNAVAILABLE').length;
  return {
    pushed,
    settled: settle ? machineTime() - begun : null,
    askedBack,
    failed: failures.length - askedBack,
  };
}

const commands = {
  async open(files: readonly DeskFile[]): Promise<void> {
    for (const file of files) desks.push(await openBenchDesk(file));
  },
  async bootstrap(): Promise<Bootstrapped> {
    const desk = first();
    const begun = machineTime();
    await desk.engine.round(never);
    const contacts = await lookAtScreens(desk);
    const usable = machineTime() - begun;
    await untilSearchable(desk, contacts);
    return { usable, searchable: machineTime() - begun, contacts };
  },
  /** Days without a line, each desk with documents of its own. */
  async work({ operations, seed }: { operations: number; seed: number }): Promise<void> {
    for (const [index, desk] of desks.entries()) await desk.work(operations, seed + index, town);
  },
  async push({ operations, settle }: { operations: number; settle: boolean }): Promise<Pushed[]> {
    return Promise.all(desks.map((desk) => pushOf(desk, operations, settle)));
  },
  async addParty(id: Id): Promise<void> {
    await addParty(first().file, { id, fields: partyFields('') });
  },
  /** Follows the centre, and tells what `partyId` says whenever a round has ended. */
  async follow(partyId: Id): Promise<void> {
    const desk = first();
    const { file } = desk;
    await desk.engine.round(never);
    let seen: string | undefined;
    const { wake: woken, listening } = desk.follow(() => {
      const at = machineTime();
      void getParty(file, { id: partyId }).then(({ party: { reach } }) => {
        if (reach !== seen) tellParent({ reach, at });
        seen = reach;
      });
    });
    wake = woken;
    await listening;
  },
  /** @returns the moment before the change was stored here. */
  async edit({ id, reach }: { id: Id; reach: string }): Promise<number> {
    const begun = machineTime();
    await changeParty(first().file, { id, fields: partyFields(reach) });
    wake();
    return begun;
  },
};
export type DeskCommands = typeof commands;

function partyFields(reach: string) {
  return { kind: 'person' as const, name: 'Alex Voorbeeld', reach, language: null, role: null };
}

serveCommands(commands, async () => {
  for (const desk of desks) await desk.close();
  desks = [];
});
