import type { Id } from '../../lib/ids.ts';
import { type Line, nearestOnLine, type Position } from '../territory/geometry.ts';

/** What of a contact says whether it can be of a dossier. */
export interface LinkableContact {
  readonly streetId: Id;
  readonly neighbourhoodId: Id | null;
  readonly withdrawn: boolean;
}

/** Where a dossier is: its neighbourhood and its streets by the ids of all their versions. */
export interface DossierPlace {
  readonly neighbourhoods: ReadonlySet<Id>;
  readonly streets: ReadonlySet<Id>;
}

/** Why a contact cannot be linked to a dossier. */
export type LinkRefusal = 'withdrawn' | 'another-neighbourhood';

/**
 * Why a contact cannot be of a dossier; undefined when it can. One that was withdrawn tells nothing any more. One of
 * another neighbourhood is for those who work there; where its neighbourhood is not known, its street must be one of
 * the dossier's. A restricted one may be linked: a dossier holds its id alone, and who may not see the contact
 * only sees that there is one.
 */
export function linkRefusal(
  { streetId, neighbourhoodId, withdrawn }: LinkableContact,
  { neighbourhoods, streets }: DossierPlace,
): LinkRefusal | undefined {
  if (withdrawn) return 'withdrawn';
  const isHere =
    neighbourhoodId === null ? streets.has(streetId) : neighbourhoods.has(neighbourhoodId);
  return isHere ? undefined : 'another-neighbourhood';
}

/** A dossier as far as its nearness to a place goes. */
export interface PlacedDossier {
  readonly id: Id;
  /** Of its stretches that this desk knows. */
  readonly lines: readonly Line[];
  readonly isOnStreet: boolean;
}

/** Metres from a place to the nearest stretch; null where either is not known. */
function metresTo(lines: readonly Line[], position: Position | null): number | null {
  if (position === null || lines.length === 0) return null;
  return Math.min(...lines.map((line) => nearestOnLine(line, position).metres));
}

/**
 * Dossiers with the metres to each, the nearest first. Where distances are not known, those on the same street come
 * first and the rest stays in its order.
 */
export function byNearness<Dossier extends PlacedDossier>(
  dossiers: readonly Dossier[],
  position: Position | null,
): readonly { readonly dossier: Dossier; readonly metres: number | null }[] {
  return dossiers
    .map((dossier) => ({ dossier, metres: metresTo(dossier.lines, position) }))
    .sort(
      (one, other) =>
        (one.metres ?? Infinity) - (other.metres ?? Infinity) ||
        Number(other.dossier.isOnStreet) - Number(one.dossier.isOnStreet),
    );
}
