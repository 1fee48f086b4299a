import { createHash } from 'node:crypto';

import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { newContactSchema } from '#shared/domain/contacts/contact.ts';
import type { PackageRow } from '#shared/domain/territory/package/package-row.ts';
import { OPEN_END } from '#shared/lib/dates.ts';
import { makeId } from '#shared/lib/ids.ts';
import { LIMITS } from '#shared/protocol/limits.ts';
import type { TerritoryVersion } from '#shared/protocol/territory.ts';

import { plantSmallTerritory } from '../../../tests/factories/small-territory.ts';
import {
  type PackedTerritory,
  packRows,
  packText,
  townRows,
  unpack,
} from '../../../tests/factories/territory-package.ts';
import { openTestFile, silentLog, type TestFile } from '../../../tests/factories/test-store.ts';
import { logContact } from '../../features/contacts/index.ts';
import { seedDemoTerritory } from '../../features/demo/index.ts';
import { packTerritory } from '../../features/territory/index.ts';
import { blobState, putBlob } from '../../store/repositories/blob-repository.ts';
import { noteNewest, zoneTerritory } from '../../store/repositories/zone-territory-repository.ts';
import type { BlobCentre } from '../blobs.ts';
import { CentreUnreachable } from '../centre.ts';
import { putInTerritory } from './put-in-territory.ts';
import { createTerritoryFetcher, type TerritoryFetcher } from './territory-fetcher.ts';

let desk: TestFile;
beforeEach(async () => {
  desk = await openTestFile();
});
afterEach(() => desk.dispose());

const versionOf = async (
  { bytes, hash }: Pick<PackedTerritory, 'bytes' | 'hash'>,
  number = 1,
): Promise<TerritoryVersion> => ({
  ...(await unpack(bytes)).facts,
  ...{ number, hash, size: bytes.length },
  publishedAt: '2026-06-15T08:00:00.000Z',
  publishedBy: 'Bea Beheer',
});
const putIn = async (
  packed: Pick<PackedTerritory, 'bytes' | 'hash'>,
  number = 1,
  at = desk,
): Promise<number> => {
  await at.store.write((handle) => putBlob(handle, packed.hash, packed.bytes));
  return putInTerritory(at.store, await versionOf(packed, number));
};
const pack = async (at = desk) => packTerritory(at.store.read, at.clock.now());
const currentStreets = async (): Promise<string[]> => {
  const rows = await desk.store.read
    .selectFrom('street')
    .select('name_nl')
    .where('valid_to', '=', OPEN_END)
    .execute();
  return rows.map(({ name_nl }) => name_nl).sort();
};
/** The town with one street renamed from a day on, as an import does it. */
const renamed = (rows: readonly PackageRow[], from = '2026-01-01'): PackageRow[] => {
  const [street] = rows.filter((row) => row.kind === 'street');
  if (street === undefined) throw new Error('no street');
  const id = makeId(Date.parse(from), new Uint8Array(16));
  return [
    ...rows.map((row): PackageRow => {
      if (row.kind === 'street' && row.columns.id === street.columns.id) {
        return { ...row, columns: { ...row.columns, valid_to: from } };
      }
      if (row.kind === 'segment' && row.columns.street_id === street.columns.id) {
        return { ...row, columns: { ...row.columns, street_id: id } };
      }
      return row;
    }),
    {
      kind: 'street',
      columns: { ...street.columns, id, name_nl: 'Nieuwe naam', valid_from: from },
    },
  ];
};

