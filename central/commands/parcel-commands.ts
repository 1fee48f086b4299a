import { open, rm } from 'node:fs/promises';

import { z } from 'zod';

import { isParcelReason, type ParcelReason } from '#shared/protocol/parcel.ts';

import { bytesOf, importParcel } from '../parcels/import-parcel.ts';
import { renewParcelKey } from '../parcels/parcel-keys.ts';
import { CommandError, type Commands, read, whoIn } from './command.ts';

const pathSchema = z.string().min(1);

export const PARCEL_COMMANDS: Commands = {
  'parcel import': {
    usage: 'parcel import FILE --receipts OUT',
    does: 'Takes in what a desk without a line handed over, and writes the receipts that it waits for',
    async run({ centre }, [file, option, out]) {
      const path = read(pathSchema, 'FILE', file);
      read(z.literal('--receipts'), '--receipts', option);
      const target = read(pathSchema, 'OUT', out);
      const source = await open(path, 'r').catch(() => {
        throw new CommandError(`The file cannot be read: ${path}`);
      });
      try {
        // Never over a file that is there: it may be the parcel itself.
        const receipts = await open(target, 'wx', 0o600).catch(() => {
          throw new CommandError(`The file cannot be made, or is there already: ${target}`);
        });
        try {
          return await importParcel(centre, await bytesOf(source), (bytes) =>
            receipts.write(bytes),
          );
        } catch (cause) {
          await rm(target, { force: true });
          throw cause;
        } finally {
          await receipts.close();
        }
      } finally {
        await source.close();
      }
    },
  },
  'parcel renew-key': {
    usage: 'parcel renew-key ZONE',
    does: 'Makes a new key for parcels; those for the former keys are opened as before',
    run: ({ centre }, [zone]) => renewParcelKey(centre, whoIn(zone).zoneId),
  },
};

const REASONS: Readonly<Partial<Record<ParcelReason, string>>> = {
  'not-a-parcel': 'This is no parcel.',
  torn: 'The parcel is cut short. Copy it again from where it was made.',
  altered: 'The parcel is not as its desk made it. Copy it again from where it was made.',
  'too-new': 'The parcel was made by a newer Wijkwerk than this centre.',
  'too-large': 'The parcel is larger than a parcel may be.',
  'other-zone': 'The parcel is of another zone.',
  'unknown-desk': 'The desk that made the parcel is not known here.',
  revoked: 'The desk that made the parcel was shut out.',
  'unknown-key': 'The parcel was made for a key that this centre does not have.',
};

/** Why a parcel is not taken, for whoever typed the command. */
export function explainParcel(reason: string | undefined): string {
  const known = isParcelReason(reason) ? REASONS[reason] : undefined;
  return known ?? 'The parcel cannot be taken.';
}
