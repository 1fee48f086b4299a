import type { CoordinateSystem, ImportField, ImportPlan } from '#shared/contract/territory.ts';
import type { ImportLayer } from '#shared/domain/territory/territory.ts';

/** The plan as far as it can be typed: what `territory.previewImport` needs besides the upload. */
export type PlanDraft = Omit<ImportPlan, 'uploadId'>;

const AREA_FIELDS = ['officialId', 'nameNl', 'nameFr'] as const;
const STREET_FIELDS = [
  'nameNl',
  'nameFr',
  'officialId',
  'municipalityCode',
  'subMunicipality',
] as const;

/** The fields a layer can be filled from, in the order they are asked. */
export function fieldsOf(layer: ImportLayer, system: CoordinateSystem): readonly ImportField[] {
  switch (layer) {
    case 'segments':
      return [...STREET_FIELDS, 'roadClass'];
    case 'street-names':
      return [...STREET_FIELDS, 'postcode'];
    case 'addresses':
      return [
        'nameNl',
        'nameFr',
        'streetOfficialId',
        'houseNumber',
        'boxNumber',
        'postcode',
        'municipalityCode',
        'subMunicipality',
        'officialId',
        ...placeFields(system),
      ];
    case 'zone':
    case 'municipality':
    case 'sub-municipality':
    case 'district':
    case 'neighbourhood':
      return AREA_FIELDS;
  }
}

/** Fields of which one each must have a column before the file can be compared. */
export function missingFields(draft: PlanDraft): readonly ImportField[] {
  return neededFields(draft)
    .filter((choices) => !choices.some((field) => draft.mapping[field] !== undefined))
    .flatMap((choices) => choices.slice(0, 1));
}

/** Whether a column is needed for this field, alone or as one of several that will do. */
export function isNeeded(draft: PlanDraft, field: ImportField): boolean {
  return neededFields(draft).some((choices) => choices[0] === field);
}

/** Only the columns of fields the layer has: a corrected layer must not carry those of the former. */
export function cleanMapping(draft: PlanDraft): PlanDraft['mapping'] {
  const fields = fieldsOf(draft.layer, draft.coordinateSystem);
  return Object.fromEntries(
    fields.flatMap((field) => {
      const column = draft.mapping[field];
      return column === undefined ? [] : [[field, column] as const];
    }),
  );
}

function neededFields(draft: PlanDraft): readonly (readonly ImportField[])[] {
  const name = ['nameNl', 'nameFr'] as const;
  switch (draft.layer) {
    case 'segments':
    case 'street-names':
      return [name];
    case 'addresses':
      return [
        [...name, 'streetOfficialId'],
        ['houseNumber'],
        ...placeFields(draft.coordinateSystem).map((field) => [field]),
      ];
    case 'zone':
    case 'municipality':
    case 'sub-municipality':
    case 'district':
    case 'neighbourhood':
      return [['officialId'], name];
  }
}

function placeFields(system: CoordinateSystem): readonly ImportField[] {
  return system === 'EPSG:4326' ? ['longitude', 'latitude'] : ['x', 'y'];
}
