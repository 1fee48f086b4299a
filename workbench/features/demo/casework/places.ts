import { nearestOnLine, type Position } from '#shared/domain/territory/geometry.ts';
import type { Segment } from '#shared/domain/territory/territory.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { DemoTown } from '../town.ts';
import type { DemoContact, DemoYear } from '../year.ts';
import type { DossierPlan } from './plan.ts';

/** Where a dossier of the demo is about, and what was told about it there. */
export interface DossierPlace {
  readonly areaId: Id;
  readonly areaName: string;
  readonly streetId: Id;
  readonly streetName: string;
  /** Pieces of the street, those of which most was told first. */
  readonly segments: readonly Segment[];
  /** Contacts on these pieces that name the problem, the oldest first. */
  readonly contacts: readonly DemoContact[];
}

/** A shorter piece says little, and is hard to see on a map. */
const LEAST_METRES = 40;

/**
 * For each dossier the street of its neighbourhood where its problem is told most, each street once. Streets with
 * fewer pieces of a good length than it is about come behind others.
 */
export function placeDossiers(
  plans: readonly DossierPlan[],
  town: DemoTown,
  { contacts }: Pick<DemoYear, 'contacts'>,
): readonly { readonly plan: DossierPlan; readonly place: DossierPlace }[] {
  const areas = new Map(town.areas.map(({ officialId, id }) => [officialId, id]));
  const names = new Map(town.streets.map(({ id, nameNl }) => [id, nameNl]));
  const areaNames = new Map(town.areas.map(({ id, nameNl }) => [id, nameNl]));
  const taken = new Set<Id>();
  return plans.map((plan) => {
    const { quarter, problem, pieces } = plan;
    const areaId = areas.get(quarter) ?? '';
    const here = contacts.filter(({ neighbourhoodId }) => neighbourhoodId === areaId);
    const told = Map.groupBy(
      here.filter(({ problems }) => problems.includes(problem)),
      ({ streetId }) => streetId,
    );
    const streets = Map.groupBy(
      town.segments.filter(
        ({ neighbourhoodId, streetId }) => neighbourhoodId === areaId && !taken.has(streetId),
      ),
      ({ streetId }) => streetId,
    );
    const ranked = [...streets]
      .map(([streetId, segments]) => ({
        streetId,
        segments,
        long: segments.filter(({ lengthMetres }) => lengthMetres >= LEAST_METRES).length,
        told: told.get(streetId) ?? [],
      }))
      .sort(
        (one, other) =>
          scoreOf(other, pieces) - scoreOf(one, pieces) ||
          other.segments.length - one.segments.length,
      );
    const [best] = ranked;
    if (!best) throw new RangeError(`the demo town has no street in ${quarter}`);
    taken.add(best.streetId);
    const place = {
      areaId,
      areaName: areaNames.get(areaId) ?? '',
      streetId: best.streetId,
      streetName: names.get(best.streetId) ?? '',
      ...piecesOf(best.segments, best.told, pieces),
    };
    return { plan, place };
  });
}

/** Much was told, on enough pieces to tell them apart. */
function scoreOf(
  { told, long }: { readonly told: readonly DemoContact[]; readonly long: number },
  pieces: number,
): number {
  return told.length + 2 * Math.min(long, pieces);
}

function piecesOf(segments: readonly Segment[], told: readonly DemoContact[], count: number) {
  const byPiece = Map.groupBy(told, ({ position }) => nearestPiece(segments, position));
  const chosen = [...segments]
    .sort(
      (one, other) =>
        (byPiece.get(other)?.length ?? 0) - (byPiece.get(one)?.length ?? 0) ||
        other.lengthMetres - one.lengthMetres,
    )
    .slice(0, count);
  const on = new Set(chosen);
  return {
    segments: chosen,
    contacts: told.filter(({ position }) => {
      const piece = nearestPiece(segments, position);
      return piece !== undefined && on.has(piece);
    }),
  };
}

function nearestPiece(segments: readonly Segment[], position: Position): Segment | undefined {
  let nearest: { readonly segment: Segment; readonly metres: number } | undefined;
  for (const segment of segments) {
    const { metres } = nearestOnLine(segment.geometry, position);
    if (nearest === undefined || metres < nearest.metres) nearest = { segment, metres };
  }
  return nearest?.segment;
}
