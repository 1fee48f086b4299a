import { expect, it } from 'vitest';

import type { Id } from '#shared/lib/ids.ts';

import {
  refuseQuarantined,
  releaseQuarantined,
} from '../../central/administration/quarantine/decide-quarantined.ts';
import { fetchBytes } from '../../workbench/features/attachments/index.ts';
import { readCounts } from '../../workbench/features/sync/counts.ts';
import { readOperations } from '../../workbench/features/sync/index.ts';
import { readBlob } from '../../workbench/store/repositories/blob-repository.ts';
import { sendBlobs } from '../../workbench/sync/blobs.ts';
import { attachFile } from './attach-file.ts';
import { desksAtCentre } from './desks-at-centre.ts';
import type { RealDesk } from './real-desk.ts';

/** Files on work that was set aside, since the right of its author had ended: nothing of them is dropped. */
const { startDesk, zone } = desksAtCentre();
const never = new AbortController().signal;
const send = ({ test, centre }: RealDesk) => sendBlobs(test.store, centre, never, () => {});
const round = ({ engine }: RealDesk) => engine.round(never);
const countsOf = ({ test }: RealDesk) => readCounts(test.store.read);
const onDesk = ({ test }: RealDesk) =>
  test.store.read.selectFrom('blob').select(['hash', 'size']).execute();

async function endRights(): Promise<void> {
  const { directory } = zone().centre.store;
  for (const { id } of await directory.allRights(zone().zoneId)) {
    await directory.endRight(zone().zoneId, id, '2026-06-15');
  }
}

/** A desk on which a contact with a file was written while the right of its officer ended. */
async function withFileSetAside(seed: number) {
  const desk = await startDesk(seed);
  await round(desk);
  await endRights();
  const contactId = await desk.log('met een brief');
  const id = await attachFile(desk, contactId, 600_000);
  await round(desk);
  const rows = await desk.test.store.read
    .selectFrom('operation')
    .select(['op_id', 'entity', 'state'])
    .where('entity_id', 'in', [contactId, id])
    .orderBy('device_seq')
    .execute();
  expect(rows.map(({ state }) => state)).toEqual(['quarantined', 'quarantined']);
  const { principal: lead } = await zone().officer('team-lead', desk.territory.neighbourhoodId);
  return { desk, contactId, id, opId: rows[0]?.op_id ?? '', lead };
}

/** What a colleague with a right gets of the file. */
async function fetchedBy(colleague: RealDesk, id: Id): Promise<number> {
  await zone().grant(colleague.test.store.identity.officerId, colleague.territory.neighbourhoodId);
  await round(colleague);
  await fetchBytes(colleague.test.file, colleague.centre, { id });
  const [blob] = await onDesk(colleague);
  const { hash = '', size = 0 } = blob ?? {};
  return (await readBlob(colleague.test.store.read, hash, 0, size)).length;
}

it('bytes are handed over while their row is set aside, and count until then', async () => {
  const { desk, id, opId, lead } = await withFileSetAside(31);
  expect(await countsOf(desk)).toMatchObject({ onlyHere: 0, underWay: 1, files: { count: 1 } });
  const page = { filter: { where: 'under-way' }, cursor: null, limit: 50 } as const;
  const listed = await readOperations(desk.test.file, page);
  expect(listed.rows.map(({ deed }) => deed)).toEqual(['file-attached']);
  await send(desk);
  expect(await countsOf(desk)).toMatchObject({ underWay: 0, files: { count: 0 } });
  await releaseQuarantined(zone().centre, lead, opId);
  await round(desk);
  expect(await onDesk(desk)).toEqual([]);
  expect(await fetchedBy(await startDesk(32), id)).toBeGreaterThan(600_000);
});

it('bytes that were not handed over before the release stay here, count, and are handed over after it', async () => {
  const { desk, id, opId, lead } = await withFileSetAside(33);
  await releaseQuarantined(zone().centre, lead, opId);
  await round(desk);
  expect(await desk.contacts()).toEqual([]);
  expect(await onDesk(desk)).toHaveLength(1);
  expect(await countsOf(desk)).toMatchObject({ onlyHere: 0, underWay: 1, files: { count: 1 } });
  await send(desk);
  expect(await countsOf(desk)).toMatchObject({ underWay: 0, files: { count: 0 } });
  expect(await onDesk(desk)).toEqual([]);
  expect(await fetchedBy(await startDesk(34), id)).toBeGreaterThan(600_000);
});

it('bytes of what is refused go at the centre, and stay with their author', async () => {
  const { desk, opId, lead } = await withFileSetAside(35);
  await send(desk);
  await refuseQuarantined(zone().centre, lead, { opId, note: 'Dit staat er al.' });
  await round(desk);
  expect(await onDesk(desk)).toHaveLength(1);
  const uploads = desk.test.store.read.selectFrom('blob_upload').select(['sent', 'state']);
  expect(await uploads.execute()).toEqual([{ sent: 0, state: 'waiting' }]);
  // The contact, its promise and the file wait for their author; nothing is on its way any more.
  expect(await countsOf(desk)).toMatchObject({ underWay: 0, needsAttention: 3 });
});
