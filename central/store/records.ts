import type { Fields } from '#shared/domain/operations/entity-rules.ts';
import type { Change } from '#shared/domain/operations/operation.ts';
import type { RowState } from '#shared/domain/operations/row-state.ts';
import type { Scope } from '#shared/domain/operations/scopes.ts';
import type { Day, Instant } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';
import type { Role } from '#shared/protocol/account.ts';
import type { Act } from '#shared/protocol/administration.ts';
import type { Seq } from '#shared/protocol/basics.ts';
import type { OperationResult } from '#shared/protocol/push.ts';

export interface RowKey {
  readonly entity: string;
  readonly id: Id;
}

/** A row of any entity, with where it belongs. */
export interface StoredRow extends RowKey {
  readonly row: RowState;
  /** The row it hangs on, whose scopes it has. */
  readonly parent: RowKey | null;
  /** Where it is present; none once it is gone. */
  readonly scopes: readonly Scope[];
}

/** An operation as evidence, with how it ended. */
export interface StoredOperation extends DecidedOperation {
  readonly result: OperationResult;
}

/** An operation whose place in the order of commits is not known yet. */
export interface DecidedOperation {
  readonly opId: Id;
  readonly deviceId: Id;
  readonly deviceSeq: number;
  readonly authorId: Id;
  readonly madeAt: Instant;
  readonly entity: string;
  readonly entityId: Id;
  /** Null once the row was erased. */
  readonly change: Change | null;
  /** SHA-256 of the operation as it was sent: the same id with another content is refused. */
  readonly payloadHash: string;
  readonly result: Omit<OperationResult, 'seq' | 'receipt'>;
  /** Of one in quarantine: what is needed to decide it again. */
  readonly base?: OperationBase;
}

export interface OperationBase {
  readonly version: number;
  readonly epoch: Id | null;
  readonly opVersion: number;
  readonly dependsOn: readonly Id[];
}

/** An operation that waits for a supervisor, whole. */
export interface QuarantinedOperation extends StoredOperation {
  readonly change: Change;
  readonly base: OperationBase;
}

/** The operation if it waits for a supervisor: as a list, so that others are left out of one. */
export function inQuarantine(
  operation: StoredOperation | undefined,
): readonly QuarantinedOperation[] {
  if (operation === undefined) return [];
  const { result, change, base } = operation;
  const waits = result.outcome === 'quarantined' && change !== null && base !== undefined;
  return waits ? [{ ...operation, change, base }] : [];
}

export interface ZoneRecord {
  readonly id: Id;
  readonly name: string;
  /** Another one after the centre was restored. */
  readonly epoch: Id;
}

export interface AccountRecord {
  readonly officerId: Id;
  readonly login: string;
  readonly displayName: string;
  readonly passwordHash: string;
  readonly role: Role;
  readonly disabled: boolean;
  /** Whether a desk's file bears this officer's id already; until then the first one gives it. */
  readonly bound: boolean;
}

/** What an officer may see, from when until when (half-open). */
export interface RightRecord {
  readonly id: Id;
  readonly officerId: Id;
  /** `zone` stands for all its neighbourhoods; `areaId` is then the zone's own id. */
  readonly kind: 'neighbourhood' | 'district' | 'zone';
  readonly areaId: Id;
  readonly restricted: boolean;
  readonly validFrom: Day;
  readonly validTo: Day;
}

/** What the centre must know of the territory to tell rights. */
export interface AreaRecord {
  readonly id: Id;
  readonly kind: 'neighbourhood' | 'district';
  /** The district of a neighbourhood. */
  readonly parentId: Id | null;
}

export interface DeskRecord {
  readonly deviceId: Id;
  readonly officerId: Id;
  readonly publicKey: string;
  readonly label: string;
  readonly enrolledAt: Instant;
  readonly signedInUntil: Instant;
  readonly revoked: boolean;
  readonly lastSeenAt: Instant;
  readonly appVersion: string;
  /** Operations that it said it still holds. */
  readonly waiting: number;
}

/** A key pair that the zone's desks seal parcels for (X25519, RFC 7748). */
export interface ParcelKeyRecord {
  readonly id: Id;
  /** Raw, base64url. */
  readonly publicKey: string;
  /** PKCS #8, base64url. Never in a log or an answer. */
  readonly privateKey: string;
  readonly madeAt: Instant;
}

/** How far a desk is, by what it said when it pulled. */
export interface DeskProgress {
  /** It has applied everything up to this commit. */
  readonly passedSeq: Seq;
  /** The horizon under which it began to fetch scopes whole, in parts that are not all there yet. */
  readonly fetchingSince: Seq | null;
  /** Hash of the territory it works with; null for none, or one of its own. */
  readonly territory: string | null;
}

/** The fields that a change gives a row. */
export function saidIn(change: Change): Fields {
  return change.kind === 'patch' ? change.fields : change.arguments;
}

/** Refusals after which the centre does not keep what the operation said: the row may be one that was erased. */
const KEEPS_NOTHING: readonly string[] = ['erased', 'missing', 'dependency'];

/** What the centre keeps of what an operation said, once it has ended so. Its desk still has it. */
export function keptChange(
  change: Change | null,
  { outcome, code }: Pick<OperationResult, 'outcome' | 'code'>,
): Change | null {
  return outcome === 'rejected' && KEEPS_NOTHING.includes(code) ? null : change;
}

/** The same once it has left: what was needed to decide it again is no longer kept. */
export function released(
  operation: QuarantinedOperation,
  result: DecidedOperation['result'],
): DecidedOperation {
  const { opId, deviceId, deviceSeq, authorId, madeAt, entity, entityId } = operation;
  const { change, payloadHash } = operation;
  return {
    opId,
    deviceId,
    deviceSeq,
    authorId,
    madeAt,
    entity,
    entityId,
    change: keptChange(change, result),
    payloadHash,
    result,
  };
}

/** What somebody in charge did: who, when and what. Kept, never changed. */
export interface ActRecord extends Act {
  readonly actorId: Id | null;
}

/** What decides about an officer's scopes, as it stands in the same transaction. */
export interface RightsSnapshot {
  readonly account: Omit<AccountRecord, 'passwordHash'> | undefined;
  readonly rights: readonly RightRecord[];
  readonly areas: readonly AreaRecord[];
}

export interface FeedEntry extends RowKey {
  readonly scope: Scope;
  readonly seq: Seq;
  readonly state: 'present' | 'left' | 'deleted' | 'erased';
  /** Of a row that is present. */
  readonly row: Pick<RowState, 'version' | 'fields'> | null;
}

export interface Viewer {
  readonly zoneId: Id;
  readonly officerId: Id;
  readonly deviceId: Id;
  /** Rights are those of this day. */
  readonly day: Day;
}
