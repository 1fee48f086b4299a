import type { ContactFilter } from '#shared/contract/contacts.ts';
import { type ContactSort, NEWEST_FIRST } from '#shared/domain/contacts/contact-view.ts';
import { dayInterval } from '#shared/lib/dates.ts';
import { addDays } from '#shared/lib/dates.ts';

import { contactRowId } from '../../../workbench/store/repositories/contact-rows.ts';
import { END_DAY } from '../desk/contact-generator.ts';
import type { BenchDesk, Measure } from '../measure.ts';
import { SELECT_CONTACTS } from './contact-sql.ts';
import { busiestStreets, sampleContacts, sampleNeighbourhoods } from './samples.ts';

const PAGE = 100;

interface Page {
  readonly filter: ContactFilter;
  readonly sort?: ContactSort;
  readonly where: string;
  readonly order?: string;
  readonly values: readonly (string | number)[];
  readonly cursor?: number;
}

/** A page of the list with how many there are, for what `pages` asks. */
function listMeasure(name: string, pages: (desk: BenchDesk) => (turn: number) => Page): Measure {
  return {
    name,
    aim: 50,
    prepare(desk) {
      const { client, bare } = desk;
      const page = pages(desk);
      return Promise.resolve({
        ours: async (turn) => {
          const { filter, sort = NEWEST_FIRST, cursor } = page(turn);
          const { rows } = await client.contacts.list({
            filter,
            sort,
            // As the page before would have said it: how many there are, no value, the row it ended with.
            cursor: cursor === undefined ? null : `0..${cursor}`,
            limit: PAGE,
          });
          return rows.length;
        },
        bare: (turn) => {
          const { where, values, order = 'contact.row_id desc', cursor } = page(turn);
          const after = cursor === undefined ? '' : ` and contact.row_id < ${cursor}`;
          const rows = bare.all(
            `${SELECT_CONTACTS} where ${where}${after} order by ${order} limit ${PAGE}`,
            ...values,
          );
          bare.one(`select count(*) from contact where ${where}`, ...values);
          return rows.length;
        },
      });
    },
  };
}

const REASONS = ['nuisance', 'traffic', 'event', 'school', 'administrative'];
const reasonOf = (turn: number): string => REASONS[turn % REASONS.length] ?? '';

export const listPlain = listMeasure('contacts.list first page', () => () => ({
  filter: {},
  where: 'true',
  values: [],
}));

export const listFurther = listMeasure('contacts.list a page years back', (desk) => {
  const contact = sampleContacts(desk);
  return (turn) => ({ filter: {}, where: 'true', values: [], cursor: contact(turn).rowId });
});

export const listByReason = listMeasure('contacts.list one reason', () => (turn) => ({
  filter: { reason: reasonOf(turn) },
  where: 'contact.reason = ?',
  values: [reasonOf(turn)],
}));

export const listByPlaceAndReason = listMeasure(
  'contacts.list neighbourhood and reason, a year',
  (desk) => {
    const neighbourhood = sampleNeighbourhoods(desk);
    const from = addDays(END_DAY, -365);
    const first = contactRowId(dayInterval(from)[0], 0);
    return (turn) => ({
      filter: { from, neighbourhoodId: neighbourhood(turn), reason: reasonOf(turn) },
      where: 'contact.row_id >= ? and contact.neighbourhood_id = ? and contact.reason = ?',
      values: [first, neighbourhood(turn), reasonOf(turn)],
    });
  },
);

export const listSorted = listMeasure(
  'contacts.list one reason, sorted by street',
  () => (turn) => ({
    filter: { reason: reasonOf(turn) },
    sort: { by: 'street', descending: false },
    where: 'contact.reason = ?',
    order: 'street.name_nl, contact.row_id desc',
    values: [reasonOf(turn)],
  }),
);

/** How many contacts of a reason there are in each month, or in each neighbourhood. */
function groupMeasure(by: 'month' | 'neighbourhood', sql: string): Measure {
  return {
    name: `contacts.groups by ${by}`,
    aim: 50,
    prepare({ client, bare }) {
      return Promise.resolve({
        ours: async (turn) =>
          (await client.contacts.groups({ filter: { reason: reasonOf(turn) }, by, language: 'nl' }))
            .length,
        bare: (turn) => bare.all(sql, reasonOf(turn)).length,
      });
    },
  };
}

export const groupsByMonth = groupMeasure(
  'month',
  // Months of Brussels: at the edges an hour or two from those of UTC.
  `select strftime('%Y-%m', row_id / 1000000, 'unixepoch', '+2 hours') as month, count(*)
   from contact where reason = ? group by month`,
);

export const groupsByNeighbourhood = groupMeasure(
  'neighbourhood',
  'select neighbourhood_id, count(*) from contact where reason = ? group by neighbourhood_id',
);

/** The contacts of the streets with the most. */
export const streetContacts = listMeasure('street page: its contacts', (desk) => {
  const street = busiestStreets(desk, 64);
  return (turn) => ({
    filter: { streetId: street(turn) },
    where: 'contact.street_id = ?',
    values: [street(turn)],
  });
});
