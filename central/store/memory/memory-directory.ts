import type { Id } from '#shared/lib/ids.ts';
import type { TerritoryVersion } from '#shared/protocol/territory.ts';

import type {
  Attempts,
  ChallengeRecord,
  Directory,
  EnrolmentCode,
  TokenRecord,
} from '../directory.ts';
import type {
  AccountRecord,
  ActRecord,
  AreaRecord,
  DeskProgress,
  DeskRecord,
  ParcelKeyRecord,
  RightRecord,
  RightsSnapshot,
  ZoneRecord,
} from '../records.ts';

export interface MemoryDirectory extends Directory {
  /** Throws when there is no such zone. */
  requireZone(zoneId: Id): Promise<ZoneRecord>;
  rightsSnapshot(zoneId: Id, officerId: Id): Promise<RightsSnapshot>;
  /** Copies a zone; what it gives puts it back, as when a transaction fails. */
  copy(zoneId: Id): () => void;
}

const DAY_MS = 86_400_000;

interface ZoneDirectory {
  zone: ZoneRecord;
  readonly accounts: Map<Id, AccountRecord>;
  readonly attempts: Map<string, Attempts>;
  readonly rights: Map<Id, RightRecord>;
  readonly areas: Map<Id, AreaRecord>;
  readonly desks: Map<Id, DeskRecord>;
  readonly progress: Map<Id, DeskProgress>;
  readonly parcelKeys: ParcelKeyRecord[];
  readonly territories: readonly TerritoryVersion[];
  readonly codes: Map<string, EnrolmentCode>;
  readonly challenges: Map<string, ChallengeRecord>;
  readonly tokens: Map<string, TokenRecord>;
  alarmDays: number;
}

