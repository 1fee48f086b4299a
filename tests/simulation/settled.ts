import type { Scope } from '#shared/domain/operations/scopes.ts';
import type { Id } from '#shared/lib/ids.ts';

import { scopesOf } from '../../central/access/access.ts';
import type { StoredOperation, StoredRow } from '../../central/store/records.ts';
import type { ReadHandle } from '../../workbench/store/handles.ts';
import type { TypedThing } from './ledger.ts';
import type { ErasedContact } from './stays-erased.ts';
import type { World } from './world.ts';

/**
 * What a history has left behind, once everybody has talked with the centre over a good line: of desks in
 * this process, or of files whose processes have ended.
 */
export interface SettledTown {
  readonly centre: CentreState;
  /** A centre that was restored knows less of what desks once knew. */
  readonly restored: boolean;
  readonly erased: readonly ErasedContact[];
  /** The text that each file repeats, by the hash of its bytes. */
  readonly files: ReadonlyMap<string, string>;
  readonly desks: readonly SettledDesk[];
  /** What was typed, by the list of who watched. */
  readonly typed: readonly TypedThing[];
}

export interface CentreState {
  readonly rows: readonly StoredRow[];
  readonly operations: readonly StoredOperation[];
  /** What has come of the bytes of files, by the key of their row. */
  readonly blobs: ReadonlyMap<string, Uint8Array>;
}

export interface SettledDesk {
  readonly deviceId: Id;
  readonly read: ReadHandle;
  /** What its officer may see now. */
  readonly scopes: ReadonlySet<Scope>;
  /** Every byte of the file, decrypted, free pages included. Closes the desk. */
  bytes(): Promise<Buffer>;
}

/** The day on which a simulated history ends. */
const TODAY = '2026-06-15';

export async function settledWorld(world: World): Promise<SettledTown> {
  const { zone, store } = world;
  const { directory } = store;
  const state = store.zoneState(zone.zoneId);
  const desks = world.members.map(async ({ desk }): Promise<SettledDesk> => {
    const rights = {
      account: await directory.accountOf(zone.zoneId, desk.officerId),
      rights: await directory.rights(zone.zoneId, desk.officerId),
      areas: await directory.areas(zone.zoneId),
    };
    return {
      deviceId: desk.deviceId,
      read: desk.store.read,
      scopes: scopesOf(rights, TODAY),
      bytes: () => desk.bytes(),
    };
  });
  return {
    centre: {
      rows: [...state.rows.values()],
      operations: [...state.operations.values()],
      blobs: state.blobs,
    },
    restored: world.restored > 0,
    erased: world.erased,
    files: world.files,
    desks: await Promise.all(desks),
    typed: world.typed.things,
  };
}
