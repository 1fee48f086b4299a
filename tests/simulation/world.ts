import type { PackageRow } from '#shared/domain/territory/package/package-row.ts';
import { type Id, makeId } from '#shared/lib/ids.ts';
import { type Random, randomBytes, seededRandom } from '#shared/lib/random.ts';

import type { Judgement } from '../../central/access/access.ts';
import type { Centre } from '../../central/ports.ts';
import type { pull } from '../../central/pull/pull.ts';
import type { push } from '../../central/push/push.ts';
import type { CentralStore } from '../../central/store/central-store.ts';
import type { MemoryClock } from '../../central/store/memory/memory-clock.ts';
import { type MemoryStore, memoryStore } from '../../central/store/memory/memory-store.ts';
import type { Store } from '../../workbench/store/store.ts';
import type { BlobCentre } from '../../workbench/sync/blobs.ts';
import { type CentreTransport } from '../../workbench/sync/centre.ts';
import { createSyncEngine } from '../../workbench/sync/sync-engine.ts';
import { makeTestZone, type TestZone } from '../factories/central-zone.ts';
import { badAsk } from './bad-ask.ts';
import { badLine } from './bad-line.ts';
import { sendBeside } from './beside.ts';
import { Broken } from './broken.ts';
import { type Ledger, makeLedger } from './ledger.ts';
import { nothingAheadOfTheCentre } from './received.ts';
import {
  introduce,
  openSimulatedDesk,
  SimulatedCrash,
  type SimulatedDesk,
} from './simulated-desk.ts';
import type { ErasedContact } from './stays-erased.ts';
import type { Town } from './town.ts';
import { takeTurns, type Turns } from './turns.ts';

/** How often something happens in a history: beside the others, of which contacts are logged with 30. */
export interface Often {
  /** Some desks talk with the centre, at once. */
  readonly rounds?: number;
  /** A code is added or reworded. */
  readonly codes?: number;
  /** Two parties turn out to be the same, or not to be so. */
  readonly merges?: number;
  /** A view is kept, shared or thrown away. */
  readonly views?: number;
  /** The centre is restored. It loses what only it had: 0 where nothing may be lost. */
  readonly restores?: number;
  /** A contact is erased. */
  readonly erasures?: number;
  /** A parcel is made, brought, or answered. */
  readonly parcels?: number;
  /** A file is hung on a contact, or fetched. */
  readonly files?: number;
  /** A newer territory is published, or fetched. */
  readonly territories?: number;
}

/** A part of the system that is wrong on purpose: the tests must notice it. */
export interface Fault {
  readonly name: string;
  /** The invariant that must notice it, where others may look the same. */
  readonly noticedAs?: string;
  /** What must happen often, so that it matters. */
  readonly often?: Often;
  readonly clock?: (start: number) => MemoryClock;
  /** The centre's store, made wrong. */
  readonly centralStore?: (store: MemoryStore) => CentralStore;
  readonly push?: typeof push;
  readonly pull?: typeof pull;
  /** The line of a desk, made wrong. */
  readonly line?: (line: CentreTransport, desk: SimulatedDesk) => CentreTransport;
  /** How the centre judges who sees the row that names a file, made wrong. */
  readonly seeing?: Pick<Judgement, 'scopesOf'>;
  /** What goes beside the rows of a desk, made wrong. */
  readonly ask?: (ask: BlobCentre['ask']) => BlobCentre['ask'];
  /** The desk's own store, as its engine sees it. */
  readonly deskStore?: (store: Store) => Store;
  /** The store of a desk, as whoever works at it has it. */
  readonly workStore?: (store: Store) => Store;
  /** Before each round of a desk. */
  readonly beforeRound?: (world: World, member: Member) => Promise<void>;
  /** After each round of a desk. */
  readonly afterRound?: (store: Store) => Promise<void>;
  /** The centre's store, as parcels reach it. */
  readonly parcelStore?: (store: CentralStore) => CentralStore;
  /** At the desk that made a parcel. */
  readonly afterParcel?: (store: Store) => Promise<void>;
  /** At the desk that took a colleague's parcel in. */
  readonly afterTakingIn?: (carrier: Store, maker: Store) => Promise<void>;
  /** At a desk that is about to fetch the newest territory, and after it has. */
  readonly beforeTerritory?: (store: Store) => Promise<void>;
  readonly afterTerritory?: (store: Store, streets: readonly StreetOfVersion[]) => Promise<void>;
}

export interface Member {
  readonly role: 'officer' | 'team-lead' | 'data-protection-officer';
  readonly desk: SimulatedDesk;
  readonly line: CentreTransport & BlobCentre;
}

/** A street that a version of the territory moved to another neighbourhood, or added there. */
export interface StreetOfVersion {
  readonly streetId: Id;
  readonly neighbourhoodId: Id;
  readonly isNew: boolean;
}

/** A file on a stick: parcels and receipts are never thrown away, so that they come again much later. */
export interface SealedFile {
  /** The desk that made the parcel. */
  readonly deviceId: Id;
  readonly bytes: Buffer;
}

