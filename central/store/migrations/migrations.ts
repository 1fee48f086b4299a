import type { Kysely } from 'kysely';

import * as centre from './0001-centre.ts';
import * as administration from './0002-administration.ts';
import * as wallsAndTraces from './0003-walls-and-traces.ts';
import * as blobs from './0004-blobs.ts';
import * as cheapWall from './0005-cheap-wall.ts';
import * as ownedRows from './0006-owned-rows.ts';
import * as territory from './0007-territory.ts';
import * as parcelKeys from './0008-parcel-keys.ts';
import * as factWriters from './0009-fact-writers.ts';
import * as leaderFields from './0010-leader-fields.ts';
import * as answerDays from './0011-answer-days.ts';
import * as movedRows from './0012-moved-rows.ts';
import * as shiftHours from './0013-shift-hours.ts';
import * as grounds from './0014-grounds.ts';
import * as erasedRows from './0015-erased-rows.ts';
import * as restrictedRowsMade from './0016-restricted-rows-made.ts';
import * as withdrawnSteps from './0017-withdrawn-steps.ts';
import * as setAsideBytes from './0018-set-aside-bytes.ts';
import * as absences from './0019-absences.ts';
import * as zoneKeys from './0020-zone-keys.ts';
import * as setAsideWall from './0021-set-aside-wall.ts';

export interface CentralMigration {
  readonly version: number;
  readonly name: string;
  readonly up: (database: Kysely<never>) => Promise<void>;
}

/** In order, without gaps. A migration that has shipped is never edited: the next one mends it. */
export const CENTRAL_MIGRATIONS: readonly CentralMigration[] = [
  { version: 1, name: 'centre', up: centre.up },
  { version: 2, name: 'administration', up: administration.up },
  { version: 3, name: 'walls-and-traces', up: wallsAndTraces.up },
  { version: 4, name: 'blobs', up: blobs.up },
  { version: 5, name: 'cheap-wall', up: cheapWall.up },
  { version: 6, name: 'owned-rows', up: ownedRows.up },
  { version: 7, name: 'territory', up: territory.up },
  { version: 8, name: 'parcel-keys', up: parcelKeys.up },
  { version: 9, name: 'fact-writers', up: factWriters.up },
  { version: 10, name: 'leader-fields', up: leaderFields.up },
  { version: 11, name: 'answer-days', up: answerDays.up },
  { version: 12, name: 'moved-rows', up: movedRows.up },
  { version: 13, name: 'shift-hours', up: shiftHours.up },
  { version: 14, name: 'grounds', up: grounds.up },
  { version: 15, name: 'erased-rows', up: erasedRows.up },
  { version: 16, name: 'restricted-rows-made', up: restrictedRowsMade.up },
  { version: 17, name: 'withdrawn-steps', up: withdrawnSteps.up },
  { version: 18, name: 'set-aside-bytes', up: setAsideBytes.up },
  { version: 19, name: 'absences', up: absences.up },
  { version: 20, name: 'zone-keys', up: zoneKeys.up },
  { version: 21, name: 'set-aside-wall', up: setAsideWall.up },
];

/** The version of the database that this centre works with. */
export const DATABASE_VERSION = CENTRAL_MIGRATIONS.at(-1)?.version ?? 0;
