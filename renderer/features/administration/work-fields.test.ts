import { expect, it } from 'vitest';

import { ENTITY_ORDER, rulesOf } from '#shared/domain/operations/entity-registry.ts';

import { nl as records } from '../../client/records/texts/nl.ts';
import { nl } from './texts/nl.ts';
import { firstWords, UNSAID } from './work-fields.ts';

it('has a name for every entity and every field that may be set aside', () => {
  expect(ENTITY_ORDER.filter((entity) => !Object.hasOwn(nl.entity, entity))).toEqual([]);
  const fields = ENTITY_ORDER.flatMap((entity) => Object.keys(rulesOf(entity)?.fields ?? {}));
  expect(fields.length).toBeGreaterThan(20);
  expect(
    fields.filter((field) => !UNSAID.has(field) && !Object.hasOwn(records.field, field)),
  ).toEqual([]);
});

it('tells two pieces of work apart by where they are and what they say', () => {
  const streetId = '01970000-0000-7000-8000-000000000001';
  const fields = { streetId, houseNumber: '12', reason: 'nuisance', summary: 'Lawaai in de nacht' };
  const work = { current: null, names: { [streetId]: 'Smedengang' } };
  const change = { kind: 'patch', fields } as const;
  expect(firstWords({ ...work, change })).toBe('Smedengang 12 · Lawaai in de nacht');
  expect(firstWords({ ...work, change, names: {} })).toBe('12 · Lawaai in de nacht');
});
