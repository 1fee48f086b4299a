import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { OPEN_END } from '#shared/lib/dates.ts';
import { makeId } from '#shared/lib/ids.ts';

import { openTestFile, type TestFile } from '../../../tests/factories/test-store.ts';
import {
  storeTerritory,
  type TerritoryMaker,
  territoryMaker,
} from '../../../tests/factories/test-territory.ts';
import { addOfficer, assignPost, endPost, readNeighbourhoods, readOfficers } from './index.ts';

let test: TestFile;
let town: TerritoryMaker;
let noord: string;
beforeEach(async () => {
  test = await openTestFile();
  town = territoryMaker();
  noord = town.area({ nameNl: 'Noord', nameFr: 'Nord', officialId: 'N' }).id;
});
afterEach(() => test.dispose());

const store = () => storeTerritory(test.store, town.dataset);
const unknownId = () => makeId(0, test.store.entropy.bytes(16));

const operations = async () => {
  const rows = await test.store.read
    .selectFrom('operation')
    .select(['entity', 'entity_id', 'base_version', 'change', 'author_id'])
    .orderBy('device_seq')
    .execute();
  return rows.map((row) => ({ ...row, change: JSON.parse(row.change) as unknown }));
};
const posts = () =>
  test.store.read
    .selectFrom('post')
    .select(['id', 'area_id', 'valid_from', 'valid_to', 'version'])
    .orderBy('valid_from')
    .execute();
const officersOf = async (name: string) =>
  (await readNeighbourhoods(test.file))
    .find((row) => row.nameNl === name)
    ?.officers.map((officer) => officer.displayName);

describe('officers', () => {
  it('are added with their operation and listed by name', async () => {
    const { id } = await addOfficer(test.file, { displayName: 'Bert Verzonnen' });
    expect((await readOfficers(test.file)).map((one) => one.displayName)).toEqual([
      'Bert Verzonnen',
      'Noor Voorbeeld',
    ]);
    expect(await operations()).toEqual([
      {
        entity: 'officer',
        entity_id: id,
        base_version: 0,
        author_id: test.store.identity.officerId,
        change: { kind: 'patch', fields: { displayName: 'Bert Verzonnen' } },
      },
    ]);
    expect(test.announced).toEqual(['people']);
  });
});

describe('readNeighbourhoods', () => {
  it('lists those of today by name, with their streets counted once', async () => {
    const aan = town.area({ nameNl: 'Aan de Vaart' });
    town.area({ nameNl: 'Vroeger', validTo: '2026-06-15' });
    town.area({ nameNl: 'Gemeente', kind: 'municipality' });
    const kerk = town.street({ nameNl: 'Kerkstraat' });
    const markt = town.street({ nameNl: 'Markt' });
    const geometry = [
      [4.4, 51],
      [4.41, 51],
    ] as const;
    town.segment({ streetId: kerk.id, geometry, neighbourhoodId: noord });
    town.segment({ streetId: kerk.id, geometry, neighbourhoodId: noord });
    town.segment({ streetId: kerk.id, geometry, neighbourhoodId: aan.id });
    town.segment({ streetId: markt.id, geometry, neighbourhoodId: noord });
    town.segment({ streetId: markt.id, geometry, neighbourhoodId: aan.id, validTo: '2026-01-01' });
    await store();
    expect(await readNeighbourhoods(test.file)).toMatchObject([
      { nameNl: 'Aan de Vaart', streets: 1, officers: [] },
      { id: noord, nameNl: 'Noord', nameFr: 'Nord', officialId: 'N', streets: 2, officers: [] },
    ]);
  });

  it('is empty without a territory', async () => {
    expect(await readNeighbourhoods(test.file)).toEqual([]);
  });
});

