import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

import type { ContactHistory } from '#shared/domain/contacts/amendment.ts';
import type { CorrectableField, CorrectableFields } from '#shared/domain/contacts/corrections.ts';

import { useCodes } from '../../client/codes.ts';
import { useFormats } from '../../ui/formats.ts';

/** The names that a contact's fields are told with: those it had at first and those it has now. */
export type NamedIn = Pick<ContactHistory, 'original' | 'current'>;

/** Writes what a field of a contact says, for a line of text. */
export function useValueText(): (
  field: CorrectableField,
  fields: CorrectableFields,
  named: NamedIn,
) => string {
  const { t } = useTranslation('corrections');
  const codes = useCodes();
  const formats = useFormats();
  return useCallback(
    (field, fields, { original, current }) => {
      const none = t('value.none');
      switch (field) {
        case 'occurredAt':
          return formats.moment(fields.occurredAt);
        case 'place': {
          const { streetId, houseNumber } = fields.place;
          const known = [current, original].find((contact) => contact.streetId === streetId);
          const street = known
            ? formats.name(known.streetNameNl, known.streetNameFr)
            : t('value.otherStreet');
          return `${street} ${houseNumber}`.trim();
        }
        case 'reason':
          return codes.name('contact-reason', fields.reason);
        case 'channel':
          return codes.name('channel', fields.channel) || none;
        case 'durationMinutes':
          return fields.durationMinutes === null
            ? none
            : t('value.minutes', { count: fields.durationMinutes });
        case 'parties': {
          if (fields.parties.length === 0) return t('value.anonymous');
          const known = [...current.parties, ...original.parties];
          const names = fields.parties.map((id) => known.find((party) => party.id === id)?.name);
          return names.every((name) => name !== undefined)
            ? names.join(', ')
            : t('value.persons', { count: names.length });
        }
        case 'language':
          return codes.name('language', fields.language) || none;
        case 'problems':
          return fields.problems.map((code) => codes.name('problem', code)).join(', ') || none;
        case 'feeling':
          return codes.name('feeling', fields.feeling) || none;
        case 'sensitivity':
          return codes.name('sensitivity', fields.sensitivity);
        case 'withdrawn':
          return t(fields.withdrawn ? 'value.yes' : 'value.no');
        case 'need':
        case 'summary':
        case 'assessment':
          return fields[field] || none;
      }
    },
    [codes, formats, t],
  );
}
