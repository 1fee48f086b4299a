import type { Day, Instant } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';
import type { Seq } from '#shared/protocol/basics.ts';
import type { TerritoryVersion } from '#shared/protocol/territory.ts';

import type {
  AccountRecord,
  ActRecord,
  AreaRecord,
  DeskProgress,
  DeskRecord,
  ParcelKeyRecord,
  RightRecord,
  ZoneRecord,
} from './records.ts';

/** What a pull wants to know of a desk before it looks at rows. */
export interface DeskStanding {
  readonly progress: DeskProgress | undefined;
  readonly territory: TerritoryVersion | null;
}

/** How many desks of a zone are to be reported as silent. */
export interface SilentDesks {
  readonly zoneId: Id;
  readonly desks: number;
}

/** Who may come in, from which desk, and to see what. Secrets are kept as hashes only. */
export interface Directory {
  zones(): Promise<readonly ZoneRecord[]>;
  addZone(zone: ZoneRecord): Promise<void>;
  /** After restoring a backup: desks push again what the centre does not know. */
  changeEpoch(zoneId: Id, epoch: Id): Promise<void>;

  accounts(zoneId: Id): Promise<readonly AccountRecord[]>;
  accountOf(zoneId: Id, officerId: Id): Promise<AccountRecord | undefined>;
  accountByLogin(zoneId: Id, login: string): Promise<AccountRecord | undefined>;
  /** Adds or changes. Throws when another account has the login. */
  putAccount(zoneId: Id, account: AccountRecord): Promise<void>;
  /** Gives an account that no desk is bound to yet the id that the officer's file has. */
  bindOfficer(zoneId: Id, from: Id, to: Id): Promise<void>;
  /** Until when an account is locked out, and the failures that led to it. */
  attempts(zoneId: Id, login: string): Promise<Attempts>;
  /** Counts one more failure, atomically, and says how many there are now. */
  addFailure(zoneId: Id, login: string): Promise<number>;
  lockUntil(zoneId: Id, login: string, until: Instant): Promise<void>;
  clearFailures(zoneId: Id, login: string): Promise<void>;

  rights(zoneId: Id, officerId: Id): Promise<readonly RightRecord[]>;
  /** Of all officers, in order of id. */
  allRights(zoneId: Id): Promise<readonly RightRecord[]>;
  addRight(zoneId: Id, right: RightRecord): Promise<void>;
  /** The right holds no longer on `validTo`. */
  endRight(zoneId: Id, rightId: Id, validTo: Day): Promise<boolean>;
  areas(zoneId: Id): Promise<readonly AreaRecord[]>;
  /** Adds or changes; what is not named stays. */
  putAreas(zoneId: Id, areas: readonly AreaRecord[]): Promise<void>;

  /** Published versions of the territory, the newest first. */
  territoryVersions(zoneId: Id): Promise<readonly TerritoryVersion[]>;
  /** Throws when there is one of this number. */
  addTerritoryVersion(zoneId: Id, version: TerritoryVersion): Promise<void>;

  desks(zoneId: Id): Promise<readonly DeskRecord[]>;
  desk(zoneId: Id, deviceId: Id): Promise<DeskRecord | undefined>;
  /**
   * Which zone knows the desk, revoked or not; of all zones together, so only for who has no string that says the zone.
   */
  zoneOfDesk(deviceId: Id): Promise<Id | undefined>;
  /** Adds or changes. A desk that was revoked stays so. */
  putDesk(zoneId: Id, desk: DeskRecord): Promise<void>;
  /** How far a desk is; undefined before its first pull. */
  progress(zoneId: Id, deviceId: Id): Promise<DeskProgress | undefined>;
  /** The same, with the newest version of the territory. */
  standing(zoneId: Id, deviceId: Id): Promise<DeskStanding>;
  putProgress(zoneId: Id, deviceId: Id, progress: DeskProgress): Promise<void>;
  /**
   * That a desk was here, and how many operations it still holds; null where it did not say. A power cut may lose it.
   */
  noteSeen(zoneId: Id, deviceId: Id, now: Instant, waiting: number | null): Promise<void>;
  /** Also takes its tokens. */
  revokeDesk(zoneId: Id, deviceId: Id): Promise<boolean>;
  /** After how many days of silence a desk is reported; 7 unless it was set. */
  deskAlarmDays(zoneId: Id): Promise<number>;
  setDeskAlarmDays(zoneId: Id, days: number): Promise<void>;
  /** Of every zone, in order of id, how many desks are to be reported: silent for so many days, and not revoked. */
  silentDesks(now: Instant): Promise<readonly SilentDesks[]>;

  /** The keys that parcels of this zone may be sealed for, newest first. None is ever taken away. */
  parcelKeys(zoneId: Id): Promise<readonly ParcelKeyRecord[]>;
  addParcelKey(zoneId: Id, key: ParcelKeyRecord): Promise<void>;

  /** What those in charge did, newest first, of commits before `before`. */
  acts(zoneId: Id, before: Seq | null, limit: number): Promise<readonly ActRecord[]>;

  addCode(code: EnrolmentCode): Promise<void>;
  /**
   * The code, which stays in use; undefined when it is unknown, used or too old. Looked for in all zones together: a
   * person types it who knows of no zone, once for each desk there will ever be.
   */
  code(codeHash: string, now: Instant): Promise<EnrolmentCode | undefined>;
  /** Takes the code of this zone out of use; undefined when it is unknown there, used or too old. */
  useCode(zoneId: Id, codeHash: string, now: Instant): Promise<EnrolmentCode | undefined>;
  addChallenge(challenge: ChallengeRecord): Promise<void>;
  /** Takes the challenge out of use; false when it is unknown in this zone, used, too old or of another desk. */
  useChallenge(zoneId: Id, deviceId: Id, nonceHash: string, now: Instant): Promise<boolean>;
  addToken(token: TokenRecord): Promise<void>;
  /** Undefined when this zone has no such token, or there is no such zone. */
  token(zoneId: Id, tokenHash: string): Promise<TokenRecord | undefined>;
  /** Removes codes, challenges and tokens that are too old. */
  sweep(now: Instant): Promise<void>;
}

export interface Attempts {
  readonly failures: number;
  readonly lockedUntil: Instant | null;
}

export interface EnrolmentCode {
  readonly codeHash: string;
  readonly zoneId: Id;
  readonly officerId: Id;
  readonly expiresAt: Instant;
}

export interface ChallengeRecord {
  readonly nonceHash: string;
  /** Where it is kept, and no more: it lets nobody into this zone. */
  readonly zoneId: Id;
  readonly deviceId: Id;
  readonly expiresAt: Instant;
}

export interface TokenRecord {
  readonly tokenHash: string;
  readonly zoneId: Id;
  readonly officerId: Id;
  readonly deviceId: Id;
  readonly expiresAt: Instant;
}
