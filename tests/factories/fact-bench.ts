import { readFileSync } from 'node:fs';

import type { FactImport, FactImportInput, FactSource } from '#shared/contract/facts.ts';
import type { FactPlan } from '#shared/domain/facts/fact-plan.ts';
import { lengthMetres } from '#shared/domain/territory/geometry.ts';

import { importFacts, inspectFacts, saveFactSource } from '../../workbench/features/facts/index.ts';
import { readWays } from './osm-pbf.ts';
import { collect, type ImportBench, openImportBench } from './test-imports.ts';
import { square, storeTerritory, territoryMaker } from './test-territory.ts';

/** An officer's file that facts are imported into. */
export interface FactBench extends ImportBench {
  /** Adds a source. */
  source(fields?: Partial<FactSource>): Promise<FactSource>;
  /** What an upload of this text would be imported by, as guessed, with what is given instead. */
  input(
    source: FactSource,
    fileName: string,
    content: string | Uint8Array,
    changes?: Partial<FactPlan>,
  ): Promise<FactImportInput>;
  /** Imports to the end. */
  importFacts(
    source: FactSource,
    fileName: string,
    content: string | Uint8Array,
    changes?: Partial<FactPlan>,
  ): Promise<FactImport>;
}

export async function openFactBench(): Promise<FactBench> {
  const bench = await openImportBench();
  const { file } = bench;
  const facts: FactBench = {
    ...bench,
    source: (fields = {}) =>
      saveFactSource(file, {
        id: null,
        fields: { name: 'Meldingen', origin: 'public', credit: '', breaks: [], ...fields },
      }),
    async input(source, fileName, content, changes = {}) {
      const uploadId = await bench.upload(fileName, content);
      const { plan } = await inspectFacts(file, { uploadId, sourceId: source.id });
      return { uploadId, sourceId: source.id, plan: { ...plan, ...changes } };
    },
    async importFacts(source, fileName, content, changes) {
      bench.clock.advance(1000);
      const input = await facts.input(source, fileName, content, changes);
      const last = (await collect(importFacts(file, input))).at(-1);
      if (last?.type !== 'done') throw new Error(`the import ended with ${last?.type}`);
      return last.record;
    },
  };
  return facts;
}

export const BRISTOL_STREETS = new URL(
  '../../../shared/data/territory/osm/whitelion_bristol_uk.osm.pbf',
  import.meta.url,
);

/** The streets around the White Lion in Bristol, in two neighbourhoods with a border along a meridian. */
export async function storeBristol({ store }: FactBench): Promise<void> {
  const maker = territoryMaker();
  const border = -2.5945;
  const areas = [
    maker.area({ nameNl: 'West', geometry: square([border - 0.05, 51.43], 0.05) }),
    maker.area({ nameNl: 'East', geometry: square([border, 51.43], 0.05) }),
  ] as const;
  const streets = new Map<string, string>();
  for (const { id, tags, line } of readWays(readFileSync(BRISTOL_STREETS))) {
    const name = tags.get('name') ?? '';
    if (!tags.has('highway') || name === '' || line.length < 2 || lengthMetres(line) === 0)
      continue;
    const streetId = streets.get(name) ?? maker.street({ nameNl: name }).id;
    streets.set(name, streetId);
    const middle = line[Math.floor(line.length / 2)]?.[0] ?? 0;
    maker.segment({
      officialId: `osm:${id}`,
      streetId,
      geometry: line,
      neighbourhoodId: areas[middle < border ? 0 : 1].id,
    });
  }
  await storeTerritory(store, maker.dataset);
}
