import { createHash } from 'node:crypto';

import { canonicalJson } from '#shared/lib/canonical-json.ts';

import type { World } from './world.ts';

const TABLES = [
  'shadow',
  'operation',
  'row_scope',
  'contact',
  'contact_amendment',
  'promise',
  'party',
  'party_merge',
  'saved_view',
  'code',
  'attachment',
  'blob',
  'blob_upload',
] as const;

/** Everything that a history led to, in one figure. */
export async function digestOf(world: World): Promise<string> {
  const hash = createHash('sha256');
  const state = world.store.zoneState(world.zone.zoneId);
  hash.update(canonicalJson([[...state.rows.values()], [...state.operations.values()]]));
  for (const { desk } of world.members) {
    for (const table of TABLES) {
      const found = await desk.store.read.selectFrom(table).selectAll().execute();
      hash.update(canonicalJson(found.map((row) => canonicalJson(row)).sort()));
    }
  }
  return hash.digest('hex');
}
