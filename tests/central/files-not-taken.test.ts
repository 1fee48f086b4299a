import { expect, it } from 'vitest';

import { ERASE_COMMAND } from '#shared/domain/operations/apply-operation.ts';

import { readAttachments } from '../../workbench/features/attachments/index.ts';
import { readOperations, readRecordStates } from '../../workbench/features/sync/index.ts';
import { sendBlobs } from '../../workbench/sync/blobs.ts';
import { attachFile } from './attach-file.ts';
import { desksAtCentre } from './desks-at-centre.ts';
import type { RealDesk } from './real-desk.ts';

/** Files whose bytes the centre does not take, or is not to have any more. */
const { startDesk, zone } = desksAtCentre();
const never = new AbortController().signal;
const send = ({ test, centre }: RealDesk) => sendBlobs(test.store, centre, never, () => {});

it('what the centre refused as other bytes is only here, and says so', async () => {
  const noor = await startDesk(21);
  const contactId = await noor.log('met een brief');
  const id = await attachFile(noor, contactId);
  await noor.engine.round(never);
  // A disk that failed.
  await noor.test.store.write(({ tables }) =>
    tables
      .updateTable('blob_chunk')
      .set({ bytes: Buffer.alloc(2_008, 'x') })
      .execute(),
  );
  await send(noor);
  const owner = { kind: 'contact', id: contactId } as const;
  expect(await readAttachments(noor.test.file, { owner })).toMatchObject([
    { id, recordState: 'only-here', isRefused: true },
  ]);
  expect(
    await readRecordStates(noor.test.file, { entity: 'contact', ids: [contactId] }),
  ).toMatchObject([{ state: 'only-here' }]);
  const deedsAt = async (where: 'only-here' | 'received') => {
    const page = { filter: { where }, cursor: null, limit: 50 } as const;
    const { rows } = await readOperations(noor.test.file, page);
    return rows.map(({ deed, state }) => [deed, state]);
  };
  expect(await deedsAt('only-here')).toEqual([['file-attached', 'only-here']]);
  expect((await deedsAt('received')).map(([deed]) => deed)).not.toContain('file-attached');
});

it('bytes that wait to be sent go when their contact was erased, and no others', async () => {
  const noor = await startDesk(22);
  const [erased, kept] = [await noor.log('wordt gewist'), await noor.log('blijft')];
  await attachFile(noor, erased);
  await attachFile(noor, kept);
  await noor.engine.round(never);
  const blobs = () => noor.test.store.read.selectFrom('blob').select('hash').execute();
  expect(await blobs()).toHaveLength(2);
  const guardian = await zone().officer('data-protection-officer', noor.territory.neighbourhoodId);
  const { results } = await guardian.push(
    guardian.operation({
      entity: 'contact',
      entityId: erased,
      baseVersion: 1,
      baseEpoch: zone().epoch,
      change: { kind: 'command', name: ERASE_COMMAND, arguments: {} },
    }),
  );
  expect(results).toMatchObject([{ outcome: 'accepted' }]);
  await noor.engine.round(never);
  const owner = { kind: 'contact', id: kept } as const;
  const [file] = await readAttachments(noor.test.file, { owner });
  expect(await blobs()).toEqual([{ hash: file?.hash }]);
  const waiting = noor.test.store.read.selectFrom('blob_upload').select('hash').execute();
  expect(await waiting).toEqual([{ hash: file?.hash }]);
});
