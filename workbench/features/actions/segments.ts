import type { DossierPage, SegmentChoice } from '#shared/contract/actions.ts';
import { actionSchema } from '#shared/domain/actions/action.ts';
import type { Dossier } from '#shared/domain/actions/dossier.ts';
import {
  asNamedBefore,
  bindingMeasures,
  stretchesRefusal,
  type StretchUse,
} from '#shared/domain/actions/dossier-stretches.ts';
import { measureSchema } from '#shared/domain/actions/measure.ts';
import { type Day, dayOf } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { caseworkOfDossier } from '../../store/repositories/casework-repository.ts';
import { neighbourhoodVersions, streetVersions } from '../../store/repositories/place-versions.ts';
import {
  areaLineage,
  type NamedSegment,
  segmentsNamed,
  segmentsOfStreets,
  type StretchPlace,
  stretchPlaces,
} from '../../store/repositories/segment-repository.ts';
import { stretchNumbers } from '../../store/repositories/stretch-numbers.ts';
import { placesOfStretches } from '../../store/repositories/stretch-places.ts';
import { rowsOf } from './change-row.ts';

/** The streets that segments are of, each once. */
export function streetsOf(segments: readonly Pick<SegmentChoice, 'streetId'>[]): readonly Id[] {
  return [...new Set(segments.map(({ streetId }) => streetId))];
}

/** The stretches of a street that are there today, as they follow each other along it. */
export async function readSegments(
  { store }: OpenFile,
  { streetId }: { readonly streetId: Id },
): Promise<SegmentChoice[]> {
  const today = dayOf(store.clock.now());
  const ids = await streetVersions(store.read, streetId);
  return numbered(store.read, await segmentsOfStreets(store.read, ids, today), today);
}

/** These stretches whenever they were there, street by street; an unknown one is left out. */
export async function readStretches(
  { store }: OpenFile,
  ids: readonly Id[],
): Promise<SegmentChoice[]> {
  const today = dayOf(store.clock.now());
  return numbered(store.read, await segmentsNamed(store.read, [...new Set(ids)]), today);
}

/** As {@link readStretches}, with where each is for who does not know its number. */
export async function readPlacedStretches(
  file: OpenFile,
  ids: readonly Id[],
): Promise<DossierPage['segments']> {
  const { read, clock } = file.store;
  const places = await placesOfStretches(read, [...new Set(ids)], dayOf(clock.now()));
  return (await readStretches(file, ids)).map((one) => {
    const { houses, crossings } = places.get(one.id) ?? { houses: null, crossings: [] };
    return { ...one, place: { houses, crossings: [...crossings] } };
  });
}

async function numbered(
  read: ReadHandle,
  segments: readonly NamedSegment[],
  today: Day,
): Promise<SegmentChoice[]> {
  const numbers = await stretchNumbers(
    read,
    segments.map(({ id }) => id),
    today,
  );
  const areas = new Map<Id | null, Id[]>([[null, []]]);
  for (const { neighbourhoodId: area } of segments) {
    if (area !== null && !areas.has(area)) {
      areas.set(area, (await neighbourhoodVersions(read, area)).toSorted());
    }
  }
  return segments
    .map((segment) => ({
      ...segment,
      ...(numbers.get(segment.id) ?? UNNUMBERED),
      neighbourhoods: areas.get(segment.neighbourhoodId) ?? [],
    }))
    .sort(
      (one, other) =>
        one.streetNameNl.localeCompare(other.streetNameNl, 'nl') ||
        (one.number ?? 0) - (other.number ?? 0),
    );
}

const UNNUMBERED = { number: null, today: null };

/**
 * The one neighbourhood that all of these segments lie in, whatever rows of the territory name it; null outside of
 * every neighbourhood. Throws INVALID_FIELD (segments: no-stretch, unknown, another-neighbourhood).
 */
export async function neighbourhoodOf(read: ReadHandle, ids: readonly Id[]): Promise<Id | null> {
  const found = await knownStretches(read, ids);
  if (found.length === 0) throw invalid('no-stretch');
  if (new Set(found.map(({ area }) => area)).size > 1) throw invalid('another-neighbourhood');
  return found.at(-1)?.neighbourhoodId ?? null;
}

/**
 * The stretches that a dossier has once they become `chosen`, each by the row that it names already where it names one.
 * Throws INVALID_FIELD (segments: no-stretch, unknown, another-neighbourhood), STRETCH_IN_USE.
 */
export async function changedStretches(
  read: ReadHandle,
  dossier: Pick<Dossier, 'id' | 'segments' | 'neighbourhoodId'>,
  chosen: readonly Id[],
): Promise<readonly Id[]> {
  const { neighbourhoodId } = dossier;
  const area = neighbourhoodId === null ? null : await areaLineage(read, neighbourhoodId);
  const known = await stretchPlaces(read, dossier.segments);
  // One that only another desk knows may stay, and may go.
  const unknown = dossier.segments.filter((id) => !known.some((one) => one.id === id));
  const before = [...known, ...unknown.map((id) => ({ id, lineage: id, area }))];
  const after = [
    ...(await knownStretches(
      read,
      chosen.filter((id) => !unknown.includes(id)),
    )),
    ...before.filter(({ id }) => unknown.includes(id) && chosen.includes(id)),
  ];
  const refusal = stretchesRefusal(before, after, area, await usesOf(read, dossier.id));
  if (refusal?.reason === 'stretch-in-use') {
    const { segmentId, actionId } = refusal;
    throw new WorkbenchError('STRETCH_IN_USE', { segmentId, actionId });
  }
  if (refusal) throw invalid(refusal.reason);
  return asNamedBefore(before, after);
}

/** Which stretches measures of a dossier use. */
async function usesOf(read: ReadHandle, dossierId: Id): Promise<readonly StretchUse[]> {
  const measures = bindingMeasures(
    rowsOf(measureSchema, await caseworkOfDossier(read, 'measure', dossierId)),
    rowsOf(actionSchema, await caseworkOfDossier(read, 'action', dossierId)),
  );
  const places = await stretchPlaces(read, [...new Set(measures.map((one) => one.segmentId))]);
  const lineages = new Map(places.map(({ id, lineage }) => [id, lineage]));
  return measures.map(({ actionId, segmentId }) => ({
    actionId,
    lineage: lineages.get(segmentId) ?? segmentId,
  }));
}

async function knownStretches(
  read: ReadHandle,
  ids: readonly Id[],
): Promise<readonly StretchPlace[]> {
  const found = await stretchPlaces(read, ids);
  if (found.length < new Set(ids).size) throw invalid('unknown');
  return found;
}

function invalid(reason: string): WorkbenchError {
  return new WorkbenchError('INVALID_FIELD', { field: 'segments', reason });
}
