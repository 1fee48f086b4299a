import { LONGEST_GAP_PERIOD } from '#shared/contract/gaps.ts';
import type { StreetProfileQuestion } from '#shared/contract/street-profile.ts';
import { addDays } from '#shared/lib/dates.ts';

import { END_DAY } from '../desk/contact-generator.ts';
import type { BenchDesk, Measure } from '../measure.ts';
import { type Sample, sampleContacts, samplePieces } from './samples.ts';

type Period = NonNullable<StreetProfileQuestion['period']>;
type Place = Pick<StreetProfileQuestion, 'id' | 'segmentId'>;

/** So many days up to the last day of the desk: the same on whatever day this runs. */
const daysBack = (days: number): Period => ({ from: addDays(END_DAY, -days), to: END_DAY });
const TWELVE_MONTHS = daysBack(365);
const LONGEST = daysBack(LONGEST_GAP_PERIOD);

function profileMeasure(
  name: string,
  period: Period,
  places: (desk: BenchDesk) => Sample<Place>,
): Measure {
  return {
    name,
    aim: 100,
    prepare(desk) {
      const place = places(desk);
      return Promise.resolve({
        ours: async (turn) => {
          const { counted, pieces } = await desk.client.streets.profile({ ...place(turn), period });
          if (counted.from !== period.from) throw new Error('the profile is of another period');
          if (pieces.length === 0) throw new Error('the street has no pieces');
          return null;
        },
        bare: null,
      });
    },
  };
}

/** Streets of all that have contacts. */
const streets = (desk: BenchDesk): Sample<Place> => {
  const contact = sampleContacts(desk);
  return (turn) => ({ id: contact(turn).streetId, segmentId: null });
};

const pieces = (desk: BenchDesk): Sample<Place> => {
  const piece = samplePieces(desk);
  return (turn) => ({ id: piece(turn).streetId, segmentId: piece(turn).segmentId });
};

/** The profile of a street and of a piece of one, over twelve months and over the longest period that can be asked for. */
export const streetProfiles: readonly Measure[] = [
  profileMeasure('street profile: twelve months', TWELVE_MONTHS, streets),
  profileMeasure('street profile: ten years', LONGEST, streets),
  profileMeasure('street profile: a piece, twelve months', TWELVE_MONTHS, pieces),
  profileMeasure('street profile: a piece, ten years', LONGEST, pieces),
];
