import type { ParcelReason } from '#shared/protocol/parcel.ts';
import { SealedFileBroken } from '#shared/protocol/sealed-file.ts';

import { WorkbenchError } from '../../errors.ts';

export function parcelRefused(reason: ParcelReason): WorkbenchError {
  return new WorkbenchError('PARCEL_REFUSED', { reason });
}

/** What is wrong with a file, as the page is told it; anything else as it is. */
export function tellBroken(cause: unknown): unknown {
  return cause instanceof SealedFileBroken ? parcelRefused(cause.reason) : cause;
}
