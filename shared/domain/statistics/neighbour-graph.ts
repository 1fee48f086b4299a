import type { Line, Position } from '../territory/geometry.ts';

/**
 * Who lies beside whom: for each place, by its number, the numbers of its neighbours in ascending order,
 * each once and never itself. A place may have none. Neighbours are mutual.
 */
export type NeighbourGraph = readonly (readonly number[])[];

/** Ends of streets that lie in the same cell of about ten centimetres are one crossing. */
const CELL_DEGREES = 1e-6;
const LINES_OF_STEP = 1_000;

/**
 * Segments that share an end point are neighbours: nobody gets from one to the other without passing the
 * crossing. Lines that only cross (a bridge over a road) are not.
 *
 * @param lines of at least two positions, RangeError otherwise
 */
export function segmentNeighbours(lines: readonly Line[]): NeighbourGraph {
  const steps = segmentNeighboursInSteps(lines);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** As {@link segmentNeighbours}, with a pause to take after every so many lines. */
export function* segmentNeighboursInSteps(
  lines: readonly Line[],
): Generator<void, NeighbourGraph, void> {
  const crossings = new Map<string, number[]>();
  const ends: (readonly (readonly number[])[])[] = [];
  for (const [segment, line] of lines.entries()) {
    const own = [...endsOf(line)].map((key) => {
      const segments = crossings.get(key) ?? [];
      if (segments.length === 0) crossings.set(key, segments);
      segments.push(segment);
      return segments;
    });
    ends.push(own);
    if (segment % LINES_OF_STEP === 0) yield;
  }
  const graph: (readonly number[])[] = [];
  for (const [segment, crossed] of ends.entries()) {
    const beside = new Set(crossed.flat());
    beside.delete(segment);
    graph.push([...beside].sort((one, other) => one - other));
    if (segment % LINES_OF_STEP === 0) yield;
  }
  return graph;
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
