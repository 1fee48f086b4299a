import { CHANNELS, type Feeling, FEELINGS, PROBLEMS } from '#shared/domain/contacts/code-lists.ts';
import { type Id, makeId } from '#shared/lib/ids.ts';
import { pick, type Random, randomBytes, randomInteger, seededRandom } from '#shared/lib/random.ts';

/**
 * One document of the comparison: eleven fields, some 450 bytes as JSON. Wijkwerk stores it as a contact,
 * the bare pipe and other systems as they stand. Places and people are numbers below their counts in
 * {@link DIMENSIONS}.
 */
export interface SyncDocument {
  readonly id: Id;
  readonly zone: number;
  readonly neighbourhood: number;
  readonly street: number;
  readonly at: string;
  readonly channel: string;
  readonly problems: readonly string[];
  readonly feeling: Feeling;
  readonly text: string;
  readonly author: number;
  readonly version: number;
}

export const DIMENSIONS = { zones: 12, neighbourhoods: 120, streets: 9_000, authors: 300 } as const;

/** Characters of the text at least. */
const TEXT_LENGTH = 195;
const MOST_PROBLEMS = 3;
const FIRST_MOMENT = Date.parse('2025-01-01T00:00:00.000Z');
/** Milliseconds from one document to the next, at most. */
const LONGEST_PAUSE = 60_000;

const WORDS =
  'aan balie bank bewoner boom brand burger bus dak deken doos fietspad geluid gemeente gevel goot graffiti groep hek herrie hoek huisvuil ingang kast kelder kerk kind kruispunt laan lamp lift markt moeder muur nacht oever ouder park plaats pleintje poort portiek rand regen ruit schuur slot sluis spiegel stank steeg steiger stoel tegel tram trap tuin vader venster vuur wagen water winter zand'.split(
    ' ',
  );

/** The same documents for the same seed, the oldest first; each seed has ids of its own. */
export function* makeDocuments(count: number, seed: number): Generator<SyncDocument> {
  const random = seededRandom(seed);
  let moment = FIRST_MOMENT + seed * 1_000;
  for (let index = 0; index < count; index++) {
    moment += randomInteger(random, 0, LONGEST_PAUSE - 1);
    yield {
      id: makeId(moment, randomBytes(random, 16)),
      zone: below(random, DIMENSIONS.zones),
      neighbourhood: below(random, DIMENSIONS.neighbourhoods),
      street: below(random, DIMENSIONS.streets),
      at: new Date(moment).toISOString(),
      channel: pick(random, CHANNELS),
      problems: someProblems(random),
      feeling: pick(random, FEELINGS),
      text: someText(random),
      author: below(random, DIMENSIONS.authors),
      version: 1,
    };
  }
}

function below(random: Random, limit: number): number {
  return randomInteger(random, 0, limit - 1);
}

function someProblems(random: Random): readonly string[] {
  const wanted = randomInteger(random, 1, MOST_PROBLEMS);
  const problems = new Set<string>();
  while (problems.size < wanted) problems.add(pick(random, PROBLEMS));
  return [...problems];
}

function someText(random: Random): string {
  let text = pick(random, WORDS);
  while (text.length < TEXT_LENGTH) text += ` ${pick(random, WORDS)}`;
  return text;
}
