import { useTranslation } from 'react-i18next';

import type { Json } from '#shared/domain/operations/operation.ts';
import { daySchema, instantSchema } from '#shared/lib/dates.ts';

import { useCodes } from '../../client/codes.ts';
import { type Question, useQuestion } from '../../client/queries.ts';
import { useFormats } from '../../ui/formats.ts';
import { nl } from './texts/nl.ts';

const LISTS = {
  channel: 'channel',
  toldBy: 'channel',
  language: 'language',
  role: 'party-role',
} as const;

interface Named {
  readonly id: string;
  readonly displayName: string;
}
const officersQuestion: Question<readonly Named[]> = {
  topics: ['people'],
  key: ['people.officers'],
  ask: (client, signal) => client.people.officers(undefined, { signal }),
};

/** A value of a record as people read it. */
export function useFieldValue(): (field: string, value: Json) => string {
  const { t } = useTranslation('sync');
  const { t: parties } = useTranslation('parties');
  const codes = useCodes();
  const formats = useFormats();
  const officers = useQuestion(officersQuestion).data ?? [];
  return (field, value) => {
    if (value === null || value === '') return t('attention.nothing');
    if (typeof value === 'boolean') return t(value ? 'attention.yes' : 'attention.no');
    if (typeof value === 'number') return formats.number(value);
    if (typeof value !== 'string') return t('attention.complex');
    if (Object.hasOwn(LISTS, field)) return codes.name(LISTS[field as keyof typeof LISTS], value);
    if (field === 'kind' && (value === 'person' || value === 'organisation')) {
      return parties(`kind.${value}`);
    }
    if (field === 'state' && isPromiseState(value)) return t(`promiseState.${value}`);
    if (field === 'ownerId') return officers.find(({ id }) => id === value)?.displayName ?? value;
    if (instantSchema.safeParse(value).success) return formats.moment(value);
    return daySchema.safeParse(value).success ? formats.day(value) : value;
  };
}

/** What a field is called; its own name where only a newer desk has words for it. */
export function useFieldName(): (field: string) => string {
  const { t } = useTranslation('sync');
  return (field) => (isKnownField(field) ? t(`field.${field}`) : field);
}

function isPromiseState(value: string): value is keyof typeof nl.promiseState {
  return Object.hasOwn(nl.promiseState, value);
}

function isKnownField(field: string): field is keyof typeof nl.field {
  return Object.hasOwn(nl.field, field);
}
