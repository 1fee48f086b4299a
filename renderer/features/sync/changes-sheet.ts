import type { OperationLine } from '#shared/contract/sync-lines.ts';

/** What a line of the sheet of the day is about. */
export interface AboutWords {
  /** Where it is, and what it is called or says; empty where that is not here. */
  readonly subject: string;
  /** Said of what is restricted, instead of all of that. */
  readonly restricted: string;
  readonly takenAway: string;
}

/** Of what is restricted neither its text nor its place: the sheet is passed on. */
export function aboutOnSheet(
  { subject, isTakenAway }: Pick<OperationLine, 'subject' | 'isTakenAway'>,
  words: AboutWords,
): string {
  if (subject.isRestricted) return words.restricted;
  return words.subject || (isTakenAway ? words.takenAway : '');
}

/** The sheet of the day as a text to mail: a line for each change, whatever somebody typed in it. */
export function changesFile(sheet: {
  readonly heading: string;
  readonly about: readonly (readonly [label: string, value: string])[];
  readonly count: string;
  readonly rows: readonly (readonly string[])[];
}): string {
  const lines = [
    sheet.heading,
    ...sheet.about.map(([label, value]) => `${label}: ${value}`),
    sheet.count,
    '',
    ...sheet.rows.map((cells) => cells.map(onOneLine).join(' | ')),
    '',
  ];
  // A byte order mark, so that a mail program on Windows reads the accents.
  return `\u{feff}${lines.join('\r\n')}`;
}

/** Somebody who typed several lines would else have made lines of the sheet. */
function onOneLine(cell: string): string {
  return cell.replaceAll(/\s+/gu, ' ').trim();
}
