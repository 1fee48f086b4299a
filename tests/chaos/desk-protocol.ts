import type { Id } from '#shared/lib/ids.ts';

import type { DeskKey } from '../../workbench/sync/desk-key.ts';
import type { SyncRound } from '../../workbench/sync/sync-engine.ts';
import type { Town } from '../simulation/town.ts';

/** What a desk's process is told about itself. */
export interface DeskSetting {
  readonly path: string;
  readonly officerId: Id;
  readonly deviceId: Id;
  readonly key: DeskKey;
  readonly address: string;
  readonly seed: number;
  readonly places: Town['places'];
  /** The marks of what is typed are numbered from here on, so that no two are alike. */
  readonly firstText: number;
}

/** `work` goes on until the end; `round` is one round; `end` closes the file. */
export type DeskOrder = 'work' | 'round' | 'end';

export type DeskReport =
  /** What its clock says, in milliseconds since 1970. */
  | { readonly open: true; readonly clock: number }
  /** These were stored. */
  | { readonly typed: readonly string[] }
  | { readonly round: SyncRound }
  | { readonly failed: string };
