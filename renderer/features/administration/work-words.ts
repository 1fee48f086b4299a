import { useTranslation } from 'react-i18next';

import type { QuarantinedWork } from '#shared/contract/administration.ts';
import type { CodeList } from '#shared/domain/codes/code.ts';
import type { Json } from '#shared/domain/operations/operation.ts';
import { typedTexts } from '#shared/domain/operations/typed-texts.ts';
import { daySchema, instantSchema, OPEN_END } from '#shared/lib/dates.ts';
import { idSchema } from '#shared/lib/ids.ts';

import { useCodes } from '../../client/codes.ts';
import { useFormats } from '../../ui/formats.ts';
import { nl } from './texts/nl.ts';

/** Fields that hold a code, and of which list. */
const LISTS: Readonly<Partial<Record<string, CodeList>>> = {
  reason: 'contact-reason',
  nextStep: 'next-step',
  channel: 'channel',
  toldBy: 'channel',
  language: 'language',
  feeling: 'feeling',
  problems: 'problem',
  sensitivity: 'sensitivity',
  role: 'party-role',
};

/** Which row, and which bytes: nothing that a person decides by. */
export const UNSAID: ReadonlySet<string> = new Set(['id', 'hash', 'mediaType', 'details']);

/** Typed as well, but they do not tell one piece of work from another. */
const BY_THE_WAY: ReadonlySet<string> = new Set(['houseNumber']);

/** What an entity is called; its own name for one that this desk does not know. */
export function useEntityName(): (entity: string) => string {
  const { t } = useTranslation('administration');
  return (entity) => (isKey(nl.entity, entity) ? t(`entity.${entity}`) : entity);
}

/** Where it is and how it begins, so that two pieces of one author can be told apart. */
export function firstWords({
  change,
  current,
  names,
}: Pick<QuarantinedWork, 'change' | 'current' | 'names'>): string {
  const given = change.kind === 'patch' ? change.fields : change.arguments;
  const streetId = given['streetId'] ?? current?.['streetId'];
  const street = typeof streetId === 'string' ? (names[streetId] ?? '') : '';
  const number = given['houseNumber'] ?? '';
  const place = typeof number === 'string' ? `${street} ${number}`.trim() : street;
  const typed = typedTexts({ kind: 'patch', fields: given }).filter(
    ({ field }) => !BY_THE_WAY.has(field),
  );
  return [place, typed[0]?.text ?? ''].filter((part) => part !== '').join(' · ');
}

/** Fields of work that was set aside, by name and in words; those without a value are left out. */
export function useWorkWords(): (
  fields: Readonly<Record<string, Json>>,
  names: QuarantinedWork['names'],
) => readonly (readonly [name: string, words: string])[] {
  const { t } = useTranslation('administration');
  const formats = useFormats();
  const codes = useCodes();
  return (fields, names) => {
    const nameOf = (field: string) => (isKey(nl.field, field) ? t(`field.${field}`) : field);
    const words = (field: string, value: Json): string => {
      if (value === null) return '';
      if (typeof value === 'boolean') return t(value ? 'quarantine.yes' : 'quarantine.no');
      if (typeof value === 'number') return formats.number(value);
      if (typeof value === 'string') {
        const list = LISTS[field];
        if (list) return codes.name(list, value);
        if (field === 'placeSource' && isKey(nl.placeSource, value))
          return t(`placeSource.${value}`);
        if (value === OPEN_END) return t('rights.open');
        if (instantSchema.safeParse(value).success) return formats.moment(value);
        if (daySchema.safeParse(value).success) return formats.day(value);
        // An id says nothing to anybody.
        return (
          names[value] ?? (idSchema.safeParse(value).success ? t('quarantine.unknownHere') : value)
        );
      }
      return Object.entries(value)
        .map(([key, member]) =>
          Array.isArray(value)
            ? words(field, member as Json)
            : named(nameOf(key), words(key, member as Json)),
        )
        .filter((part) => part !== '')
        .join(', ');
    };
    return Object.entries(fields)
      .filter(([field]) => !UNSAID.has(field) && !isUntouched(field, fields[field]))
      .map(([field, value]) => [nameOf(field), words(field, value)] as const)
      .filter(([, text]) => text !== '');
  };
}

/** What was not withdrawn is as everything else: that goes without saying. */
function isUntouched(field: string, value: Json | undefined): boolean {
  return field === 'withdrawn' && value === false;
}

function named(name: string, words: string): string {
  return words === '' ? '' : `${name}: ${words}`;
}

function isKey<Keys extends object>(keys: Keys, key: string): key is keyof Keys & string {
  return Object.hasOwn(keys, key);
}
