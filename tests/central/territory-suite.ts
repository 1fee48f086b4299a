import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';

import { LIMITS } from '#shared/protocol/limits.ts';

import type { CentralStore } from '../../central/store/central-store.ts';
import {
  getTerritory,
  listVersions,
  publishTerritory,
  putTerritory,
} from '../../central/territory/versions.ts';
import { makeTestZone, type TestDesk, type TestZone } from '../factories/central-zone.ts';
import {
  type PackedTerritory,
  packRows,
  packText,
  townRows,
} from '../factories/territory-package.ts';

/** Versions of the territory: who may publish and have them, part by part, and that they stay as they are. */
export function registerTerritoryTests(makeStore: () => Promise<CentralStore>): void {
  let store: CentralStore;
  let zone: TestZone;
  let administrator: TestDesk;
  let noor: TestDesk;
  let seed = 3_000;
  const town = packRows(townRows(1));
  // Large enough for several parts.
  const large = packRows(townRows(2, 12_000));

  beforeAll(async () => {
    store = await makeStore();
  }, 60_000);
  afterAll(() => store.close());
  beforeEach(async () => {
    zone = await makeTestZone(store, (seed += 1));
    administrator = await zone.officer('administrator');
    noor = await zone.officer('officer', zone.north);
  });

  const put = (
    { hash, bytes }: PackedTerritory,
    offset: number,
    desk = administrator,
    length: number = LIMITS.blobChunkBytes,
  ) =>
    putTerritory(zone.centre, desk.principal, {
      ...{ hash, offset },
      bytes: bytes.subarray(offset, offset + length).toString('base64'),
    });
  const putAll = async (packed: PackedTerritory): Promise<void> => {
    for (let at = 0; at < packed.bytes.length;) ({ received: at } = await put(packed, at));
  };
  const publish = (packed: Pick<PackedTerritory, 'hash'>, follows: number, desk = administrator) =>
    publishTerritory(zone.centre, desk.principal, { hash: packed.hash, follows });
  const fetchAll = async (hash: string, desk = noor): Promise<Buffer> => {
    const parts: Buffer[] = [];
    for (let offset = 0; ;) {
      const answer = await getTerritory(zone.centre, desk.principal, { hash, offset });
      const part = Buffer.from(answer.bytes, 'base64');
      parts.push(part);
      offset += part.length;
      if (offset >= answer.size || part.length === 0) return Buffer.concat(parts);
    }
  };
  const newest = async (desk = noor) => {
    const [begin] = await desk.pull();
    return begin?.type === 'begin' ? begin.territory : undefined;
  };
  const refused = (field: string, reason: string) => ({
    code: 'INVALID_FIELD',
    data: { field, reason },
  });

  it('arrives part by part, is checked as a whole, and comes back to every desk', async () => {
    expect(large.bytes.length).toBeGreaterThan(2 * LIMITS.blobChunkBytes);
    expect(await put(large, 0)).toEqual({ received: LIMITS.blobChunkBytes });
    // The same part once more, one that does not follow on, and one without bytes, which only asks.
    expect(await put(large, 0)).toEqual({ received: LIMITS.blobChunkBytes });
    expect(await put(large, 7)).toEqual({ received: LIMITS.blobChunkBytes });
    expect(await put(large, 0, administrator, 0)).toEqual({ received: LIMITS.blobChunkBytes });
    await expect(getTerritory(zone.centre, noor.principal, { hash: large.hash, offset: 0 }))
      .rejects //
      .toMatchObject({ code: 'NOT_FOUND' });
    await putAll(large);
    expect(await newest()).toBeNull();
    const version = await publish(large, 0);
    expect(version).toMatchObject({
      number: 1,
      hash: large.hash,
      size: large.bytes.length,
      counts: { neighbourhoods: 1, streets: 12_000, segments: 12_000, addresses: 12_000 },
      beginsOn: '2024-01-01',
      validFrom: '2024-01-01',
      publishedAt: zone.clock.now(),
      publishedBy: 'Noor Voorbeeld',
    });
    expect(await newest()).toEqual(version);
    expect(Buffer.compare(await fetchAll(large.hash), large.bytes)).toBe(0);
    const beyond = { hash: large.hash, offset: large.bytes.length };
    expect(await getTerritory(zone.centre, noor.principal, beyond)).toEqual({
      size: large.bytes.length,
      bytes: '',
    });
  });

  it('is one commit with its act and the areas by which rights are told', async () => {
    await putAll(town);
    const heard: number[] = [];
    const stop = store.onCommit((zoneId, seq) => {
      if (zoneId === zone.zoneId) heard.push(seq);
    });
    await publish(town, 0);
    await expect.poll(() => heard).toEqual([1]);
    stop();
    const [act] = await store.directory.acts(zone.zoneId, null, 5);
    expect(act).toMatchObject({
      act: 'territory-published',
      actorId: administrator.principal.officerId,
      detail: { number: 1, neighbourhoods: 1, streets: 3, addresses: 3 },
    });
    const told = await store.directory.areas(zone.zoneId);
    for (const { kind, columns } of town.rows) {
      if (kind !== 'area') continue;
      const { id, parent_id: parentId } = columns;
      expect(told).toContainEqual({ id, kind: columns.kind, parentId });
    }
  });

  it('is published by administrators only, and neither asked for nor listed by others', async () => {
    for (const role of ['officer', 'team-lead', 'data-protection-officer'] as const) {
      const desk = await zone.officer(role, zone.north);
      for (const attempt of [
        () => put(town, 0, desk),
        () => publish(town, 0, desk),
        () => listVersions(zone.centre, desk.principal),
      ]) {
        await expect(attempt()).rejects.toMatchObject({ code: 'FORBIDDEN' });
      }
    }
    expect(await store.territories.received(zone.zoneId, town.hash)).toBe(0);
  });

  it('is for the desks of its own zone, of accounts that are open', async () => {
    await putAll(town);
    await publish(town, 0);
    const other = await makeTestZone(store, (seed += 1));
    const stranger = await other.officer('administrator');
    await expect(fetchAll(town.hash, stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const part = { offset: 0, length: 100 };
    const viewer = { ...stranger.principal, day: '2026-06-15' };
    expect(await store.territories.read(other.zoneId, town.hash, part, viewer)).toHaveLength(0);
    const account = await store.directory.accountOf(zone.zoneId, noor.principal.officerId);
    if (account) await store.directory.putAccount(zone.zoneId, { ...account, disabled: true });
    await expect(fetchAll(town.hash)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('that was not published yet is for no desk, whatever the application says', async () => {
    await putAll(town);
    const viewer = { ...noor.principal, day: '2026-06-15' };
    const part = { offset: 0, length: 100 };
    expect(await store.territories.read(zone.zoneId, town.hash, part, viewer)).toHaveLength(0);
    await publish(town, 0);
    expect(await store.territories.read(zone.zoneId, town.hash, part, viewer)).toHaveLength(100);
  });

  it('is the same one however often it is published, and follows the one before', async () => {
    await putAll(town);
    const first = await publish(town, 0);
    expect(await publish(town, 0)).toEqual(first);
    const next = packRows([...town.rows, ...townRows(5, 1)]);
    await putAll(next);
    await expect(publish(next, 0)).rejects.toMatchObject(refused('follows', 'not-newest'));
    expect(await publish(next, 1)).toMatchObject({ number: 2 });
    // Back to what was there before: a version of its own, with bytes that are there already.
    expect(await publish(town, 2)).toMatchObject({ number: 3, hash: town.hash });
    const { versions } = await listVersions(zone.centre, administrator.principal);
    expect(versions.map(({ number }) => number)).toEqual([3, 2, 1]);
    expect(Buffer.compare(await fetchAll(next.hash), next.bytes)).toBe(0);
  });

  it('goes to one of two who publish at the same time', async () => {
    const rivals = [packRows(townRows(6)), packRows(townRows(7))];
    for (const packed of rivals) await putAll(packed);
    const ended = await Promise.allSettled(rivals.map((packed) => publish(packed, 0)));
    expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { versions } = await listVersions(zone.centre, administrator.principal);
    expect(versions).toHaveLength(1);
    expect(await store.directory.acts(zone.zoneId, null, 5)).toHaveLength(1);
  });

  it('tells which desks work with each version, as they say when they pull', async () => {
    await putAll(town);
    await publish(town, 0);
    const { deviceId, officerId } = noor.principal;
    await store.directory.putDesk(zone.zoneId, {
      ...{ deviceId, officerId, publicKey: '', label: 'Balie', enrolledAt: zone.clock.now() },
      ...{ signedInUntil: zone.clock.now(), revoked: false, lastSeenAt: zone.clock.now() },
      ...{ appVersion: '', waiting: 0 },
    });
    const desks = async () =>
      (await listVersions(zone.centre, administrator.principal)).versions.map((one) => one.desks);
    await noor.pull();
    expect(await desks()).toEqual([[]]);
    await noor.pull({}, {}, town.hash);
    expect(await desks()).toEqual([[deviceId]]);
    await noor.pull({}, {}, null);
    expect(await desks()).toEqual([[]]);
  });

  it('that is not the territory of a zone is forgotten, and says why', async () => {
    const rows = townRows(9, 2);
    const cases: readonly (readonly [PackedTerritory, string])[] = [
      [packText('"something else"\n'), 'other-format'],
      [packText(''), 'other-format'],
      [{ ...town, bytes: Buffer.from('no gzip at all'), hash: '0'.repeat(64) }, 'not-packed'],
      [{ ...town, hash: '1'.repeat(64) }, 'other-hash'],
      [{ ...town, bytes: town.bytes.subarray(0, -30), hash: '2'.repeat(64) }, 'not-packed'],
      [packRows(rows.filter(({ kind }) => kind === 'area')), 'no-streets'],
      [packRows(rows.filter(({ kind }) => kind !== 'area')), 'unknown-neighbourhood'],
    ];
    for (const [packed, reason] of cases) {
      await putAll(packed);
      await expect(publish(packed, 0), reason).rejects.toMatchObject(refused('hash', reason));
      expect(await store.territories.received(zone.zoneId, packed.hash)).toBe(0);
    }
    await expect(publish({ hash: '3'.repeat(64) }, 0)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await newest()).toBeNull();
  });

  it('clears what came of packages that were never published', async () => {
    await put(large, 0);
    await putAll(town);
    await publish(town, 0);
    expect(await store.territories.received(zone.zoneId, large.hash)).toBe(0);
    expect(await put(large, 0)).toEqual({ received: LIMITS.blobChunkBytes });
  });
}