describe('assignPost', () => {
  const assign = (validFrom = '2026-02-01', neighbourhoodId = noord) =>
    assignPost(test.file, {
      officerId: test.store.identity.officerId,
      neighbourhoodId,
      validFrom,
    });

  it('stores the post with its operation and says so to the windows', async () => {
    await store();
    const { postId } = await assign();
    expect(await officersOf('Noord')).toEqual(['Noor Voorbeeld']);
    expect(await operations()).toMatchObject([
      {
        entity: 'post',
        entity_id: postId,
        base_version: 0,
        change: {
          kind: 'patch',
          fields: { areaId: noord, kind: 'geographic', validFrom: '2026-02-01', validTo: OPEN_END },
        },
      },
    ]);
    expect(test.announced).toEqual(['people']);
  });

  it('stores the same post once, also when it is said from a later day', async () => {
    await store();
    const first = await assign();
    expect(await assign()).toEqual(first);
    expect(await assign('2026-06-01')).toEqual(first);
    expect(await operations()).toHaveLength(1);
    expect(test.announced).toEqual(['people']);
  });

  it('begins on its day in Brussels, not before', async () => {
    await store();
    await assign('2026-06-16');
    expect(await officersOf('Noord')).toEqual([]);
    test.clock.set('2026-06-15T22:00:00.000Z');
    expect(await officersOf('Noord')).toEqual(['Noor Voorbeeld']);
  });

  it('lets an earlier start end where the later post begins', async () => {
    await store();
    await assign('2026-03-01');
    await assign('2025-01-01');
    expect(await posts()).toMatchObject([
      { valid_from: '2025-01-01', valid_to: '2026-03-01' },
      { valid_from: '2026-03-01', valid_to: OPEN_END },
    ]);
    expect(await officersOf('Noord')).toEqual(['Noor Voorbeeld']);
  });

  it('holds on when the neighbourhood is imported anew, under either id', async () => {
    const before = town.area({ nameNl: 'Zuid', officialId: 'Z', validTo: '2026-06-01' }).id;
    const after = town.area({ nameNl: 'Zuid', officialId: 'Z', validFrom: '2026-06-01' }).id;
    await store();
    const first = await assign('2026-02-01', before);
    expect(await assign('2026-02-01', after)).toEqual(first);
    expect(await officersOf('Zuid')).toEqual(['Noor Voorbeeld']);
    expect(await posts()).toMatchObject([{ area_id: after }]);
  });

  it('knows no other officer, no other neighbourhood, and no other kind of area', async () => {
    const zone = town.area({ nameNl: 'Zone', kind: 'zone' }).id;
    const gone = town.area({ nameNl: 'Weg', validTo: '2026-01-01' }).id;
    await store();
    for (const neighbourhoodId of [unknownId(), zone, gone]) {
      await expect(assign('2026-02-01', neighbourhoodId)).rejects.toMatchObject({
        code: 'NOT_FOUND',
        data: { what: 'neighbourhood' },
      });
    }
    await expect(
      assignPost(test.file, {
        officerId: unknownId(),
        neighbourhoodId: noord,
        validFrom: '2026-02-01',
      }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND', data: { what: 'officer' } });
    expect(await posts()).toEqual([]);
    expect(await operations()).toEqual([]);
    expect(test.announced).toEqual([]);
  });

  it.each([
    ['0202-02-01', 'too-early'],
    ['2206-02-01', 'too-late'],
  ])('refuses to begin on %s: %s', async (validFrom, reason) => {
    await store();
    await expect(assign(validFrom)).rejects.toMatchObject({
      code: 'INVALID_FIELD',
      data: { field: 'validFrom', reason },
    });
  });
});

describe('endPost', () => {
  let postId: string;
  beforeEach(async () => {
    await store();
    ({ postId } = await assignPost(test.file, {
      officerId: test.store.identity.officerId,
      neighbourhoodId: noord,
      validFrom: '2026-02-01',
    }));
  });
  const end = (validTo: string) => endPost(test.file, { postId, validTo });

  it('ends it on that day, keeps its history and counts its version up', async () => {
    await end('2026-06-15');
    expect(await officersOf('Noord')).toEqual([]);
    expect(await posts()).toMatchObject([
      { id: postId, valid_from: '2026-02-01', valid_to: '2026-06-15', version: 2 },
    ]);
    expect((await operations()).at(-1)).toMatchObject({
      entity: 'post',
      entity_id: postId,
      base_version: 1,
      change: { kind: 'patch', fields: { validTo: '2026-06-15' } },
    });
    test.clock.set('2026-06-01T08:00:00.000Z');
    expect(await officersOf('Noord')).toEqual(['Noor Voorbeeld']);
  });

  it('is stored once when it is said twice, and can be put earlier', async () => {
    await end('2026-06-15');
    await end('2026-06-15');
    expect(await operations()).toHaveLength(2);
    await end('2026-05-01');
    expect(await posts()).toMatchObject([{ valid_to: '2026-05-01', version: 3 }]);
  });

  it('takes back a post on its first day, after which the officer can be assigned again', async () => {
    await end('2026-02-01');
    expect(await officersOf('Noord')).toEqual([]);
    const again = await assignPost(test.file, {
      officerId: test.store.identity.officerId,
      neighbourhoodId: noord,
      validFrom: '2026-02-01',
    });
    expect(again.postId).not.toBe(postId);
    expect(await officersOf('Noord')).toEqual(['Noor Voorbeeld']);
  });

  it.each([
    ['2026-01-31', 'before-start'],
    ['2040-01-01', 'too-late'],
  ])('refuses to end on %s: %s', async (validTo, reason) => {
    await expect(end(validTo)).rejects.toMatchObject({
      code: 'INVALID_FIELD',
      data: { field: 'validTo', reason },
    });
    expect(await posts()).toMatchObject([{ valid_to: OPEN_END, version: 1 }]);
  });

  it('is not made longer once it has ended', async () => {
    await end('2026-03-01');
    await expect(end('2026-04-01')).rejects.toMatchObject({
      code: 'INVALID_FIELD',
      data: { field: 'validTo', reason: 'already-ended' },
    });
  });

  it('knows no other post', async () => {
    await expect(
      endPost(test.file, { postId: unknownId(), validTo: '2026-06-15' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND', data: { what: 'post' } });
  });
});
