import { createContext, useContext } from 'react';
import { useTranslation } from 'react-i18next';

import { failureOf } from './errors.ts';

/** Why a form was not stored, in words, and the path of the field that it is about. */
export interface Refusal {
  readonly text: string;
  readonly at: string | undefined;
}

/** The field of a form that was refused, by its path in what was sent: `changes.sign.from`. The form gives it. */
export const RefusedField = createContext<string | undefined>(undefined);

const NAMES_FIELD: ReadonlySet<string> = new Set([
  'INVALID_FIELD',
  'CHANGED_MEANWHILE',
  'COUNT_RUNNING',
]);

/** The path of the field that a failure is about; undefined where it is about none. */
export function refusedFieldOf(error: unknown): string | undefined {
  const { code, data } = failureOf(error);
  if (code === 'STRETCH_IN_USE') return 'segments';
  return NAMES_FIELD.has(code) ? String(data.field) : undefined;
}

/** Tells each field of a form, by its name or a part of its path (`minutes`, `sign.from`), whether to mark it. */
export interface Refused {
  /** For a field with a frame. */
  is(name: string): boolean;
  /** For a group of fields, which has no frame to be marked: in words. */
  text(name: string): string | undefined;
}

/** Which field of the form around it was refused. */
export function useRefused(): Refused {
  const { t } = useTranslation('errors');
  const path = useContext(RefusedField);
  const is = (name: string): boolean => path !== undefined && `.${path}.`.includes(`.${name}.`);
  return { is, text: (name) => (is(name) ? t('checkThis') : undefined) };
}
