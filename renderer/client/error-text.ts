import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

import {
  LARGEST_ATTACHMENT_BYTES,
  MOST_ATTACHMENTS,
  REFUSALS,
} from '#shared/domain/attachments/attachment.ts';
import { isParcelReason } from '#shared/protocol/parcel.ts';

import { failureOf } from './errors.ts';
import { nl } from './texts/nl.ts';

/** Turns a thrown value into the sentence shown to people; figures are filled in. */
export function useErrorText(): (error: unknown) => string {
  const { t } = useTranslation('errors');
  return useCallback(
    (error) => {
      const { code, data } = failureOf(error);
      if (code === 'TRY_LATER') {
        return t(code, { count: Math.ceil(Number(data.retryAfterSeconds ?? 1)) });
      }
      if (code === 'IMPORT_IN_USE') return t(code, { count: Number(data.uses ?? 0) });
      if (code === 'INVALID_FIELD') {
        const reason = String(data.reason);
        const field = fieldOf(String(data.field));
        if (reason === 'empty') {
          return field === undefined
            ? t('invalidField.required')
            : t('fieldNamed', { replace: { field: t(`field.${field}`), text: t('fieldEmpty') } });
        }
        if (hasWords(reason)) {
          const text = t(`invalidField.${reason}`);
          const isNamed = field !== undefined && OF_A_DAY.has(reason);
          return isNamed
            ? t('fieldNamed', { replace: { field: t(`field.${field}`), text } })
            : text;
        }
        return field === undefined
          ? t(code)
          : t('fieldNamed', { replace: { field: t(`field.${field}`), text: t('fieldWrong') } });
      }
      if (code === 'NOT_NOW') {
        const reason = String(data.reason);
        return isNotNow(reason) ? t(`notNow.${reason}`) : t(code);
      }
      if (code === 'CENTRE_REFUSED') {
        const reason = String(data.code);
        const count = Math.ceil(Number(data.retryAfterSeconds ?? 0));
        return isKnownRefusal(reason)
          ? t(`centreRefused.${reason}`, { replace: { count: String(count) } })
          : t(code, { replace: { code: reason } });
      }
      if (code === 'ATTACHMENT_REFUSED') {
        const reason = REFUSALS.find((known) => known === data.reason) ?? 'damaged';
        return t(`attachmentRefused.${reason}`, {
          most: LARGEST_ATTACHMENT_BYTES / 1_000_000,
          count: MOST_ATTACHMENTS,
        });
      }
      if (code === 'PARCEL_REFUSED') {
        const reason = String(data.reason);
        return isParcelReason(reason) ? t(`parcelRefused.${reason}`) : t(code);
      }
      return t(code, { replace: textsIn(data) });
    },
    [t],
  );
}

type FieldName = keyof typeof nl.field;

/** What may be wrong with any of several days: which one, its field says. */
const OF_A_DAY: ReadonlySet<string> = new Set([
  'too-early',
  'too-late',
  'too-long',
  'not-beforehand',
  'before-made',
]);

/** The name of a field by the end of its path: `changes.sign.from` is `sign-from`. */
function fieldOf(path: string): FieldName | undefined {
  const parts = path.split('.');
  const ends = parts.map((_, at) => parts.slice(at).join('-'));
  return ends.find(isField);
}

function isField(name: string): name is FieldName {
  return Object.hasOwn(nl.field, name);
}

function hasWords(reason: string): reason is keyof typeof nl.invalidField {
  return Object.hasOwn(nl.invalidField, reason);
}

function isNotNow(reason: string): reason is keyof typeof nl.notNow {
  return Object.hasOwn(nl.notNow, reason);
}

function isKnownRefusal(code: string): code is keyof typeof nl.centreRefused {
  return Object.hasOwn(nl.centreRefused, code);
}

function textsIn(data: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, String(value)]));
}
