import type { Id } from '#shared/lib/ids.ts';

import { moveContact } from './acts.ts';
import type { Member, World } from './world.ts';

/** Who leads moves a contact to another neighbourhood. */
export async function moveTo(
  { typed }: World,
  { desk }: Member,
  id: Id,
  neighbourhoodId: Id,
): Promise<void> {
  const deed = { entity: 'contact', id, contactId: id, values: { neighbourhoodId } } as const;
  await typed.during(desk, [deed], () => moveContact(desk.store, id, neighbourhoodId));
}
