import { z } from 'zod';

import { enrolmentSchema } from '#shared/contract/sync.ts';
import { instantSchema } from '#shared/lib/dates.ts';
import { parcelKeySchema } from '#shared/protocol/parcel.ts';

import type { ReadHandle } from '../../store/handles.ts';
import { readSetting, writeSetting } from '../../store/repositories/setting-repository.ts';
import type { Store } from '../../store/store.ts';

const SETTING = 'centre';

/** What this file knows of its centre, with the key pair by which the centre knows it. */
const membershipSchema = z.object({
  key: z.object({ publicKey: z.string(), privateKey: z.string() }),
  /** Null while it is not known whether the centre has taken this desk. */
  enrolment: enrolmentSchema.nullable(),
  /** What parcels are sealed for; null before the centre has told it. */
  parcelKey: parcelKeySchema.nullable().default(null),
  /** The latest moment that this file was open at, or that the centre told; by that a lease is judged. */
  latestKnown: instantSchema.nullable().default(null),
});
export type Membership = z.infer<typeof membershipSchema>;

/** Null when this desk has never asked to belong to a centre. */
export async function readMembership(read: ReadHandle): Promise<Membership | null> {
  const text = await readSetting(read, SETTING);
  return text === undefined ? null : membershipSchema.parse(JSON.parse(text));
}

export async function writeMembership(store: Store, membership: Membership): Promise<void> {
  await writeSetting(store, SETTING, JSON.stringify(membership));
}
