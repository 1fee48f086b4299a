import { useTranslation } from 'react-i18next';

import type { QuarantinedWork } from '#shared/contract/administration.ts';
import type { Json } from '#shared/domain/operations/operation.ts';

import { useFieldName, useValueWords } from '../../client/records/record-words.ts';
import { nl } from './texts/nl.ts';
import { UNSAID } from './work-fields.ts';

/** What an entity is called; its own name for one that this desk does not know. */
export function useEntityName(): (entity: string) => string {
  const { t } = useTranslation('administration');
  return (entity) => (isEntity(entity) ? t(`entity.${entity}`) : entity);
}

/** Fields of work that was set aside, by name and in words; those without a value are left out. */
export function useWorkWords(): (
  fields: Readonly<Record<string, Json>>,
  names: QuarantinedWork['names'],
) => readonly (readonly [name: string, words: string])[] {
  const fieldName = useFieldName();
  const words = useValueWords();
  return (fields, names) =>
    Object.entries(fields)
      .filter(([field]) => !UNSAID.has(field) && !isUntouched(field, fields[field]))
      .map(([field, value]) => [fieldName(field), words(field, value, names)] as const)
      .filter(([, text]) => text !== '');
}

/** What was not withdrawn is as everything else: that goes without saying. */
function isUntouched(field: string, value: Json | undefined): boolean {
  return field === 'withdrawn' && value === false;
}

function isEntity(entity: string): entity is keyof typeof nl.entity {
  return Object.hasOwn(nl.entity, entity);
}
