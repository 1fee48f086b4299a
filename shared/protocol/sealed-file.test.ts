import fc from 'fast-check';
import { expect, it } from 'vitest';

import { partNonce } from './parcel.ts';
import {
  type FileBytes,
  joinContent,
  readSealedParts,
  readSealedStart,
  SealedFileBroken,
  sealedPart,
  sealedStart,
  splitContent,
} from './sealed-file.ts';

const fileOf = (bytes: Uint8Array): FileBytes => ({
  size: bytes.length,
  read: async (offset, length) => bytes.subarray(offset, offset + length),
});
const bytesOf = (most: number, least = 0) => fc.uint8Array({ minLength: least, maxLength: most });
const kinds = fc.constantFrom('PARCEL' as const, 'RECEIPTS' as const);
const parts = fc.array(fc.record({ proof: bytesOf(64, 64), sealed: bytesOf(90, 17) }), {
  minLength: 1,
  maxLength: 5,
});

function joined(kind: 'PARCEL' | 'RECEIPTS', header: Uint8Array, list: Parts): Uint8Array {
  const last = list.length - 1;
  return Buffer.concat([
    sealedStart(kind, header),
    ...list.map((part, index) => sealedPart({ ...part, last: index === last })),
  ]);
}
type Parts = readonly { readonly proof: Uint8Array; readonly sealed: Uint8Array }[];

async function readWhole(bytes: Uint8Array) {
  const file = fileOf(bytes);
  const start = await readSealedStart(file);
  const found = [];
  for await (const part of readSealedParts(file, start)) found.push(part);
  return { start, found };
}

it('gives back what was put into it', async () => {
  await fc.assert(
    fc.asyncProperty(kinds, bytesOf(200), parts, async (kind, header, list) => {
      const { start, found } = await readWhole(joined(kind, header, list));
      expect(start.kind).toBe(kind);
      expect([...start.header]).toEqual([...header]);
      expect(found.map(({ index, last }) => [index, last])).toEqual(
        list.map((_, index) => [index, index === list.length - 1]),
      );
      found.forEach(({ proof, sealed }, index) => {
        expect([...proof]).toEqual([...(list[index]?.proof ?? [])]);
        expect([...sealed]).toEqual([...(list[index]?.sealed ?? [])]);
      });
    }),
  );
});

it('is not whole when it is cut anywhere, or when something stands behind it', async () => {
  await fc.assert(
    fc.asyncProperty(kinds, bytesOf(40), parts, bytesOf(9, 1), async (kind, header, list, more) => {
      const whole = joined(kind, header, list);
      for (let length = 0; length < whole.length; length += 1) {
        await expect(readWhole(whole.subarray(0, length))).rejects.toThrow(SealedFileBroken);
      }
      await expect(readWhole(Buffer.concat([whole, more]))).rejects.toMatchObject({
        reason: 'altered',
      });
    }),
    { numRuns: 15 },
  );
});

it('never does anything else than refuse what is none', async () => {
  await fc.assert(
    fc.asyncProperty(bytesOf(300), async (bytes) => {
      await expect(readWhole(bytes)).rejects.toMatchObject({ reason: 'not-a-parcel' });
    }),
  );
});

it('keeps what is sealed apart: JSON, and bytes behind it', () => {
  fc.assert(
    fc.property(bytesOf(80), bytesOf(80), (json, bytes) => {
      const [first, second] = splitContent(joinContent(json, bytes));
      expect([[...first], [...second]]).toEqual([[...json], [...bytes]]);
    }),
  );
  expect(() => splitContent(Uint8Array.of(0, 0, 1))).toThrow(SealedFileBroken);
  expect(() => splitContent(Uint8Array.of(0, 0, 0, 9, 1))).toThrow(SealedFileBroken);
});

it('has a nonce of its own for every place, and for being the last', () => {
  const all = [0, 1, 255, 256, 65_536].flatMap((index) =>
    [false, true].map((last) => partNonce(index, last).join()),
  );
  expect(new Set(all).size).toBe(all.length);
});
