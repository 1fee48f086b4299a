import type { Inspection } from '#shared/contract/territory.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile, UploadedFile } from '../../../context.ts';
import { guess } from './guess.ts';
import { orLocked, type Pace, pace } from './pace.ts';
import { geometryTypeOf } from './read-geometry.ts';
import { openSource } from './source/open-source.ts';
import { delimiterOf } from './source/read-table.ts';
import { unusable } from './unusable.ts';

const SAMPLES = 5;
const SAMPLED_ROWS = 1000;
const SHOWN_COLUMNS = 100;
const LONGEST_SAMPLE = 80;

/**
 * Reads an uploaded file once and tells what is in it, with a first guess how to import it.
 * Throws NOT_FOUND, LOCKED, or IMPORT_UNUSABLE with the reason.
 */
export async function inspectUpload(
  file: OpenFile,
  input: { readonly uploadId: Id },
  signal?: AbortSignal,
): Promise<Inspection> {
  const upload = file.uploads.get(input.uploadId);
  return orLocked(inspect(upload, pace([signal, file.closing])));
}

async function inspect(upload: UploadedFile, breath: Pace): Promise<Inspection> {
  const source = await openSource(upload, breath);
  const rows = source.rows();
  const samples = new Map<string, Set<string>>();
  const geometryTypes = new Set<string>();
  const coordinates: [number, number][] = [];
  let count = 0;
  for await (const batch of rows.batches()) {
    for (const row of batch) {
      count += 1;
      const type = geometryTypeOf(row.geometry);
      if (type !== '') geometryTypes.add(type);
      if (count > SAMPLED_ROWS) continue;
      const first = firstPair(row.geometry);
      if (first) coordinates.push(first);
      for (const name of rows.columns().slice(0, SHOWN_COLUMNS)) {
        const values = samples.get(name) ?? new Set<string>();
        samples.set(name, values);
        const value = row.cell(name).slice(0, LONGEST_SAMPLE);
        if (value !== '' && values.size < SAMPLES) values.add(value);
      }
    }
    await breath.step('reading', count, Math.max(source.lines, count));
  }
  if (count === 0) throw unusable('no-rows');
  const columns = [...samples].map(([name, values]) => ({ name, samples: [...values] }));
  const delimiter = source.format === 'csv' ? delimiterOf(source.head) : '';
  return {
    format: source.format,
    encoding: source.encoding,
    delimiter,
    rows: count,
    columns,
    geometryTypes: [...geometryTypes],
    guess: guess({
      format: source.format,
      fileName: source.fileName,
      title: rows.title(),
      statedSystem: rows.statedSystem(),
      statedCredit: rows.statedCredit(),
      columns,
      geometryTypes: [...geometryTypes],
      coordinates,
    }),
  };
}

/** The first pair of numbers in a geometry, however deep in its coordinates. */
function firstPair(geometry: unknown): [number, number] | undefined {
  let list: unknown =
    typeof geometry === 'object' && geometry !== null && 'coordinates' in geometry
      ? geometry.coordinates
      : undefined;
  while (Array.isArray(list)) {
    const [x, y] = list as unknown[];
    if (typeof x === 'number' && typeof y === 'number') return [x, y];
    list = x;
  }
  return undefined;
}
