import type { FactImport, FactInspection, FactPreview } from '#shared/contract/facts.ts';
import type { FactPlan } from '#shared/domain/facts/fact-plan.ts';

import type { ImportWay, InspectedFile } from '../../../importing/import-way.ts';

/** Tables of facts. The choice is the source that a file is of: it tells how its files are read. */
export interface FactFiles {
  readonly choice: string;
  readonly inspection: FactInspection;
  readonly plan: FactPlan;
  readonly preview: FactPreview;
  readonly record: FactImport;
}

export type FactFile = InspectedFile<FactFiles>;

export const FACT_IMPORT: ImportWay<FactFiles> = {
  async inspect(client, { uploadId, choice }, signal) {
    const inspection = await client.facts.inspect({ uploadId, sourceId: choice }, { signal });
    return { inspection, plan: inspection.plan };
  },
  preview: (client, { choice, ...input }, signal) =>
    client.facts.preview({ ...input, sourceId: choice }, { signal }),
  run: (client, { choice, ...input }, signal) =>
    client.facts.run({ ...input, sourceId: choice }, { signal }),
};
