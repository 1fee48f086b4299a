import type { WorkbenchClient } from '#shared/contract/contract.ts';

import type { ChosenParty } from './party-field.tsx';

/** Adds those that were typed as new, so that a contact can name them. Sent again, they are added once. */
export async function addNewParties(
  client: WorkbenchClient,
  parties: readonly ChosenParty[],
): Promise<void> {
  for (const { isNew, id, kind, name } of parties) {
    if (!isNew) continue;
    await client.parties.add({ id, fields: { kind, name, reach: '', language: null, role: null } });
  }
}
