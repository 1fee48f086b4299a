import { z } from 'zod';

import type { Instant } from '../../lib/dates.ts';
import { type Id, idSchema } from '../../lib/ids.ts';
import { type Position, positionSchema } from '../territory/geometry.ts';
import { type Feeling, SENSITIVITIES, type Sensitivity } from './code-lists.ts';
import { type ContactChanges, PLACE_SOURCES, type PlaceSource } from './contact.ts';

/** What a contact says, and may be corrected to. */
export interface ContactContent {
  readonly occurredAt: Instant;
  readonly streetId: Id;
  readonly houseNumber: string;
  readonly neighbourhoodId: Id | null;
  readonly position: Position | null;
  readonly placeSource: PlaceSource;
  readonly reason: string;
  readonly channel: string | null;
  readonly durationMinutes: number | null;
  /** Ids, in the order they were named. */
  readonly parties: readonly Id[];
  readonly language: string | null;
  readonly problems: readonly string[];
  readonly need: string;
  readonly feeling: Feeling | null;
  readonly summary: string;
  readonly assessment: string;
  readonly sensitivity: Sensitivity;
  readonly withdrawn: boolean;
}

/** Where the place or the moment of an amendment was found to be, on the map of the desk that made it. */
export const settledPlaceSchema = z.object({
  streetId: idSchema,
  houseNumber: z.string().max(12),
  position: positionSchema.nullable(),
  placeSource: z.enum(PLACE_SOURCES),
});
export type SettledPlace = z.infer<typeof settledPlaceSchema>;

/**
 * Where the contact lay and who might see it before an amendment. Both stand in the contact itself and
 * change with it, since by them is told who receives it.
 */
export const amendedFromSchema = z.object({
  neighbourhoodId: idSchema.nullable(),
  sensitivity: z.enum(SENSITIVITIES),
});
export type AmendedFrom = z.infer<typeof amendedFromSchema>;

/** An amendment as far as it changes what the contact says. */
export interface ContentAmendment {
  readonly changes: ContactChanges;
  /** Undefined when neither place nor moment was named, or it was not said where they are. */
  readonly place?: SettledPlace | null | undefined;
}

/**
 * The content after one amendment. Neighbourhood and sensitivity stay as they are: they are the contact's
 * own, since they decide who receives it.
 */
export function amended(
  content: ContactContent,
  { changes, place: settled }: ContentAmendment,
): ContactContent {
  const { place: named, sensitivity, ...said } = changes;
  void sensitivity;
  const next: ContactContent = {
    ...content,
    ...(Object.fromEntries(
      Object.entries(said).filter(([, value]) => value !== undefined),
    ) as Partial<ContactContent>),
    ...(named && { streetId: named.streetId, houseNumber: named.houseNumber }),
  };
  if (settled?.streetId === next.streetId && settled.houseNumber === next.houseNumber) {
    return { ...next, position: settled.position, placeSource: settled.placeSource };
  }
  if (!named) return next;
  return { ...next, position: named.position, placeSource: named.position ? 'pointed' : 'unknown' };
}

/** One amendment among others of a contact. */
export interface OrderedAmendment {
  readonly id: Id;
  /** One more than the amendments that its author knew of. */
  readonly position: number;
}

/**
 * Puts amendments into the order in which they apply: whoever knew of another's comes after it, and of
 * two who did not know of each other the one with the smaller id comes first. No clock decides.
 */
export function inOrderOfAmendment<Amendment extends OrderedAmendment>(
  amendments: readonly Amendment[],
): readonly Amendment[] {
  return amendments.toSorted(
    (one, other) => one.position - other.position || (one.id < other.id ? -1 : 1),
  );
}
