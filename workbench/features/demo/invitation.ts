import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

import { z } from 'zod';

import { idSchema } from '#shared/lib/ids.ts';

/**
 * What the demo's centre leaves beside a demo desk: where it listens, and a one-time code for each officer.
 * While the centre is being filled the address is null.
 */
const invitationSchema = z.object({
  address: z.url().nullable(),
  guests: z.array(
    z.object({ officerId: idSchema, login: z.string(), password: z.string(), code: z.string() }),
  ),
});
export type Invitation = z.infer<typeof invitationSchema>;

const LOOK_EVERY_MS = 250;

/** Beside the desk's folder and not in it: it is not the desk's. */
export function invitationPath(profileDirectory: string): string {
  return `${profileDirectory}.invitation.json`;
}

/** Null where no centre belongs to this demo. */
export async function readInvitation(path: string): Promise<Invitation | null> {
  const text = await readFile(path, 'utf8').catch(() => null);
  return text === null ? null : invitationSchema.parse(JSON.parse(text));
}

/** Waits until the centre can be joined. Rejects when `signal` is aborted. */
export async function waitForInvitation(
  path: string,
  signal: AbortSignal,
): Promise<Invitation & { readonly address: string }> {
  for (;;) {
    const invitation = await readInvitation(path);
    const address = invitation?.address;
    if (invitation && address) return { ...invitation, address };
    await pause(LOOK_EVERY_MS, undefined, { signal });
  }
}
