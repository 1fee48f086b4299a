import type { ImportField, ImportPlan } from '#shared/contract/territory.ts';
import { toDegrees } from '#shared/domain/territory/import/coordinate-systems.ts';
import type { ImportLayer } from '#shared/domain/territory/territory.ts';

import { WorkbenchError } from '../../../errors.ts';
import { importAddresses } from './import-addresses.ts';
import { importAreas } from './import-areas.ts';
import { importSegments } from './import-segments.ts';
import { importStreetNames } from './import-street-names.ts';
import type { Source } from './source/open-source.ts';
import type { Survey } from './survey.ts';
import { unusable } from './unusable.ts';
import type { ImportWork } from './work.ts';

type Needed = readonly (ImportField | readonly ImportField[])[];
const NAME = ['nameNl', 'nameFr'] as const;
const AREA: Needed = ['officialId', NAME];
/** Fields without which no row of a layer can be stored; of a list, one is enough. */
const NEEDED: Readonly<Record<ImportLayer, Needed>> = {
  zone: AREA,
  municipality: AREA,
  'sub-municipality': AREA,
  district: AREA,
  neighbourhood: AREA,
  segments: [NAME],
  'street-names': [NAME],
  addresses: [[...NAME, 'streetOfficialId'], 'houseNumber', ['longitude', 'x'], ['latitude', 'y']],
};

/** Throws IMPORT_UNUSABLE (wrong-format) or INVALID_FIELD when the file cannot be read as planned. */
export function assertReadable(source: Source, plan: ImportPlan): void {
  const table = plan.layer === 'street-names' || plan.layer === 'addresses';
  if (table !== (source.format === 'csv')) throw unusable('wrong-format', source.format);
  for (const needed of NEEDED[plan.layer]) {
    const fields = typeof needed === 'string' ? [needed] : needed;
    if (fields.some((field) => plan.mapping[field] !== undefined)) continue;
    throw new WorkbenchError('INVALID_FIELD', {
      field: `mapping.${fields[0] ?? ''}`,
      reason: 'required',
    });
  }
}

/** How to read the rows of a file as planned. */
export function readingOf(plan: ImportPlan): ImportWork['reading'] {
  const { mapping, coordinateSystem } = plan;
  return { mapping, coordinateSystem, toDegrees: toDegrees(coordinateSystem) };
}

/** Compares the file with what is there and makes the changes that `work` stands for. */
export async function carryOut(work: ImportWork, { repeated }: Survey): Promise<void> {
  const { layer } = work.plan;
  switch (layer) {
    case 'segments':
      return importSegments(work, repeated);
    case 'street-names':
      return importStreetNames(work);
    case 'addresses':
      return importAddresses(work);
    case 'zone':
    case 'municipality':
    case 'sub-municipality':
    case 'district':
    case 'neighbourhood':
      return importAreas(work, layer);
  }
}
