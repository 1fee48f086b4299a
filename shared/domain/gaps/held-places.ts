import type { NeighbourGraph } from '../statistics/neighbour-graph.ts';
import { type TalliedPlace, type WeighedPlace, type WeighedTown, weighTown } from './gap-map.ts';

export interface WeighedHeld extends Omit<WeighedTown, 'places'> {
  /** By the number of the place; undefined for one that is not held. */
  readonly places: readonly (WeighedPlace | undefined)[];
}

/**
 * As {@link weighTown}, of the places that a desk holds alone. Of others it knows the streets, but not what happened
 * there: counted as places where nothing happened they would make its own look worse than they are.
 *
 * @param held whether a place is held, by its number
 */
export function weighHeld(
  places: readonly TalliedPlace[],
  graph: NeighbourGraph | null,
  held: (place: number) => boolean,
): WeighedHeld {
  const numbers = [...places.keys()].filter(held);
  if (numbers.length === places.length) return weighTown(places, graph);
  const among = new Map(numbers.map((number, index) => [number, index]));
  const neighbours = graph && numbers.map((number) => withinOf(graph[number] ?? [], among));
  const { places: weighed, ...town } = weighTown(
    places.filter((_, place) => among.has(place)),
    neighbours,
  );
  return { ...town, places: places.map((_, place) => weighed[among.get(place) ?? -1]) };
}

function withinOf(
  neighbours: readonly number[],
  among: ReadonlyMap<number, number>,
): readonly number[] {
  return neighbours.map((number) => among.get(number)).filter((index) => index !== undefined);
}
