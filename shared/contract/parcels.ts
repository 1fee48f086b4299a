import { z } from 'zod';

import { instantSchema } from '../lib/dates.ts';
import { idSchema } from '../lib/ids.ts';
import { PARCEL_REASONS } from '../protocol/parcel.ts';
import { operation } from './base.ts';

const counts = { operations: z.number().int(), files: z.number().int() };

export const parcelsStateSchema = z.object({
  isEnrolled: z.boolean(),
  /** Whether this desk knows what to seal parcels for; it learns that at a contact with the centre. */
  hasKey: z.boolean(),
  /** What a parcel would hold now. */
  ...counts,
  /** The last ones that this desk made, newest first. */
  made: z.array(
    z.object({
      id: idSchema,
      madeAt: instantSchema,
      ...counts,
      receiptsAt: instantSchema.nullable(),
      /** A code of the centre, where it could not go on; or empty. */
      refused: z.string(),
    }),
  ),
  /** Of colleagues, on their way to the centre or back. */
  carried: z.array(
    z.object({
      id: idSchema,
      madeAt: instantSchema,
      ...counts,
      bytes: z.number().int(),
      takenAt: instantSchema,
      deliveredAt: instantSchema.nullable(),
      refused: z.enum(PARCEL_REASONS).nullable(),
    }),
  ),
});
export type ParcelsState = z.infer<typeof parcelsStateSchema>;

export const takenInSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('parcel'),
    ...counts,
    /** False when it was here already. */
    isNew: z.boolean(),
  }),
  z.object({
    kind: z.literal('receipts'),
    /** Operations that the centre has answered. */
    answered: z.number().int(),
    refused: z.string(),
  }),
]);
export type TakenIn = z.infer<typeof takenInSchema>;

const download = { downloadId: idSchema, fileName: z.string(), size: z.number().int() };

export const parcelsContract = {
  state: operation.output(parcelsStateSchema),
  /** Writes what the centre does not have into one sealed file. NOT_ENROLLED, PARCEL_REFUSED. */
  make: operation.output(
    z.object({
      ...download,
      ...counts,
      /** Files that are too much for this parcel, and go with the next one. */
      leftOut: z.number().int(),
    }),
  ),
  /** Takes in a colleague's parcel, or receipts of one of this desk. NOT_ENROLLED, PARCEL_REFUSED. */
  takeIn: operation.input(z.object({ uploadId: idSchema })).output(takenInSchema),
  /** The receipts of a parcel that arrived at the centre. NOT_FOUND. */
  receipts: operation.input(z.object({ parcelId: idSchema })).output(z.object(download)),
  /** Forgets a colleague's parcel, with its receipts. NOT_FOUND. */
  remove: operation.input(z.object({ parcelId: idSchema })).output(z.object({})),
};
