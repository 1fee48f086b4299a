import type { Line, Position } from '../territory/geometry.ts';

/**
 * Who lies beside whom: for each place, by its number, the numbers of its neighbours in ascending order,
 * each once and never itself. A place may have none. Neighbours are mutual.
 */
export type NeighbourGraph = readonly (readonly number[])[];

/** Ends of streets that lie in the same cell of about ten centimetres are one crossing. */
const CELL_DEGREES = 1e-6;

/**
 * Segments that share an end point are neighbours: nobody gets from one to the other without passing the
 * crossing. Lines that only cross (a bridge over a road) are not.
 *
 * @param lines of at least two positions, RangeError otherwise
 */
export function segmentNeighbours(lines: readonly Line[]): NeighbourGraph {
  const atCrossing = new Map<string, number[]>();
  lines.forEach((line, segment) => {
    for (const key of endsOf(line)) {
      const segments = atCrossing.get(key);
      if (segments) segments.push(segment);
      else atCrossing.set(key, [segment]);
    }
  });
  return lines.map((line, segment) => {
    const beside = new Set<number>();
    for (const key of endsOf(line)) {
      for (const other of atCrossing.get(key) ?? []) if (other !== segment) beside.add(other);
    }
    return [...beside].sort((one, other) => one - other);
  });
}

function endsOf(line: Line): ReadonlySet<string> {
  const first = line[0];
  const last = line.at(-1);
  if (!first || !last || line.length < 2) throw new RangeError('segmentNeighbours: a line');
  return new Set([keyOf(first), keyOf(last)]);
}

function keyOf([longitude, latitude]: Position): string {
  return `${Math.round(longitude / CELL_DEGREES)} ${Math.round(latitude / CELL_DEGREES)}`;
}
