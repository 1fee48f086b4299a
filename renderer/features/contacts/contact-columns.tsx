import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import type { Contact } from '#shared/domain/contacts/contact.ts';
import {
  type ColumnWidths,
  type ContactColumn,
  type ContactSortKey,
  DEFAULT_COLUMNS,
} from '#shared/domain/contacts/contact-view.ts';

import { useCodes } from '../../client/codes.ts';
import { useFormats } from '../../ui/formats.ts';
import { RecordState } from '../../ui/record-state.tsx';
import classes from './contact-table.module.css';
import { noNeighbourhoodText } from './place-text.ts';

interface ColumnShape {
  /** In rem: below this the column is not legible. */
  readonly least: number;
  /** How much of the room that is left it takes. */
  readonly share: number;
  readonly sortBy?: ContactSortKey;
}

const SHAPES: Readonly<Record<ContactColumn, ColumnShape>> = {
  when: { least: 9, share: 0, sortBy: 'when' },
  place: { least: 12, share: 1.3, sortBy: 'street' },
  neighbourhood: { least: 8.5, share: 0.9, sortBy: 'neighbourhood' },
  reason: { least: 9.5, share: 0.3, sortBy: 'reason' },
  problems: { least: 10, share: 0.8 },
  channel: { least: 7, share: 0.2, sortBy: 'channel' },
  feeling: { least: 11.5, share: 0.2, sortBy: 'feeling' },
  summary: { least: 11, share: 2 },
  need: { least: 10, share: 1.2 },
  next: { least: 7, share: 0.2 },
  author: { least: 9, share: 0.4, sortBy: 'author' },
  parties: { least: 9, share: 0.8 },
  language: { least: 6.5, share: 0 },
  duration: { least: 5, share: 0 },
  logged: { least: 9, share: 0 },
  position: { least: 10, share: 0 },
  sensitivity: { least: 7, share: 0 },
  state: { least: 7, share: 0 },
};

export function sortOfColumn(column: ContactColumn): ContactSortKey | undefined {
  return SHAPES[column].sortBy;
}

const GAP_REM = 0.75;
const EDGE_REM = 1.75;

/** Room that the columns need at least, in rem. */
function leastWidth(columns: readonly ContactColumn[], widths: ColumnWidths): number {
  return columns.reduce(
    (sum, column) => sum + (widths[column] ?? SHAPES[column].least) + GAP_REM,
    EDGE_REM,
  );
}

/** Usual columns that give way first where there is no room for all of them. */
const GIVE_WAY: readonly ContactColumn[] = ['neighbourhood', 'next', 'state', 'summary', 'reason'];

/**
 * The columns to show in `width` rem: those that somebody chose, all of them, if need be with a sideways
 * scroll; of the usual ones as many as fit.
 */
export function fittingColumns(
  columns: readonly ContactColumn[],
  widths: ColumnWidths,
  width: number,
): readonly ContactColumn[] {
  if (columns.join() !== DEFAULT_COLUMNS.join()) return columns;
  return GIVE_WAY.reduce<readonly ContactColumn[]>(
    (fitting, column) =>
      leastWidth(fitting, widths) <= width ? fitting : fitting.filter((other) => other !== column),
    columns,
  );
}

/** The tracks of the grid, for the head and every row alike, and how wide it is at least. */
export function gridOf(columns: readonly ContactColumn[], widths: ColumnWidths) {
  return {
    gridTemplateColumns: columns
      .map((column) => {
        const { least, share } = SHAPES[column];
        const set = widths[column];
        if (set !== undefined) return `${set}rem`;
        return share === 0 ? `${least}rem` : `minmax(${least}rem, ${share}fr)`;
      })
      .join(' '),
    minWidth: `${leastWidth(columns, widths)}rem`,
  };
}

/** What a column shows of a contact. */
export function useCellText(): (column: ContactColumn, contact: Contact) => ReactNode {
  const { t } = useTranslation('contacts');
  const { t: views } = useTranslation('views');
  const formats = useFormats();
  const codes = useCodes();
  return (column, contact) => {
    switch (column) {
      case 'when':
        return formats.recentMoment(contact.occurredAt);
      case 'place':
        return (
          <>
            <span className={classes.street}>
              {formats.name(contact.streetNameNl, contact.streetNameFr)}
            </span>
            <span className={classes.number}> {contact.houseNumber}</span>
          </>
        );
      case 'neighbourhood':
        return (
          formats.name(contact.neighbourhoodNameNl, contact.neighbourhoodNameFr) ||
          t(noNeighbourhoodText(contact))
        );
      case 'reason':
        return codes.name('contact-reason', contact.reason);
      case 'problems':
        return contact.problems.map((code) => codes.name('problem', code)).join(', ');
      case 'channel':
        return codes.name('channel', contact.channel);
      case 'feeling':
        return codes.name('feeling', contact.feeling);
      case 'summary':
        return contact.summary;
      case 'need':
        return contact.need;
      case 'next':
        return contact.nextStep === 'nothing' ? '' : codes.name('next-step', contact.nextStep);
      case 'author':
        return contact.authorName;
      case 'parties':
        return contact.parties.map(({ name }) => name).join(', ');
      case 'language':
        return codes.name('language', contact.language);
      case 'duration':
        return contact.durationMinutes === null
          ? ''
          : views('minutes', { count: contact.durationMinutes });
      case 'logged':
        return formats.recentMoment(contact.loggedAt);
      case 'position':
        return contact.position === null
          ? ''
          : `${contact.position[1].toFixed(5)}, ${contact.position[0].toFixed(5)}`;
      case 'sensitivity':
        return contact.sensitivity === 'normal'
          ? ''
          : codes.name('sensitivity', contact.sensitivity);
      case 'state':
        return <RecordState state={contact.recordState} />;
    }
  };
}
