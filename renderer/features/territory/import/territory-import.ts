import type { ImportPreview, ImportRecord, Inspection } from '#shared/contract/territory.ts';
import { dayOf } from '#shared/lib/dates.ts';

import type { ImportWay, InspectedFile } from '../../../importing/import-way.ts';
import { cleanMapping, type PlanDraft } from './plan-rules.ts';

/** Files of the territory. */
export interface TerritoryFiles {
  readonly choice: null;
  readonly inspection: Inspection;
  readonly plan: PlanDraft;
  readonly preview: ImportPreview;
  readonly record: ImportRecord;
}

export type TerritoryFile = InspectedFile<TerritoryFiles>;

export const TERRITORY_IMPORT: ImportWay<TerritoryFiles> = {
  async inspect(client, { uploadId }, signal) {
    const inspection = await client.territory.inspectUpload({ uploadId }, { signal });
    const plan = {
      ...inspection.guess,
      validFrom: dayOf(new Date().toISOString()),
      // A part taken for the whole would end everything else: the user says when it is the whole.
      complete: false,
    };
    return { inspection, plan };
  },
  preview: (client, input, signal) => client.territory.previewImport(planOf(input), { signal }),
  run: (client, input, signal) => client.territory.runImport(planOf(input), { signal }),
};

function planOf({ uploadId, plan }: { readonly uploadId: string; readonly plan: PlanDraft }) {
  return { ...plan, mapping: cleanMapping(plan), uploadId };
}
