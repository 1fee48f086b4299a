import { useTranslation } from 'react-i18next';

import { timeWindowsSchema } from '#shared/domain/actions/time-window.ts';
import type { Json } from '#shared/domain/operations/operation.ts';
import { daySchema, instantSchema, OPEN_END } from '#shared/lib/dates.ts';
import { type Id, idSchema } from '#shared/lib/ids.ts';

import { useFormats } from '../../ui/formats.ts';
import { useWindowsText } from '../../ui/windows-text.ts';
import { useCodes } from '../codes.ts';
import { CHOICES, LISTS } from './record-fields.ts';
import { nl } from './texts/nl.ts';

/** What a field of a record is called; its own name where only a newer desk has words for it. */
export function useFieldName(): (field: string) => string {
  const { t } = useTranslation('records');
  return (field) => (isKey(nl.field, field) ? t(`field.${field}`) : field);
}

/**
 * A value of a field as people read it, with the names of the ids in it that are known here; empty for nothing.
 * What has parts is said part by part.
 */
export function useValueWords(): (
  field: string,
  value: Json,
  names: Readonly<Record<Id, string>>,
) => string {
  const { t } = useTranslation('records');
  const formats = useFormats();
  const codes = useCodes();
  const windowsText = useWindowsText();
  const fieldName = useFieldName();
  return (givenField, givenValue, names) => {
    const ofText = (field: string, value: string): string => {
      const list = LISTS[field];
      if (list) return codes.name(list, value);
      if (field === 'placeSource' && isKey(nl.placeSource, value)) return t(`placeSource.${value}`);
      if (CHOICES.has(field) && isKey(nl.value, value)) return t(`value.${value}`);
      if (value === OPEN_END) return t('open');
      if (instantSchema.safeParse(value).success) return formats.moment(value);
      if (daySchema.safeParse(value).success) return formats.day(value);
      // An id says nothing to anybody.
      return names[value] ?? (idSchema.safeParse(value).success ? t('unknownHere') : value);
    };
    const words = (field: string, value: Json): string => {
      if (value === null) return '';
      if (field === 'windows') return windowsText(timeWindowsSchema.catch([]).parse(value));
      if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
      if (typeof value === 'number') return formats.number(value);
      if (typeof value === 'string') return ofText(field, value);
      return Object.entries(value)
        .map(([key, member]) =>
          Array.isArray(value)
            ? words(field, member as Json)
            : named(fieldName(key), words(key, member as Json)),
        )
        .filter((part) => part !== '')
        .join(', ');
    };
    return words(givenField, givenValue);
  };
}

function named(name: string, words: string): string {
  return words === '' ? '' : `${name}: ${words}`;
}

function isKey<Keys extends object>(keys: Keys, key: string): key is keyof Keys & string {
  return Object.hasOwn(keys, key);
}