/** A zone with its desks and its centre, in one process, from one seed. */
export interface World {
  readonly seed: number;
  readonly random: Random;
  readonly turns: Turns;
  readonly zone: TestZone;
  readonly store: MemoryStore;
  readonly town: Town;
  readonly members: Member[];
  /** How bad lines and desks are at this moment. */
  badness: number;
  /** How often the centre was restored. */
  restored: number;
  /** What was erased at any time, in whatever life of the centre. */
  readonly erased: ErasedContact[];
  readonly fault: Fault | undefined;
  /** What was typed, at any desk. */
  readonly typed: Ledger;
  /** The centre as a parcel reaches it. */
  readonly parcelCentre: Centre;
  /** Every parcel that was made, and every receipt that was given. */
  readonly parcels: SealedFile[];
  readonly receipts: SealedFile[];
  /** The text that each file repeats, by the hash of its bytes. */
  readonly files: Map<string, string>;
  /** The newest territory that was published, and what its versions did. */
  territory: readonly PackageRow[] | undefined;
  readonly streets: StreetOfVersion[];
  /** Another desk of this officer. */
  enrol(officerId: Id, role: Member['role']): Promise<Member>;
  /** One round of this desk; what the line or a crash breaks off is taken up in a later one. */
  sync(member: Member): Promise<'done' | 'broken-off'>;
  dispose(): Promise<void>;
}

export async function makeWorld(seed: number, town: Town, fault?: Fault): Promise<World> {
  const random = seededRandom(seed);
  const turns = takeTurns(random);
  const store = memoryStore({
    // Between deciding and committing much may happen: that is where orders go wrong.
    async pause(point) {
      for (let turn = point === 'commit' ? 6 : 1; turn > 0; turn--) await turns.pause();
    },
    pageRows: 7,
    ...(fault?.clock && { clock: fault.clock }),
  });
  const zone = await makeTestZone(store, seed + 1);
  const centre = { ...zone.centre, store: fault?.centralStore?.(store) ?? store };
  const parcelCentre = { ...centre, store: fault?.parcelStore?.(centre.store) ?? centre.store };
  await store.directory.putAreas(
    zone.zoneId,
    town.places.map(({ neighbourhoodId: id }) => ({ id, kind: 'neighbourhood', parentId: null })),
  );
  const newId = (): Id => makeId(Date.parse(zone.clock.now()), randomBytes(random, 16));
  const strikes = (share: number): boolean => random() < world.badness * share;

  const world: World = {
    seed,
    random,
    turns,
    zone,
    store,
    town,
    members: [],
    badness: 0,
    restored: 0,
    erased: [],
    fault,
    typed: makeLedger(),
    parcelCentre,
    parcels: [],
    receipts: [],
    files: new Map(),
    territory: undefined,
    streets: [],
    async enrol(officerId, role) {
      const desk = await openSimulatedDesk({
        template: town.template,
        officerId,
        deviceId: newId(),
        random,
        clock: zone.clock,
        crashes: () => strikes(0.3),
        ...(fault?.workStore && { atWork: fault.workStore }),
      });
      await introduce(desk.store);
      const principal = { zoneId: zone.zoneId, officerId, deviceId: desk.deviceId };
      const reached = { principal, random, turns, badness: () => world.badness };
      const line = badLine({
        ...reached,
        centre,
        rowsPerPull: 5,
        ...(fault?.push && { push: fault.push }),
        ...(fault?.pull && { pull: fault.pull }),
      });
      const besides = badAsk({
        ...reached,
        centre: parcelCentre,
        ...(fault?.seeing && { seeing: fault.seeing }),
      });
      const ask = fault?.ask?.(besides) ?? besides;
      const member = { role, desk, line: { ...(fault?.line?.(line, desk) ?? line), ask } };
      world.members.push(member);
      return member;
    },
    async sync(member) {
      const { desk, line } = member;
      const deskStore = fault?.deskStore?.(desk.frail) ?? desk.frail;
      const engine = createSyncEngine({
        store: deskStore,
        centre: line,
        // The same rows come one by one and many at once.
        bulkFrom: random() < 0.5 ? 0 : Infinity,
        at: async () => {
          if (strikes(0.3)) throw new SimulatedCrash();
          await turns.pause();
        },
      });
      try {
        await fault?.beforeRound?.(world, member);
        const { differing } = await engine.round(new AbortController().signal);
        // The desk would mend itself; in a sound system there is nothing to mend.
        if (differing > 0) throw new Broken('a scope is what the centre says it is');
        await fault?.afterRound?.(desk.store);
        await sendBeside(deskStore, line);
        await nothingAheadOfTheCentre(world, desk);
        return 'done';
      } catch (cause) {
        if (cause instanceof SimulatedCrash) {
          await desk.restart();
          return 'broken-off';
        }
        if (isBrokenLine(cause)) return 'broken-off';
        throw cause;
      }
    },
    async dispose() {
      for (const { desk } of world.members) await desk.dispose();
    },
  };
  return world;
}

function isBrokenLine(cause: unknown): boolean {
  return cause instanceof Error && cause.name === 'CentreUnreachable';
}
