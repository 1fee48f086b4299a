import { type Language } from '#shared/contract/desk.ts';
import type { ExportWords } from '#shared/contract/exports.ts';
import type { CodeList } from '#shared/domain/codes/code.ts';
import type { Contact } from '#shared/domain/contacts/contact.ts';
import type { ContactColumn } from '#shared/domain/contacts/contact-view.ts';
import { type Instant, ZONE } from '#shared/lib/dates.ts';

import type { StoredCode } from '../../store/repositories/code-repository.ts';

export interface CellWriter {
  /** What a column says of a contact, as text; nothing for a value that is not there. */
  cell(column: Exclude<ContactColumn, 'position'>, contact: Contact): string;
  /** What stands beside every row, whatever its columns: that it was withdrawn or corrected. */
  remark(contact: Contact): string;
}

const momentFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** dd/mm/yyyy hh:mm in Europe/Brussels, as spreadsheets in Belgium read it. */
export function belgianMoment(instant: Instant): string {
  return momentFormat.format(new Date(instant)).replace(', ', ' ');
}

/** Degrees with five decimals (about a metre) and a decimal comma. */
export function belgianDegrees(degrees: number): string {
  return degrees.toFixed(5).replace('.', ',');
}

/** Writes contacts in the language of the reader, by the zone's names of codes. */
export function cellWriter(
  codes: readonly StoredCode[],
  words: ExportWords,
  language: Language,
): CellWriter {
  const names = new Map(
    codes.map((code) => [
      `${code.list} ${code.code}`,
      { nl: '', fr: code.nameFr, en: code.nameEn }[language] || code.nameNl,
    ]),
  );
  const named = (list: CodeList, code: string | null): string =>
    code === null ? '' : (names.get(`${list} ${code}`) ?? code);
  const place = (nameNl: string, nameFr: string): string =>
    language === 'fr' && nameFr !== '' ? nameFr : nameNl;

  return {
    cell(column, contact) {
      switch (column) {
        case 'when':
          return belgianMoment(contact.occurredAt);
        case 'place':
          return `${place(contact.streetNameNl, contact.streetNameFr)} ${contact.houseNumber}`.trim();
        case 'neighbourhood':
          return (
            place(contact.neighbourhoodNameNl, contact.neighbourhoodNameFr) ||
            (contact.placeSource === 'unknown' ? words.placeUnknown : words.outside)
          );
        case 'reason':
          return named('contact-reason', contact.reason);
        case 'problems':
          return contact.problems.map((code) => named('problem', code)).join(', ');
        case 'channel':
          return named('channel', contact.channel);
        case 'feeling':
          return named('feeling', contact.feeling);
        case 'summary':
          return contact.summary;
        case 'need':
          return contact.need;
        case 'next':
          return contact.nextStep === 'nothing' ? '' : named('next-step', contact.nextStep);
        case 'author':
          return contact.authorName;
        case 'parties':
          return contact.parties.map(({ name }) => name).join(', ');
        case 'language':
          return named('language', contact.language);
        case 'duration':
          return contact.durationMinutes === null ? '' : String(contact.durationMinutes);
        case 'logged':
          return belgianMoment(contact.loggedAt);
        case 'sensitivity':
          return named('sensitivity', contact.sensitivity);
        case 'state':
          return words.states[contact.recordState] ?? contact.recordState;
      }
    },
    remark(contact) {
      const remarks = [
        ...(contact.withdrawn ? [words.withdrawn] : []),
        ...(contact.amendments > 0 ? [words.amended] : []),
      ];
      return remarks.join(', ');
    },
  };
}
