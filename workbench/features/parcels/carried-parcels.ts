import { open } from 'node:fs/promises';

import { dayOf } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';
import { parcelHeaderSchema, type ReceiptsHeader } from '#shared/protocol/parcel.ts';
import { sealedPart, sealedStart } from '#shared/protocol/sealed-file.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import {
  findCarriedParcel,
  nextParcelPart,
  removeCarriedParcel,
} from '../../store/repositories/parcel-repository.ts';
import type { Transfers } from '../transfers/index.ts';

/** The receipts of a parcel that was handed over, as a file to bring back. Throws NOT_FOUND. */
export async function receiptsFile(
  { store }: OpenFile,
  transfers: Transfers,
  { parcelId }: { readonly parcelId: Id },
): Promise<{ downloadId: Id; fileName: string; size: number }> {
  const parcel = await findCarriedParcel(store.read, parcelId);
  if (parcel === undefined || parcel.deliveredAt === null)
    throw new WorkbenchError('NOT_FOUND', { what: 'receipts' });
  const { zoneId, deviceId, madeAt } = parcelHeaderSchema.parse(
    JSON.parse(Buffer.from(parcel.header, 'base64').toString('utf8')),
  );
  const about: ReceiptsHeader = { parcelId, zoneId, deviceId };
  const { downloadId, path } = transfers.newPath();
  const target = await open(path, 'wx', 0o600);
  try {
    await target.write(sealedStart('RECEIPTS', Buffer.from(JSON.stringify(about))));
    for (let from = 0; ; from += 1) {
      const part = await nextParcelPart(store.read, parcelId, 'receipt', from);
      if (part === undefined) break;
      await target.write(sealedPart(part));
    }
    transfers.offer(downloadId, path);
    const { size } = await target.stat();
    const time = madeAt.slice(11, 19).replaceAll(':', '');
    return { downloadId, fileName: `wijkwerk-${dayOf(madeAt)}-${time}.wijkwerk-receipts`, size };
  } finally {
    await target.close();
  }
}

/** Forgets a parcel of a colleague, with its receipts. Throws NOT_FOUND. */
export async function removeParcel(
  { store, announce }: OpenFile,
  { parcelId }: { readonly parcelId: Id },
): Promise<void> {
  const isRemoved = await store.write((handle) => removeCarriedParcel(handle, parcelId));
  if (!isRemoved) throw new WorkbenchError('NOT_FOUND', { what: 'parcel' });
  announce(['sync']);
}
