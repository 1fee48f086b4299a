import { inflateSync } from 'node:zlib';

import type { Position } from '#shared/domain/territory/geometry.ts';

export interface OsmWay {
  readonly id: number;
  readonly tags: ReadonlyMap<string, string>;
  readonly line: readonly Position[];
}

/** A field of a protocol buffer: a number, or bytes. */
interface Field {
  readonly tag: number;
  readonly number: number;
  readonly bytes: Uint8Array;
}

/**
 * The ways of an OpenStreetMap file in PBF (wiki.openstreetmap.org/wiki/PBF_Format) with the lines they
 * draw: enough of the format for what tests read, and no more.
 */
export function readWays(file: Uint8Array): readonly OsmWay[] {
  const nodes = new Map<number, Position>();
  const ways: { id: number; tags: Map<string, string>; refs: number[] }[] = [];
  for (const block of dataBlocks(file)) {
    const fields = [...fieldsOf(block)];
    const number = (tag: number, otherwise: number): number =>
      fields.find((field) => field.tag === tag)?.number ?? otherwise;
    const texts = [...fieldsOf(bytesOf(fields, 1))].map(({ bytes }) => decode(bytes));
    const scale = number(17, 100) * 1e-9;
    const [south, west] = [number(19, 0) * 1e-9, number(20, 0) * 1e-9];
    for (const group of fields.filter(({ tag }) => tag === 2)) {
      for (const { tag, bytes } of fieldsOf(group.bytes)) {
        if (tag === 2) {
          const dense = [...fieldsOf(bytes)];
          const ids = summed(bytesOf(dense, 1));
          const latitudes = summed(bytesOf(dense, 8));
          const longitudes = summed(bytesOf(dense, 9));
          for (const [at, id] of ids.entries()) {
            const longitude = west + scale * (longitudes[at] ?? 0);
            nodes.set(id, [longitude, south + scale * (latitudes[at] ?? 0)]);
          }
        } else if (tag === 3) {
          const way = [...fieldsOf(bytes)];
          const keys = [...varints(bytesOf(way, 2))];
          const values = [...varints(bytesOf(way, 3))];
          ways.push({
            id: way.find((field) => field.tag === 1)?.number ?? 0,
            tags: new Map(keys.map((key, at) => [texts[key] ?? '', texts[values[at] ?? 0] ?? ''])),
            refs: summed(bytesOf(way, 8)),
          });
        }
      }
    }
  }
  return ways.map(({ id, tags, refs }) => ({
    id,
    tags,
    line: refs.flatMap((ref) => {
      const node = nodes.get(ref);
      return node ? [node] : [];
    }),
  }));
}

function* dataBlocks(file: Uint8Array): Generator<Uint8Array> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  for (let at = 0; at < file.length;) {
    const headerSize = view.getUint32(at);
    const header = [...fieldsOf(file.subarray(at + 4, at + 4 + headerSize))];
    const size = header.find(({ tag }) => tag === 3)?.number ?? 0;
    const start = at + 4 + headerSize;
    const blob = [...fieldsOf(file.subarray(start, start + size))];
    const packed = blob.find(({ tag }) => tag === 3);
    if (decode(bytesOf(header, 1)) === 'OSMData') {
      yield packed ? inflateSync(packed.bytes) : bytesOf(blob, 1);
    }
    at = start + size;
  }
}

function bytesOf(fields: readonly Field[], tag: number): Uint8Array {
  return fields.find((field) => field.tag === tag)?.bytes ?? new Uint8Array();
}

function* fieldsOf(bytes: Uint8Array): Generator<Field> {
  for (let at = 0; at < bytes.length;) {
    const [key, afterKey] = varint(bytes, at);
    const [number, afterNumber] = varint(bytes, afterKey);
    const isBytes = key % 8 === 2;
    at = isBytes ? afterNumber + number : afterNumber;
    yield {
      tag: Math.floor(key / 8),
      number,
      bytes: isBytes ? bytes.subarray(afterNumber, at) : new Uint8Array(),
    };
  }
}

function varint(bytes: Uint8Array, start: number): readonly [value: number, next: number] {
  let value = 0;
  let factor = 1;
  let at = start;
  for (;;) {
    const byte = bytes[at] ?? 0;
    at += 1;
    value += (byte % 128) * factor;
    factor *= 128;
    if (byte < 128) return [value, at];
  }
}

function* varints(bytes: Uint8Array): Generator<number> {
  for (let at = 0; at < bytes.length;) {
    const [value, next] = varint(bytes, at);
    at = next;
    yield value;
  }
}

/** Signed numbers that each tell the difference from the one before. */
function summed(bytes: Uint8Array): number[] {
  let sum = 0;
  return [...varints(bytes)].map((value) => {
    sum += value % 2 === 0 ? value / 2 : -(value + 1) / 2;
    return sum;
  });
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
