import type { CaseworkTables } from './schema/casework-tables.ts';
import type { ContactTables } from './schema/contact-tables.ts';
import type { FactTables } from './schema/facts.ts';
import type { PeopleTables } from './schema/people-tables.ts';
import type { SyncTables } from './schema/sync-tables.ts';
import type { TerritoryTables } from './schema/territory-tables.ts';

/** The tables as the newest migration leaves them; migrations are the truth, this is their reading. */
export interface Schema
  extends SyncTables, TerritoryTables, PeopleTables, ContactTables, FactTables, CaseworkTables {}