describe('a version that is put in', () => {
  it('is the territory: what is packed at this desk again is the same bytes', async () => {
    const streets = fc.integer({ min: 1, max: 8 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(9_999), streets), { minLength: 1, maxLength: 3 }),
        async (towns) => {
          const fresh = await openTestFile();
          try {
            // Whatever came before it.
            for (const [index, [seed, count]] of towns.entries()) {
              const packed = packRows(townRows(seed, count), [`Bron ${seed}`]);
              await putIn(packed, index + 1, fresh);
              // The sources of other imports are not in it: the package alone tells them.
              const again = await unpack((await pack(fresh)).bytes);
              expect(again.rows).toEqual(packed.rows);
              expect(await putIn(packed, index + 1, fresh)).toBe(0);
            }
          } finally {
            await fresh.dispose();
          }
        },
      ),
      { numRuns: 12 },
    );
  });

  it('takes nothing along of what was imported here before, nor the names of those files', async () => {
    await seedDemoTerritory(desk.file, 1);
    const own = await desk.store.read.selectFrom('territory_import').select('id').execute();
    expect(own.length).toBeGreaterThan(0);
    const publisher = await openTestFile();
    try {
      publisher.clock.advance(86_400_000);
      await seedDemoTerritory(publisher.file, 1);
      const town = await pack(publisher);
      await putIn(town);
      expect((await pack()).hash).toBe(town.hash);
    } finally {
      await publisher.dispose();
    }
  });

  it('keeps history as the publisher has it, and puts the lines where they are on the map', async () => {
    const rows = townRows(1);
    await putIn(packRows(rows));
    expect(await currentStreets()).toEqual(['Straat 1', 'Straat 2', 'Straat 3']);
    expect(await putIn(packRows(renamed(rows)), 2)).toBe(3);
    expect(await currentStreets()).toEqual(['Nieuwe naam', 'Straat 2', 'Straat 3']);
    const bounds = await desk.store.read.selectFrom('segment_bounds').selectAll().execute();
    expect(bounds).toHaveLength(3);
    const { here, arriving } = await zoneTerritory(desk.store.read);
    expect(here).toMatchObject({ version: { number: 2 }, problem: '' });
    expect(arriving).toBeNull();
    expect(await desk.store.read.selectFrom('blob').selectAll().execute()).toEqual([]);
  });

  it('ends what this desk imported for itself where it begins, and keeps all that was typed there', async () => {
    const own = await plantSmallTerritory(desk.store);
    const contact = newContactSchema.parse({
      id: makeId(Date.parse(desk.clock.now()), desk.store.entropy.bytes(16)),
      occurredAt: desk.clock.now(),
      place: { streetId: own.streetId, houseNumber: '12', position: null },
      reason: 'school',
      summary: 'Te hard rijden aan de school',
      next: { step: 'nothing', note: '' },
    });
    await logContact(desk.file, contact);
    const packed = packRows(townRows(1));
    await putIn(packed);
    expect(await currentStreets()).toEqual(['Straat 1', 'Straat 2', 'Straat 3']);
    const kept = await desk.store.read
      .selectFrom('contact')
      .innerJoin('street', 'street.id', 'contact.street_id')
      .select(['summary', 'street.name_nl', 'street.valid_from', 'street.valid_to'])
      .execute();
    expect(kept).toEqual([
      {
        summary: 'Te hard rijden aan de school',
        name_nl: 'Zonnebloemstraat',
        ...{ valid_from: '2020-01-01', valid_to: '2024-01-01' },
      },
    ]);
    // Nor is it published with the zone's.
    expect((await unpack((await pack()).bytes)).rows).toEqual(packed.rows);
  });

  it('changes nothing when it cannot be read to its end', async () => {
    const town = packRows(townRows(1));
    await putIn(town);
    const before = (await pack()).hash;
    const broken = packText(`${await textOf(townRows(5))}["street",{}]\n`);
    const version = { ...(await versionOf(town, 2)), hash: broken.hash, size: broken.bytes.length };
    await desk.store.write((handle) => putBlob(handle, broken.hash, broken.bytes));
    await expect(putInTerritory(desk.store, version)).rejects.toMatchObject({
      problem: 'not-a-row',
    });
    expect((await pack()).hash).toBe(before);
    expect((await zoneTerritory(desk.store.read)).here?.version.number).toBe(1);
  });
});

async function textOf(rows: readonly PackageRow[]): Promise<string> {
  const { gunzipSync } = await import('node:zlib');
  return gunzipSync(packRows(rows).bytes).toString();
}

