import type { GapQuestion } from '#shared/contract/gaps.ts';
import { GAP_ORDERS } from '#shared/domain/gaps/gap-map.ts';
import { addDays } from '#shared/lib/dates.ts';

import { END_DAY } from '../desk/contact-generator.ts';
import type { Measure } from '../measure.ts';
import { contactMaker } from './log-contact.ts';
import { sampleAddresses } from './samples.ts';

/** The twelve months that end so many weeks before the last day of the desk. */
export function question(weeks: number, changes: Partial<GapQuestion> = {}): GapQuestion {
  const to = addDays(END_DAY, -7 * weeks);
  return {
    level: 'segment',
    from: addDays(to, -365),
    to,
    kinds: [],
    class: null,
    neighbourhoodId: null,
    order: 'hot',
    ...changes,
  };
}

/** Feeling against fact in one of the last years, another stretch of twelve months each turn. */
function gapMeasure(name: string, changes: Partial<GapQuestion>): Measure {
  return {
    name: `gap map: ${name}`,
    aim: 100,
    prepare({ client }) {
      return Promise.resolve({
        ours: async (turn) => {
          const { total } = await client.gaps.map(question(turn % 100, changes));
          if (total === 0) throw new Error('the desk has neither answers nor facts');
          return null;
        },
        bare: null,
      });
    },
  };
}

/** The same months in another order each turn, as somebody does who reads the table. */
const sortedAnew: Measure = {
  name: 'gap map: sorted anew',
  aim: 100,
  prepare: ({ client }) =>
    Promise.resolve({
      ours: async (turn) => {
        const order = GAP_ORDERS[turn % GAP_ORDERS.length] ?? 'hot';
        await client.gaps.map(question(0, { order }));
        return null;
      },
      bare: null,
    }),
};

/** A contact is logged, which has an aim of its own, and the map is asked for with it. */
const withOneMore: Measure = {
  name: 'gap map: after one contact more, with its logging',
  aim: 150,
  prepare(desk) {
    const { client } = desk;
    const address = sampleAddresses(desk);
    const make = contactMaker(desk);
    return Promise.resolve({
      ours: async (turn) => {
        await client.contacts.log(make(address(turn), false));
        await client.gaps.map(question(0));
        return null;
      },
      bare: null,
    });
  },
};

export const gapMaps: readonly Measure[] = [
  gapMeasure('pieces of street', {}),
  gapMeasure('streets', { level: 'street' }),
  gapMeasure('neighbourhoods', { level: 'neighbourhood' }),
  gapMeasure('one kind of facts', { kinds: ['vandalism'] }),
  sortedAnew,
  withOneMore,
];