export function memoryDirectory(actsOf: (zoneId: Id) => readonly ActRecord[]): MemoryDirectory {
  const zones = new Map<Id, ZoneDirectory>();

  const of = (zoneId: Id): ZoneDirectory => {
    const found = zones.get(zoneId);
    if (found === undefined) throw new Error('no such zone');
    return found;
  };
  const rightsOf = (zoneId: Id, officerId: Id) =>
    [...of(zoneId).rights.values()].filter((right) => right.officerId === officerId);
  const attemptsOf = (zoneId: Id, login: string): Attempts =>
    of(zoneId).attempts.get(login) ?? { failures: 0, lockedUntil: null };

  return {
    requireZone: async (zoneId) => of(zoneId).zone,
    rightsSnapshot: async (zoneId, officerId) => ({
      account: of(zoneId).accounts.get(officerId),
      rights: rightsOf(zoneId, officerId),
      areas: [...of(zoneId).areas.values()],
    }),
    zones: async () => [...zones.values()].map(({ zone }) => zone),
    async addZone(zone) {
      zones.set(zone.id, {
        zone,
        accounts: new Map(),
        attempts: new Map(),
        rights: new Map(),
        areas: new Map(),
        desks: new Map(),
        progress: new Map(),
        parcelKeys: [],
        territories: [],
        codes: new Map(),
        challenges: new Map(),
        tokens: new Map(),
        alarmDays: 7,
      });
    },
    copy(zoneId) {
      const { accounts, rights, areas, desks, codes, tokens, ...rest } = of(zoneId);
      const copied = {
        ...rest,
        accounts: new Map(accounts),
        rights: new Map(rights),
        areas: new Map(areas),
        desks: new Map(desks),
        codes: new Map(codes),
        tokens: new Map(tokens),
      };
      return () => void zones.set(zoneId, copied);
    },
    async changeEpoch(zoneId, epoch) {
      of(zoneId).zone = { ...of(zoneId).zone, epoch };
    },
    accounts: async (zoneId) =>
      [...of(zoneId).accounts.values()].sort((one, other) => (one.login < other.login ? -1 : 1)),
    accountOf: async (zoneId, officerId) => of(zoneId).accounts.get(officerId),
    accountByLogin: async (zoneId, login) =>
      [...of(zoneId).accounts.values()].find((account) => account.login === login),
    async putAccount(zoneId, account) {
      const { accounts } = of(zoneId);
      for (const other of accounts.values()) {
        if (other.login === account.login && other.officerId !== account.officerId) {
          throw new Error('another account has this login');
        }
      }
      accounts.set(account.officerId, account);
    },
    async bindOfficer(zoneId, from, to) {
      const { accounts, rights } = of(zoneId);
      const account = accounts.get(from);
      if (account === undefined || account.bound) throw new Error('no account to bind');
      accounts.delete(from);
      accounts.set(to, { ...account, officerId: to, bound: true });
      for (const right of rightsOf(zoneId, from)) rights.set(right.id, { ...right, officerId: to });
    },
    attempts: async (zoneId, login) => attemptsOf(zoneId, login),
    async addFailure(zoneId, login) {
      const found = attemptsOf(zoneId, login);
      of(zoneId).attempts.set(login, { ...found, failures: found.failures + 1 });
      return found.failures + 1;
    },
    async lockUntil(zoneId, login, lockedUntil) {
      of(zoneId).attempts.set(login, { ...attemptsOf(zoneId, login), lockedUntil });
    },
    async clearFailures(zoneId, login) {
      of(zoneId).attempts.delete(login);
    },
    rights: async (zoneId, officerId) => rightsOf(zoneId, officerId),
    allRights: async (zoneId) =>
      [...of(zoneId).rights.values()].sort((one, other) => (one.id < other.id ? -1 : 1)),
    async addRight(zoneId, right) {
      of(zoneId).rights.set(right.id, right);
    },
    async endRight(zoneId, rightId, validTo) {
      const right = of(zoneId).rights.get(rightId);
      if (right !== undefined) of(zoneId).rights.set(rightId, { ...right, validTo });
      return right !== undefined;
    },
    areas: async (zoneId) => [...of(zoneId).areas.values()],
    async putAreas(zoneId, areas) {
      for (const area of areas) of(zoneId).areas.set(area.id, area);
    },
    territoryVersions: async (zoneId) => of(zoneId).territories,
    async addTerritoryVersion(zoneId, version) {
      const zone = of(zoneId);
      if (zone.territories.some(({ number }) => number === version.number)) {
        throw new Error('there is a version of this number');
      }
      zones.set(zoneId, { ...zone, territories: [version, ...zone.territories] });
    },
    desks: async (zoneId) => [...of(zoneId).desks.values()],
    desk: async (zoneId, deviceId) => zones.get(zoneId)?.desks.get(deviceId),
    zoneOfDesk: async (deviceId) =>
      [...zones.values()].find(({ desks }) => desks.has(deviceId))?.zone.id,
    async putDesk(zoneId, desk) {
      const { desks } = of(zoneId);
      const revoked = desk.revoked || (desks.get(desk.deviceId)?.revoked ?? false);
      desks.set(desk.deviceId, { ...desk, revoked });
    },
    progress: async (zoneId, deviceId) => of(zoneId).progress.get(deviceId),
    async standing(zoneId, deviceId) {
      const { progress, territories } = of(zoneId);
      return { progress: progress.get(deviceId), territory: territories[0] ?? null };
    },
    async putProgress(zoneId, deviceId, progress) {
      of(zoneId).progress.set(deviceId, progress);
    },
    async noteSeen(zoneId, deviceId, now, waiting) {
      const desk = of(zoneId).desks.get(deviceId);
      if (desk === undefined) return;
      of(zoneId).desks.set(deviceId, {
        ...desk,
        lastSeenAt: now,
        waiting: waiting ?? desk.waiting,
      });
    },
    async revokeDesk(zoneId, deviceId) {
      const { desks, tokens } = of(zoneId);
      const desk = desks.get(deviceId);
      if (desk === undefined) return false;
      desks.set(deviceId, { ...desk, revoked: true });
      for (const [hash, token] of tokens) if (token.deviceId === deviceId) tokens.delete(hash);
      return true;
    },
    deskAlarmDays: async (zoneId) => of(zoneId).alarmDays,
    async setDeskAlarmDays(zoneId, days) {
      of(zoneId).alarmDays = days;
    },
    silentDesks: async (now) =>
      [...zones.values()]
        .map(({ zone, desks, alarmDays }) => {
          const since = new Date(Date.parse(now) - alarmDays * DAY_MS).toISOString();
          const silent = [...desks.values()].filter(
            ({ revoked, lastSeenAt }) => !revoked && lastSeenAt <= since,
          );
          return { zoneId: zone.id, desks: silent.length };
        })
        .sort((one, other) => (one.zoneId < other.zoneId ? -1 : 1)),
    parcelKeys: async (zoneId) => of(zoneId).parcelKeys.toReversed(),
    async addParcelKey(zoneId, key) {
      of(zoneId).parcelKeys.push(key);
    },
    acts: async (zoneId, before, limit) =>
      actsOf(zoneId)
        .filter(({ seq }) => before === null || seq < before)
        .toReversed()
        .slice(0, limit),
    async addCode(code) {
      of(code.zoneId).codes.set(code.codeHash, code);
    },
    code: async (codeHash, now) =>
      [...zones.values()]
        .map(({ codes }) => codeIn(codes, codeHash, now))
        .find((code) => code !== undefined),
    async useCode(zoneId, codeHash, now) {
      const { codes } = of(zoneId);
      const code = codeIn(codes, codeHash, now);
      codes.delete(codeHash);
      return code;
    },
    async addChallenge(challenge) {
      of(challenge.zoneId).challenges.set(challenge.nonceHash, challenge);
    },
    async useChallenge(zoneId, deviceId, nonceHash, now) {
      const challenges = zones.get(zoneId)?.challenges;
      const challenge = challenges?.get(nonceHash);
      if (challenge?.deviceId !== deviceId) return false;
      challenges?.delete(nonceHash);
      return challenge.expiresAt > now;
    },
    async addToken(token) {
      of(token.zoneId).tokens.set(token.tokenHash, token);
    },
    token: async (zoneId, tokenHash) => zones.get(zoneId)?.tokens.get(tokenHash),
    async sweep(now) {
      for (const { codes, challenges, tokens } of zones.values()) {
        for (const store of [codes, challenges, tokens]) {
          for (const [key, { expiresAt }] of store) if (expiresAt <= now) store.delete(key);
        }
      }
    },
  };
}

function codeIn(
  codes: ReadonlyMap<string, EnrolmentCode>,
  codeHash: string,
  now: string,
): EnrolmentCode | undefined {
  const code = codes.get(codeHash);
  return code !== undefined && code.expiresAt > now ? code : undefined;
}
