import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { ParcelsState, TakenIn } from '#shared/contract/parcels.ts';
import { makeId } from '#shared/lib/ids.ts';

import {
  makeParcel,
  readParcels,
  receiptsFile,
  takeIn,
} from '../../workbench/features/parcels/index.ts';
import { writeMembership } from '../../workbench/features/sync/enrolment.ts';
import { openTransfers } from '../../workbench/features/transfers/index.ts';
import { createParcelSender } from '../../workbench/sync/parcel-sender.ts';
import type { TestServer } from '../factories/central-server.ts';
import { downloaded } from '../factories/downloaded.ts';
import { silentLog } from '../factories/test-store.ts';
import { type RealDesk, startRealDesk } from './real-desk.ts';

/** A real desk that makes parcels, takes them in and hands them over. */
export interface ParcelDesk extends RealDesk {
  /** The bytes of a parcel of everything that waits. */
  make(): Promise<Buffer>;
  takeIn(bytes: Uint8Array): Promise<TakenIn>;
  /** Hands over what it carries, as far as the centre takes it. */
  deliver(): Promise<void>;
  /** The bytes of the receipts of the parcel that it carried last. */
  receipts(): Promise<Buffer>;
  parcels(): Promise<ParcelsState>;
  /** States of the operations, in order. */
  states(): Promise<string[]>;
}

export async function startParcelDesk(server: TestServer, seed: number): Promise<ParcelDesk> {
  const desk = await startRealDesk(server, seed);
  const { test, key, session, centre } = desk;
  const { store, clock } = test;
  const { displayName, role, zoneId, signedInUntil, parcelKey } = session;
  await writeMembership(store, {
    key,
    enrolment: {
      address: server.address,
      label: 'Desk',
      login: 'noor',
      ...{ displayName, role, zoneId, signedInUntil },
      enrolledAt: clock.now(),
    },
    parcelKey: parcelKey ?? null,
    latestKnown: null,
  });
  const newId = (): string => makeId(Date.parse(clock.now()), store.entropy.bytes(16));
  const transfers = await openTransfers(join(test.directory, 'transfers'), newId);
  return {
    ...desk,
    async make() {
      return downloaded(transfers, await makeParcel(test.file, transfers));
    },
    async takeIn(bytes) {
      const path = join(test.directory, 'taken-in');
      await writeFile(path, bytes);
      const uploads = { get: () => ({ fileName: 'file', size: bytes.length, path }) };
      return takeIn({ ...test.file, uploads }, { uploadId: newId() });
    },
    async deliver() {
      const { signal } = new AbortController();
      const sender = createParcelSender({
        ...{ store, centre, signal },
        log: silentLog,
        progressed: () => {},
      });
      sender.wake();
      await sender.idle();
    },
    async receipts() {
      const { carried } = await readParcels(test.file);
      const parcelId = carried.at(-1)?.id ?? '';
      return downloaded(transfers, await receiptsFile(test.file, transfers, { parcelId }));
    },
    parcels: () => readParcels(test.file),
    async states() {
      const rows = await store.read
        .selectFrom('operation')
        .select('state')
        .orderBy('device_seq')
        .execute();
      return rows.map(({ state }) => state);
    },
  };
}
