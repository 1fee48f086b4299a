import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Id } from '#shared/lib/ids.ts';
import { pick } from '#shared/lib/random.ts';

import { CentralError } from '../../central/errors.ts';
import { importParcel } from '../../central/parcels/import-parcel.ts';
import { currentParcelKey } from '../../central/parcels/parcel-keys.ts';
import { WorkbenchError } from '../../workbench/errors.ts';
import {
  makeParcel,
  readParcels,
  receiptsFile,
  takeIn,
} from '../../workbench/features/parcels/index.ts';
import { readMembership, writeMembership } from '../../workbench/features/sync/enrolment.ts';
import { openTransfers } from '../../workbench/features/transfers/index.ts';
import { makeDeskKey } from '../../workbench/sync/desk-key.ts';
import { downloaded } from '../factories/downloaded.ts';
import { Broken, hold } from './broken.ts';
import { nothingAheadOfTheCentre } from './received.ts';
import { openFile, SimulatedCrash } from './simulated-desk.ts';
import { TYPED } from './typed.ts';
import type { Member, SealedFile, World } from './world.ts';

/** A desk makes a parcel of everything that the centre is not known to have. */
export async function packParcel(world: World, { desk }: Member): Promise<void> {
  await makeKnown(world, desk.officerId, desk);
  const transfers = await openTransfers(join(desk.folder, 'transfers'), randomUUID);
  const bytes = await unlessItEnds(world, desk, async () => {
    const file = openFile(desk.frail);
    return downloaded(transfers, await makeParcel(file, transfers));
  });
  if (bytes === undefined) return;
  hold(bytes.toString('latin1').match(TYPED) === null, 'nobody reads what a parcel holds');
  world.parcels.push({ deviceId: desk.deviceId, bytes });
  await world.fault?.afterParcel?.(desk.store);
  await nothingAheadOfTheCentre(world, desk);
}

/** Somebody takes a parcel to another desk, or to the administrator: the first time, or once more. */
export async function bringParcel(world: World): Promise<void> {
  const { random, parcels, members } = world;
  if (parcels.length === 0) return;
  const parcel = pick(random, parcels);
  const others = members.filter(({ desk }) => desk.deviceId !== parcel.deviceId);
  if (random() < 0.3) await importAtCentre(world, parcel);
  else await takeInAt(world, pick(random, others), parcel);
}

/** Receipts of what a desk has delivered are fetched, and some are brought to whom they are for. */
export async function bringReceipts(world: World): Promise<void> {
  await collectReceipts(world, pick(world.random, world.members));
  if (world.receipts.length === 0) return;
  await takeReceipts(world, pick(world.random, world.receipts));
}

/** Every parcel and every receipt there ever was is brought once more, when all is said. */
export async function bringEverythingAgain(world: World): Promise<void> {
  for (const member of world.members) await collectReceipts(world, member);
  for (const parcel of world.parcels) await importAtCentre(world, parcel);
  for (const receipts of world.receipts) await takeReceipts(world, receipts);
}

async function importAtCentre(world: World, { deviceId, bytes }: SealedFile): Promise<void> {
  const parts: Uint8Array[] = [];
  const file = {
    size: bytes.length,
    read: async (offset: number, length: number) => bytes.subarray(offset, offset + length),
  };
  try {
    await importParcel(world.parcelCentre, file, async (part) => parts.push(part));
  } catch (cause) {
    throw cause instanceof CentralError ? new Broken('the centre takes a parcel in') : cause;
  }
  world.receipts.push({ deviceId, bytes: Buffer.concat(parts) });
}

async function takeInAt(world: World, { desk }: Member, parcel: SealedFile): Promise<void> {
  await makeKnown(world, desk.officerId, desk);
  const maker = world.members.find((member) => member.desk.deviceId === parcel.deviceId);
  await unlessItEnds(world, desk, () => readIn(desk, parcel.bytes));
  if (maker !== undefined) await world.fault?.afterTakingIn?.(desk.store, maker.desk.store);
}

async function takeReceipts(world: World, { deviceId, bytes }: SealedFile): Promise<void> {
  const maker = world.members.find((member) => member.desk.deviceId === deviceId);
  if (maker === undefined) return;
  await unlessItEnds(world, maker.desk, () => readIn(maker.desk, bytes));
  await nothingAheadOfTheCentre(world, maker.desk);
}

async function collectReceipts(world: World, { desk }: Member): Promise<void> {
  const { carried } = await readParcels(desk.file);
  const transfers = await openTransfers(join(desk.folder, 'transfers'), randomUUID);
  for (const { id: parcelId, deliveredAt } of carried) {
    if (deliveredAt === null) continue;
    const bytes = await downloaded(
      transfers,
      await receiptsFile(desk.file, transfers, { parcelId }),
    );
    const deviceId = await makerOf(desk.store, parcelId);
    world.receipts.push({ deviceId, bytes });
  }
}

async function makerOf({ read }: Member['desk']['store'], parcelId: Id): Promise<Id> {
  const { header } = await read
    .selectFrom('parcel_carried')
    .select('header')
    .where('id', '=', parcelId)
    .executeTakeFirstOrThrow();
  const { deviceId } = JSON.parse(Buffer.from(header, 'base64').toString('utf8')) as {
    deviceId: Id;
  };
  return deviceId;
}

async function readIn(desk: Member['desk'], bytes: Buffer): Promise<void> {
  const path = join(desk.folder, 'taken-in');
  await writeFile(path, bytes);
  const uploads = { get: () => ({ fileName: 'file', size: bytes.length, path }) };
  await takeIn(openFile(desk.frail, uploads), { uploadId: randomUUID() });
}

/** What the process does not live to see did not happen; what is refused has a reason that can be. */
async function unlessItEnds<Value>(
  world: World,
  desk: Member['desk'],
  work: () => Promise<Value>,
): Promise<Value | undefined> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof SimulatedCrash) {
      await desk.restart();
      return undefined;
    }
    const reason = cause instanceof WorkbenchError ? reasonOf(cause) : undefined;
    if (reason === 'empty' || (reason === 'outdated' && world.restored > 0)) return undefined;
    throw reason === undefined ? cause : new Broken(`a parcel is not refused as ${reason}`);
  }
}

function reasonOf({ code, data }: WorkbenchError): string {
  const facts = (data ?? {}) as Readonly<Record<string, unknown>>;
  return String(facts['reason'] ?? code);
}

/** A desk has a key by which the centre knows it, and the centre's key for parcels. */
async function makeKnown({ zone }: World, officerId: Id, desk: Member['desk']): Promise<void> {
  if ((await readMembership(desk.store.read)) !== null) return;
  const { zoneId, centre, clock } = zone;
  const key = makeDeskKey();
  const signedInUntil = '2026-07-01T00:00:00.000Z';
  const now = clock.now();
  await centre.store.directory.putDesk(zoneId, {
    ...{ deviceId: desk.deviceId, officerId, publicKey: key.publicKey, label: 'Desk' },
    ...{ enrolledAt: now, signedInUntil, revoked: false, lastSeenAt: now },
    ...{ appVersion: '', waiting: 0 },
  });
  await writeMembership(desk.store, {
    key,
    enrolment: {
      ...{ address: 'https://centre.example', label: 'Desk', login: 'noor', role: 'officer' },
      ...{ displayName: 'Noor Voorbeeld', zoneId, enrolledAt: now, signedInUntil },
    },
    parcelKey: await currentParcelKey(centre, zoneId),
    latestKnown: null,
  });
}
