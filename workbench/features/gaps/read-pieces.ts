import type { StreetProfile } from '#shared/contract/street-profile.ts';
import { weighTown } from '#shared/domain/gaps/gap-map.ts';
import type { Day } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { factColumns } from './fact-columns.ts';
import { feltColumns } from './felt-columns.ts';
import { tally } from './tally.ts';
import { townPlaces } from './town-places.ts';
import { weightsFor } from './weights-for.ts';

/** The street and its pieces as the map of feeling and facts has them. */
export async function readPiecesOfStreet(
  file: OpenFile,
  streetId: Id,
  days: { readonly from: Day; readonly to: Day },
): Promise<
  Pick<StreetProfile, 'pieces'> & { readonly answers: number; readonly insecure: number }
> {
  const town = await townPlaces(file.store);
  const version = await weightsFor(file.store.read, days.to);
  const felt = await feltColumns(file, town);
  const facts = await factColumns(file.store, town);
  const question = { ...days, kinds: [], weights: version?.weights };
  const counted = tally(town, felt, facts, { ...question, level: 'segment' });
  const weighed = weighTown(counted.places, town.graphs.segment);
  const street = town.numbers.street.get(streetId);
  const pieces = (town.segmentsOfStreet[street ?? -1] ?? []).flatMap((number) => {
    const segment = town.segments[number];
    const own = counted.places[number];
    const { gap, isHot } = weighed.places[number] ?? {};
    if (!segment || !own || !gap || isHot === undefined) return [];
    return [
      {
        id: segment.id,
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
  const whole = tally(town, felt, facts, { ...question, level: 'street' }).places[street ?? -1];
  return { pieces, answers: whole?.answers ?? 0, insecure: whole?.insecure ?? 0 };
}
