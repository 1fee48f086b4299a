import type { FactImport, FactImportInput, FactSource } from '#shared/contract/facts.ts';
import type { FactPlan } from '#shared/domain/facts/fact-plan.ts';

import { importFacts, inspectFacts, saveFactSource } from '../../workbench/features/facts/index.ts';
import { collect, type ImportBench, openImportBench } from './test-imports.ts';

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
