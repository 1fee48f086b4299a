import type { ParcelsState } from '#shared/contract/parcels.ts';
import { isParcelReason } from '#shared/protocol/parcel.ts';

import type { OpenFile } from '../../context.ts';
import {
  blobsToHandOver,
  carriedParcels,
  lastMadeParcels,
} from '../../store/repositories/parcel-repository.ts';
import { readMembership } from '../sync/index.ts';

const MADE_SHOWN = 5;

/** What could be handed over in a file, and the parcels that are on their way. */
export async function readParcels({ store }: OpenFile): Promise<ParcelsState> {
  const { read } = store;
  const membership = await readMembership(read);
  const { count } = await read
    .selectFrom('operation')
    .innerJoin('sync_state', (join) => join.onRef('device_seq', '>', 'pushed_seq'))
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const carried = await carriedParcels(read);
  return {
    isEnrolled: Boolean(membership?.enrolment),
    hasKey: Boolean(membership?.parcelKey),
    operations: count,
    files: (await blobsToHandOver(read)).length,
    made: await lastMadeParcels(read, MADE_SHOWN),
    carried: carried.map(({ refused, ...parcel }) => ({
      ...parcel,
      refused: refused === '' ? null : isParcelReason(refused) ? refused : 'altered',
    })),
  };
}
