import { describe, expect, it } from 'vitest';

import { IMPORT_LAYERS } from '#shared/domain/territory/territory.ts';

import { cleanMapping, fieldsOf, isNeeded, missingFields, type PlanDraft } from './plan-rules.ts';

const draft = (part: Partial<PlanDraft>): PlanDraft => ({
  layer: 'neighbourhood',
  mapping: {},
  coordinateSystem: 'EPSG:4326',
  validFrom: '2026-01-01',
  complete: true,
  credit: '',
  ...part,
});

describe('what a plan still lacks', () => {
  it('asks an area for its code and its name', () => {
    expect(missingFields(draft({}))).toEqual(['officialId', 'nameNl']);
    expect(missingFields(draft({ mapping: { officialId: 'code', nameFr: 'nom' } }))).toEqual([]);
  });

  it('lets the code of the street stand for its name, and asks for coordinates of the system', () => {
    const mapping = { streetOfficialId: 'street_id', houseNumber: 'nr' };
    expect(missingFields(draft({ layer: 'addresses', mapping }))).toEqual([
      'longitude',
      'latitude',
    ]);
    expect(
      missingFields(draft({ layer: 'addresses', mapping, coordinateSystem: 'EPSG:31370' })),
    ).toEqual(['x', 'y']);
  });

  it.each(IMPORT_LAYERS)('shows every field that %s needs', (layer) => {
    const plan = draft({ layer });
    const shown = fieldsOf(layer, plan.coordinateSystem);
    for (const field of missingFields(plan)) {
      expect(shown).toContain(field);
      expect(isNeeded(plan, field)).toBe(true);
    }
  });
});

it('cleanMapping drops what another layer left behind', () => {
  const mapping = { nameNl: 'naam', houseNumber: 'nr', x: 'x' };
  expect(cleanMapping(draft({ layer: 'street-names', mapping }))).toEqual({ nameNl: 'naam' });
});
