import { MOST_COLUMNS } from '../limits.ts';
import { FeatureSplitter } from './feature-splitter.ts';
import type { ScannedSource } from './scan-source.ts';
import { type SourceRow, type SourceRows, textOf } from './source-rows.ts';
import { textChunks } from './text-chunks.ts';

/** The features of a GeoJSON file (RFC 7946). */
export function readFeatures(source: ScannedSource): SourceRows {
  const columns = new Set<string>();
  let members: ReadonlyMap<string, unknown> = new Map();
  return {
    async *batches() {
      const splitter = new FeatureSplitter();
      members = splitter.members;
      let count = 0;
      const rows = (features: readonly unknown[]): SourceRow[] =>
        features.map((feature) => {
          count += 1;
          return featureRow(feature, count, columns);
        });
      for await (const text of textChunks(source)) {
        const batch = rows(splitter.push(text));
        if (batch.length > 0) yield batch;
      }
      const rest = rows(splitter.end());
      if (rest.length > 0) yield rest;
    },
    columns: () => [...columns],
    statedSystem: () => {
      const crs = record(members.get('crs'));
      return textOf(record(crs['properties'])['name']) || textOf(crs['name']);
    },
    statedCredit: () => textOf(members.get('attribution')) || textOf(members.get('copyright')),
    title: () => textOf(members.get('name')),
  };
}

function featureRow(feature: unknown, row: number, columns: Set<string>): SourceRow {
  const members = record(feature);
  const properties = record(members['properties']);
  for (const name of Object.keys(properties)) {
    if (columns.size < MOST_COLUMNS) columns.add(name);
  }
  return {
    row,
    cell: (name) => (Object.hasOwn(properties, name) ? textOf(properties[name]) : ''),
    geometry: members['geometry'] ?? null,
    complete: true,
  };
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}
