import { areaOfScope, neighbourhoodScope } from '#shared/domain/operations/scopes.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle } from '../handles.ts';

/**
 * The neighbourhoods whose rows the centre gives this desk whole; elsewhere it may know streets, but not what
 * happened there. Null for a desk that never fetched anything: all it has is its own.
 */
export async function heldAreas(read: ReadHandle): Promise<ReadonlySet<Id> | null> {
  const scopes = await read.selectFrom('sync_scope').select(['scope', 'whole']).execute();
  if (scopes.length === 0) return null;
  const areas = scopes.map(({ scope, whole }) => (whole === 1 ? areaOfScope(scope) : undefined));
  return new Set(areas.filter((area) => area !== undefined));
}

/**
 * Whether the officer has a right to the neighbourhood, as far as the centre has told this desk: what is written
 * elsewhere is set aside there. True for a desk that never fetched anything, and for what lies nowhere.
 */
export async function hasRightTo(read: ReadHandle, neighbourhoodId: Id | null): Promise<boolean> {
  if (neighbourhoodId === null) return true;
  const scopes = await read.selectFrom('sync_scope').select('scope').execute();
  const wanted = neighbourhoodScope(neighbourhoodId);
  return scopes.length === 0 || scopes.some(({ scope }) => scope === wanted);
}
