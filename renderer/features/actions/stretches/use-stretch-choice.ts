import { useMemo, useState } from 'react';
import { z } from 'zod';

import type { SegmentChoice } from '#shared/contract/actions.ts';
import { type Id, idSchema } from '#shared/lib/ids.ts';

import { useSteadyQuestion } from '../../../client/steady-question.ts';
import { type AreaKey, areaOf, mainArea } from './areas.ts';

/** A street of a dossier with its stretches: those that may be chosen, and those of another neighbourhood. */
export interface ChosenStreet {
  readonly id: Id;
  readonly within: readonly SegmentChoice[];
  readonly elsewhere: readonly SegmentChoice[];
}

/** What somebody chose, as a draft keeps it; null and left out as it is at first. */
export const stretchChoicesSchema = z.object({
  streetIds: z.array(idSchema).nullable(),
  area: z.string().nullable(),
  ticked: z.record(idSchema, z.boolean()),
});
type StretchChoices = z.infer<typeof stretchChoicesSchema>;
export const NOTHING_CHOSEN: StretchChoices = { streetIds: null, area: null, ticked: {} };

export interface StretchChoice {
  readonly streets: readonly ChosenStreet[];
  /** The neighbourhoods that the first street goes through. */
  readonly areas: ReadonlyMap<AreaKey, SegmentChoice>;
  readonly area: AreaKey;
  readonly chosen: readonly Id[];
  /** A street that was added, of which nothing is chosen. */
  readonly unchosen: ChosenStreet | undefined;
  /** Whether a street was added that has no stretch on the map. */
  readonly isUnmapped: boolean;
  /** Whether the stretches of every street are here. */
  readonly isWhole: boolean;
  setArea(area: AreaKey): void;
  addStreet(id: Id): void;
  removeStreet(id: Id): void;
  /** Of this street exactly these. */
  choose(street: ChosenStreet, ids: readonly Id[]): void;
}

/**
 * Which stretches of which streets a dossier is about. Streets beside the first come in with nothing chosen, unless
 * there is only one stretch to choose.
 *
 * @param begin the streets at first, the neighbourhood as long as nobody chooses another one that the first street goes
 * through, and what is chosen of them; `area` is given the stretches of the first street.
 * @param kept what keeps the choices, such as a draft; otherwise they go with the component.
 */
export function useStretchChoice(
  begin: {
    readonly streetIds: readonly Id[];
    readonly area: (segments: readonly SegmentChoice[]) => AreaKey | undefined;
    readonly isChosen: (segment: SegmentChoice) => boolean;
  },
  kept?: {
    readonly choices: StretchChoices;
    choose(part: Partial<StretchChoices>): void;
  },
): StretchChoice {
  const [own, setOwn] = useState(NOTHING_CHOSEN);
  const { area: asked, ticked, ...of } = kept?.choices ?? own;
  const streetIds = of.streetIds ?? begin.streetIds;
  const keep = (part: Partial<StretchChoices>): void => {
    if (kept) kept.choose(part);
    else setOwn((last) => ({ ...last, ...part }));
  };
  const answer = useSegmentsOf(streetIds);
  const known = answer.data ?? NONE;
  const first = known.find(({ id }) => id === streetIds[0])?.segments ?? [];
  const areas = new Map(first.map((segment) => [areaOf(segment), segment]));
  const area = asked !== null && areas.has(asked) ? asked : (begin.area(first) ?? mainArea(first));
  const streets = useMemo(() => streetsIn(known, streetIds, area), [known, streetIds, area]);
  const isOfBegin = ({ id }: ChosenStreet): boolean =>
    id === streetIds[0] || begin.streetIds.includes(id);
  const isTicked = (street: ChosenStreet, segment: SegmentChoice): boolean =>
    ticked[segment.id] ??
    (isOfBegin(street) ? begin.isChosen(segment) : street.within.length === 1);
  const chosenOf = (street: ChosenStreet): readonly Id[] =>
    street.within.filter((segment) => isTicked(street, segment)).map(({ id }) => id);
  return {
    streets,
    areas,
    area,
    chosen: streets.flatMap(chosenOf),
    unchosen: streets.find((street) => !isOfBegin(street) && chosenOf(street).length === 0),
    isUnmapped: known.some(({ segments }) => segments.length === 0),
    isWhole: answer.isSuccess && !answer.isPlaceholderData,
    setArea(next) {
      keep({ area: next });
    },
    addStreet(id) {
      if (!streetIds.includes(id)) keep({ streetIds: [...streetIds, id] });
    },
    removeStreet(id) {
      keep({ streetIds: streetIds.filter((one) => one !== id) });
    },
    choose({ within }, ids) {
      const next = Object.fromEntries(within.map(({ id }) => [id, ids.includes(id)]));
      keep({ ticked: { ...ticked, ...next } });
    },
  };
}

interface KnownStreet {
  readonly id: Id;
  readonly segments: readonly SegmentChoice[];
}
const NONE: readonly KnownStreet[] = [];

function streetsIn(
  known: readonly KnownStreet[],
  streetIds: readonly Id[],
  area: AreaKey,
): readonly ChosenStreet[] {
  const listed = new Set<Id>();
  return streetIds.flatMap((id) => {
    const segments = known.find((one) => one.id === id)?.segments ?? [];
    // Another row of a street that is listed already brings nothing.
    const own = segments.filter((segment) => !listed.has(segment.id));
    for (const segment of own) listed.add(segment.id);
    if (own.length === 0) return [];
    return [
      {
        id,
        within: own.filter((segment) => areaOf(segment) === area),
        elsewhere: own.filter((segment) => areaOf(segment) !== area),
      },
    ];
  });
}

/** The stretches of each of these streets; of streets that are added those before stay meanwhile. */
function useSegmentsOf(streetIds: readonly Id[]) {
  return useSteadyQuestion({
    topics: ['territory'],
    key: ['actions.segments', streetIds],
    ask: (client, signal) =>
      Promise.all(
        streetIds.map(async (id) => ({
          id,
          segments: await client.actions.segments({ streetId: id }, { signal }),
        })),
      ),
  });
}
