import type { StreetProfile } from '#shared/contract/street-profile.ts';
import type { Day } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { weighedTown } from './weighed-town.ts';

/** The street and its pieces as the map of feeling and facts has them. */
export async function readPiecesOfStreet(
  file: OpenFile,
  streetId: Id,
  days: { readonly from: Day; readonly to: Day },
): Promise<
  Pick<StreetProfile, 'pieces'> & { readonly answers: number; readonly insecure: number }
> {
  const question = { ...days, kinds: [] };
  const { town, counted, weighed } = await weighedTown(file, { ...question, level: 'segment' });
  const street = town.numbers.street.get(streetId);
  const pieces = (town.segmentsOfStreet[street ?? -1] ?? []).flatMap((number) => {
    const segment = town.segments[number];
    const own = counted.places[number];
    const { gap, isHot } = weighed.places[number] ?? {};
    if (!segment || !own || !gap || isHot === undefined) return [];
    return [
      {
        id: segment.id,
        number: town.levels.segment[number]?.stretch ?? null,
        metres: segment.metres,
        class: gap.class,
        answers: own.answers,
        insecure: own.insecure,
        facts: own.facts.count,
        policeFacts: counted.police[number] ?? 0,
        isHot,
      },
    ];
  });
  pieces.sort((one, other) => (one.number ?? 0) - (other.number ?? 0));
  const streets = await weighedTown(file, { ...question, level: 'street' });
  const whole = streets.counted.places[street ?? -1];
  return { pieces, answers: whole?.answers ?? 0, insecure: whole?.insecure ?? 0 };
}
