import { lengthMetres, type Line, middleOf } from '#shared/domain/territory/geometry.ts';
import type { AreaIndex } from '#shared/domain/territory/import/area-index.ts';
import { cutLine, joinPieces } from '#shared/domain/territory/import/cut-line.ts';
import type { RoadClass } from '#shared/domain/territory/territory.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { Current, SegmentContent } from '../../../store/repositories/territory-import-rows.ts';
import { differences } from './differences.ts';
import type { PendingChanges } from './pending-changes.ts';
import type { KnownArea } from './places.ts';
import { assertLater, beganTooLate, type ImportWork } from './work.ts';

/**
 * A feature of the source is one segment per neighbourhood it goes through. Its pieces carry the code
 * of the source with a number: `way/12#1`, `way/12#2`; one that is not cut, the code alone.
 */
const SEPARATOR = '#';

/** A code of a source, made safe for numbering its pieces. */
export function sourceCode(officialId: string): string {
  return officialId.replaceAll(SEPARATOR, '%23');
}

/** The code of the source that a piece was cut from. */
export function sourceOf(officialId: string): string {
  return officialId.split(SEPARATOR, 1)[0] ?? officialId;
}

function numberOf(officialId: string): number {
  return Number(officialId.split(SEPARATOR)[1] ?? 1);
}

export interface SourceLines {
  readonly source: string;
  readonly streetId: Id;
  readonly roadClass: RoadClass;
  readonly lines: readonly Line[];
}

/**
 * The segments of one feature.
 *
 * @param atLeast there must be this many: the last is divided in its neighbourhood until there are.
 */
export function cutIntoSegments(
  { source, streetId, roadClass, lines }: SourceLines,
  neighbourhoods: AreaIndex<KnownArea>,
  atLeast = 1,
): SegmentContent[] {
  const pieces = lines.flatMap((line) => cutLine(line, neighbourhoods));
  while (pieces.length > 0 && pieces.length < atLeast) {
    const last = pieces.pop();
    if (last) pieces.push(...halves(last.line).map((line) => ({ area: last.area, line })));
  }
  return pieces.map(({ area, line }, index) => ({
    official_id: pieces.length === 1 ? source : `${source}${SEPARATOR}${index + 1}`,
    street_id: streetId,
    neighbourhood_id: area?.id ?? null,
    geometry: JSON.stringify(line),
    length_metres: Math.round(lengthMetres(line) * 100) / 100,
    road_class: roadClass,
  }));
}

function halves(line: Line): [Line, Line] {
  const at = Math.floor(line.length / 2);
  const middle = line.length > 2 ? line[at] : middleOf(line);
  if (!middle) throw new RangeError('halves: an empty line');
  const rest = line.length > 2 ? line.slice(at + 1) : line.slice(1);
  return [
    [...line.slice(0, at), middle],
    [middle, ...rest],
  ];
}

/** Open-ended segments by the code of their source, in the order of the line. */
export type SegmentsBySource = Map<string, Current<SegmentContent>[]>;

export function addBySource(
  groups: SegmentsBySource,
  rows: readonly Current<SegmentContent>[],
): void {
  for (const row of rows) {
    const source = sourceOf(row.official_id);
    const group = groups.get(source);
    if (!group) groups.set(source, [row]);
    else {
      group.push(row);
      group.sort((one, other) => numberOf(one.official_id) - numberOf(other.official_id));
    }
  }
}

/**
 * Brings the segments of one source to what is wanted.
 *
 * `stated`: the file says so. What differs ends and begins anew.
 * `derived`: it follows from another layer (a border moved, a street began anew). The same, but a
 * segment that began on or after the day the import is valid from is put right where it stands, since
 * it was never true on any day; its former values are kept for undoing.
 *
 * @returns whether anything differs.
 */
export function settleSegments(
  work: ImportWork,
  pending: PendingChanges,
  existing: readonly Current<SegmentContent>[],
  wanted: readonly SegmentContent[],
  origin: 'stated' | 'derived',
): boolean {
  let changed = false;
  for (let index = 0; index < Math.max(existing.length, wanted.length); index += 1) {
    const row = existing[index];
    const content = wanted[index];
    const after = row && content && differences(contentOfSegment(row), content);
    if (row && content && !after) continue;
    changed = true;
    if (row && after && origin === 'derived' && beganTooLate(work, row)) {
      pending.segments.corrected.push({ row, after });
      continue;
    }
    if (row) {
      assertLater(work, row);
      pending.segments.closed.push(row);
    }
    if (content) {
      pending.segments.opened.push({ ...work.changes.identity('segment'), ...content });
    }
  }
  return changed;
}

export function contentOfSegment(row: Current<SegmentContent>): SegmentContent {
  return {
    official_id: row.official_id,
    street_id: row.street_id,
    neighbourhood_id: row.neighbourhood_id,
    geometry: row.geometry,
    length_metres: row.length_metres,
    road_class: row.road_class,
  };
}

/** Cuts the segments of one source anew, at borders that have moved. */
export function recut(
  work: ImportWork,
  pending: PendingChanges,
  existing: readonly Current<SegmentContent>[],
  neighbourhoods: AreaIndex<KnownArea>,
): void {
  const [first] = existing;
  if (!first) return;
  const lines = joinPieces(existing.map((row) => JSON.parse(row.geometry) as Line));
  // A segment that cannot end yet has to remain one of the pieces.
  const staying = existing.findLastIndex((row) => beganTooLate(work, row)) + 1;
  const wanted = cutIntoSegments(
    {
      source: sourceOf(first.official_id),
      streetId: first.street_id,
      roadClass: first.road_class,
      lines,
    },
    neighbourhoods,
    staying,
  );
  settleSegments(work, pending, existing, wanted, 'derived');
}
