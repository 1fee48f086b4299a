import type { GapQuestion } from '#shared/contract/gaps.ts';
import { addDays } from '#shared/lib/dates.ts';

import { END_DAY } from '../desk/contact-generator.ts';
import type { Measure } from '../measure.ts';
import { sampleContacts } from './samples.ts';

/** Feeling against fact in one of the last years, another stretch of twelve months each turn. */
function gapMeasure(name: string, changes: Partial<GapQuestion>): Measure {
  return {
    name: `gap map: ${name}`,
    aim: 100,
    prepare({ client }) {
      return Promise.resolve({
        ours: async (turn) => {
          const to = addDays(END_DAY, -7 * (turn % 100));
          const { total } = await client.gaps.map({
            level: 'segment',
            from: addDays(to, -365),
            to,
            kinds: [],
            class: null,
            neighbourhoodId: null,
            order: 'hot',
            ...changes,
          });
          if (total === 0) throw new Error('the desk has neither answers nor facts');
          return null;
        },
        bare: null,
      });
    },
  };
}

/** The profile of a street, of all that have contacts. */
export const streetProfile: Measure = {
  name: 'street profile',
  aim: 100,
  prepare(desk) {
    const contact = sampleContacts(desk);
    return Promise.resolve({
      ours: async (turn) => {
        await desk.client.streets.profile({ id: contact(turn).streetId, segmentId: null });
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
];
