import type { Id } from '#shared/lib/ids.ts';
import { makeId } from '#shared/lib/ids.ts';
import { pick, randomBytes } from '#shared/lib/random.ts';
import { WIRE } from '#shared/protocol/wire.ts';

import { WorkbenchError } from '../../workbench/errors.ts';
import {
  appendFile,
  beginFile,
  fetchBytes,
  finishFile,
} from '../../workbench/features/attachments/index.ts';
import { hashOf } from '../../workbench/store/repositories/blob-repository.ts';
import { CentreError, CentreUnreachable } from '../../workbench/sync/centre.ts';
import { hold } from './broken.ts';
import { anyContact } from './contact-steps.ts';
import type { SettledTown } from './settled.ts';
import { openFile, SimulatedCrash } from './simulated-desk.ts';
import type { Member, World } from './world.ts';

/** Somebody hangs a small file on a contact; now and then one that hangs on another contact as well. */
export async function attach(
  world: World,
  { desk }: Member,
  typedText: (what: string) => string,
): Promise<void> {
  const { random, zone, files, typed } = world;
  const contact = await anyContact(world, desk.store);
  if (contact === undefined) return;
  const known = [...files.values()];
  const text = known.length > 0 && random() < 0.3 ? pick(random, known) : typedText('file');
  const bytes = Buffer.from(`${text} `.repeat(1 + Math.floor(random() * 4) * 40));
  files.set(hashOf(bytes), text);
  const file = openFile(desk.frail);
  const fileName = `${typedText('name')}.txt`;
  const owner = { kind: 'contact', id: contact.id } as const;
  const id = makeId(Date.parse(zone.clock.now()), randomBytes(random, 16));
  await unlessBrokenOff(desk, async () => {
    const { uploadId } = await beginFile(file, { owner, fileName, size: bytes.length });
    await appendFile(file, { uploadId, offset: 0, bytes: bytes.toString('base64') });
    const values = { contactId: contact.id, name: fileName };
    const deed = { entity: 'attachment', id, contactId: contact.id, values } as const;
    await typed.during(desk, [deed], () => finishFile(file, { uploadId, id, keepDetails: false }));
  });
}

/** Somebody wants to see a file of a colleague; what comes of it stays. */
export async function fetchOne(world: World, { desk, line }: Member): Promise<void> {
  const rows = await attachmentsOf(desk);
  if (rows.length === 0) return;
  const id = pick(world.random, rows);
  await unlessBrokenOff(desk, () => fetchBytes(openFile(desk.frail), line, { id }));
}

/** Every desk fetches, over a good line, whatever the centre has of what it sees. */
export async function fetchEverything({ members }: World): Promise<void> {
  for (const { desk, line } of members) {
    for (const id of await attachmentsOf(desk)) {
      await unlessBrokenOff(desk, () => fetchBytes(desk.file, line, { id }));
    }
  }
}

/** Every desk asks for the files of all rows: of what its officer does not see, it gets nothing, not even a size. */
export async function nobodyFetchesMore(world: World, { desks }: SettledTown): Promise<void> {
  const rows = [...world.store.zoneState(world.zone.zoneId).rows.values()].filter(
    ({ entity, row }) => entity === 'attachment' && row.state === 'present',
  );
  for (const { desk, line } of world.members) {
    const held = desks.find(({ deviceId }) => deviceId === desk.deviceId)?.scopes;
    for (const { id, row, scopes } of rows) {
      if (scopes.some((scope) => held?.has(scope))) continue;
      const { deviceId } = desk;
      const name = {
        deviceId,
        row: { entity: 'attachment', id },
        hash: String(row.fields['hash']),
      };
      const got = await codeOf(line.ask(WIRE.blobGet, { ...name, offset: 0 }));
      hold(got === 'NOT_FOUND', 'bytes are only for who sees the row that names them');
      // A desk that made the row may go on sending, and so hears how much arrived.
      if (row.createdBy === deviceId) continue;
      const told = await codeOf(line.ask(WIRE.blobState, name));
      hold(told === 'NOT_FOUND', 'how many bytes there are is only for who sees their row');
    }
  }
}

/** How the centre refuses; empty for an answer. */
function codeOf(asked: Promise<unknown>): Promise<string> {
  return asked.then(
    () => '',
    (cause: unknown) => {
      if (cause instanceof CentreError) return cause.code;
      throw cause;
    },
  );
}

async function attachmentsOf({ store }: Member['desk']): Promise<readonly Id[]> {
  const rows = await store.read.selectFrom('attachment').select('id').orderBy('id').execute();
  return rows.map(({ id }) => id);
}

/** A line that breaks off, a centre that does not have it yet, and a contact with enough files are no defects. */
async function unlessBrokenOff(desk: Member['desk'], work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    if (cause instanceof SimulatedCrash) await desk.restart();
    else if (!isExpected(cause)) throw cause;
  }
}

function isExpected(cause: unknown): boolean {
  if (cause instanceof CentreUnreachable) return true;
  if (cause instanceof CentreError) return cause.code === 'NOT_FOUND';
  return cause instanceof WorkbenchError && cause.code === 'ATTACHMENT_REFUSED';
}
