import type { RoadClass } from '#shared/domain/territory/territory.ts';

/**
 * Words of the usual sources: OpenStreetMap's `highway` values and Dutch road types. Order matters:
 * a connecting road with narrow cycle paths beside it is a connecting road, a cycle street is a street.
 */
const WORDS: readonly (readonly [RegExp, RoadClass])[] = [
  [/^(motorway|trunk|primary|secondary|main)/, 'main'],
  [/^(tertiary|connecting)/, 'connecting'],
  [/^(residential|unclassified|living_street|service|local)/, 'local'],
  [/^(footway|cycleway|path|pedestrian|track|steps|bridleway)/, 'path'],
  [/hoofdweg|snelweg|gewestweg|\bring\b|primaire/, 'main'],
  [/verbinding|ontsluiting|secundaire/, 'connecting'],
  [/fietsstraat|woonstraat|woonerf|winkelstraat/, 'local'],
  [/fiets|wandel|voet|jaagpad/, 'path'],
];
const NUMBERED_ROAD = /^[AENR]\s?\d+[a-z]?$/;

/** How a road is drawn. Unknown words are local streets; a road that is called N15 is a main one. */
export function roadClassOf(text: string, streetName: string): RoadClass {
  const lower = text.toLowerCase();
  const found = WORDS.find(([pattern]) => pattern.test(lower))?.[1];
  return found ?? (NUMBERED_ROAD.test(streetName) ? 'main' : 'local');
}
