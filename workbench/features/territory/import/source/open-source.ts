import type { UploadedFile } from '../../../../context.ts';
import type { Pace } from '../pace.ts';
import { readFeatures } from './read-features.ts';
import { readTable } from './read-table.ts';
import { type ScannedSource, scanSource } from './scan-source.ts';
import type { SourceRows } from './source-rows.ts';

export interface Source extends ScannedSource {
  /** A new reading of the rows, from the beginning. */
  rows(): SourceRows;
}

/** Finds out what a file is. Throws IMPORT_UNUSABLE when it is neither GeoJSON nor a table. */
export async function openSource(upload: UploadedFile, pace: Pace): Promise<Source> {
  const scanned = await scanSource(upload, pace);
  return {
    ...scanned,
    rows: () => (scanned.format === 'geojson' ? readFeatures(scanned) : readTable(scanned)),
  };
}