describe('fetching', () => {
  const large = packRows(townRows(2, 9_000));
  const closing = new AbortController();

  /** A centre that serves these bytes, and whose line breaks after `parts` answers. */
  const centreOf = (bytes: Buffer, parts = Infinity) => {
    const asked: number[] = [];
    let left = parts;
    const centre = {
      async ask(_endpoint: unknown, { offset }: { offset: number }) {
        asked.push(offset);
        if (left === 0) throw new CentreUnreachable();
        left -= 1;
        const part = bytes.subarray(offset, offset + LIMITS.blobChunkBytes);
        return { size: bytes.length, bytes: part.toString('base64') };
      },
    } as BlobCentre;
    return { centre, asked };
  };
  const fetcherOf = (centre: BlobCentre): TerritoryFetcher =>
    createTerritoryFetcher({
      ...{ store: desk.store, centre, signal: closing.signal, log: silentLog },
      progressed: () => {},
      putIn: () => {},
    });
  const run = async (centre: BlobCentre): Promise<void> => {
    const fetcher = fetcherOf(centre);
    fetcher.wake();
    await fetcher.idle();
  };
  const arrive = async (packed: PackedTerritory, number = 1): Promise<void> => {
    const version = await versionOf(packed, number);
    await desk.store.write((handle) => noteNewest(handle, version, desk.clock.now()));
  };

  it('goes on from where the line broke, and then puts it in', async () => {
    await arrive(large);
    const first = centreOf(large.bytes, 1);
    await run(first.centre);
    expect(await currentStreets()).toEqual([]);
    expect((await blobState(desk.store.read, large.hash))?.received).toBe(LIMITS.blobChunkBytes);
    const second = centreOf(large.bytes);
    await run(second.centre);
    expect(second.asked[0]).toBe(LIMITS.blobChunkBytes);
    expect(await currentStreets()).toHaveLength(9_000);
  });

  it('throws away what is not what it is called, and begins anew', async () => {
    await arrive(large);
    const wrong = Buffer.from(large.bytes);
    wrong[1_000] = (wrong[1_000] ?? 0) ^ 1;
    await run(centreOf(wrong).centre);
    expect(await blobState(desk.store.read, large.hash)).toBeUndefined();
    await run(centreOf(large.bytes).centre);
    expect(await currentStreets()).toHaveLength(9_000);
  });

  it('leaves what a newer version has overtaken', async () => {
    await arrive(large);
    await run(centreOf(large.bytes, 1).centre);
    const town = packRows(townRows(1));
    await arrive(town, 2);
    expect(await blobState(desk.store.read, large.hash)).toBeUndefined();
    await run(centreOf(town.bytes).centre);
    expect((await zoneTerritory(desk.store.read)).here?.version.number).toBe(2);
    // A centre that was restored from before version 2 has version 1 as its newest.
    await arrive(large);
    await run(centreOf(large.bytes).centre);
    expect((await zoneTerritory(desk.store.read)).here?.version.number).toBe(1);
    expect(await currentStreets()).toHaveLength(9_000);
  });

  it('says of a package that it cannot use what is wrong, and asks for it once', async () => {
    const odd = packText('["wijkwerk-territory-9",{}]\n');
    const version = { ...(await versionOf(large)), hash: odd.hash, size: odd.bytes.length };
    await desk.store.write((handle) => noteNewest(handle, version, desk.clock.now()));
    const { centre, asked } = centreOf(odd.bytes);
    const fetcher = fetcherOf(centre);
    for (let time = 0; time < 2; time += 1) {
      fetcher.wake();
      await fetcher.idle();
    }
    expect(asked).toEqual([0]);
    expect((await zoneTerritory(desk.store.read)).arriving?.problem).toBe('other-format');
  });

  it('knows a version again under another number', async () => {
    const town = packRows(townRows(1));
    await putIn(town);
    await arrive(town, 3);
    const { here, arriving } = await zoneTerritory(desk.store.read);
    expect([here?.version.number, arriving]).toEqual([3, null]);
    expect(createHash('sha256').update(town.bytes).digest('hex')).toBe(here?.version.hash);
  });
});
