import { editDistance } from '../../lib/edit-distance.ts';
import type { NameWord } from './party-name.ts';

/** From here on two names are likely to be of the same person or organisation. */
export const SIMILAR = 0.75;
/** From here on a name may be the one that is being typed. */
export const FITS = 0.6;

const SAME_SOUND = 0.95;
const SAME_INITIAL = 0.6;
const WITHOUT_PARTICLES = 0.9;
const UNFINISHED = 0.92;
const WITH_ERRORS = 0.9;
/** Longer words than this say no more than one of this length. */
const HEAVIEST = 8;

/**
 * How alike two names are, from 0 to 1, whatever their case, accents, spelling, titles and the order of
 * their words. The words of both are paired so that as much as possible fits (an assignment, worked out
 * in full: names are short), and the weight of what fits is set against the weight of all, as in the
 * coefficient of Dice (1945). Symmetric; 1 for a name and itself.
 */
export function similarityOf(ours: readonly NameWord[], theirs: readonly NameWord[]): number {
  const total = weightOf(ours) + weightOf(theirs);
  if (total === 0) return 0;
  const fitting = bestPairing(
    ours.map((our) =>
      theirs.map((their) => wordSimilarity(our, their) * (weigh(our) + weigh(their))),
    ),
  );
  return Math.min(1, fitting / total);
}

/**
 * How well a name fits what is being typed, from 0 to 1: every typed word may be the beginning of a word
 * of the name, in whatever order, and what was not typed yet counts little against it.
 */
export function fitOf(asked: readonly NameWord[], words: readonly NameWord[]): number {
  const total = weightOf(asked);
  if (total === 0) return 0;
  const fitting = bestPairing(
    asked.map((part) => words.map((word) => beginningSimilarity(part, word) * weigh(part))),
  );
  const left = Math.max(0, words.length - asked.length);
  return Math.max(0, Math.min(1, fitting / total) - left * 0.005);
}

function wordSimilarity(one: NameWord, other: NameWord): number {
  const whole = textSimilarity(one.full, one.fullSound, other.full, other.fullSound);
  if (!hasParticles(one) && !hasParticles(other)) return whole;
  return Math.max(
    whole,
    WITHOUT_PARTICLES * textSimilarity(one.core, one.coreSound, other.core, other.coreSound),
  );
}

function textSimilarity(one: string, oneSound: string, other: string, otherSound: string): number {
  if (one === other) return 1;
  if (one.length === 1 || other.length === 1) return one[0] === other[0] ? SAME_INITIAL : 0;
  if (oneSound === otherSound) return SAME_SOUND;
  return Math.max(lettersAlike(one, other), SAME_SOUND * lettersAlike(oneSound, otherSound));
}

function lettersAlike(one: string, other: string): number {
  const length = Math.max(one.length, other.length);
  const most = errorsForgiven(Math.min(one.length, other.length));
  if (most === 0 || Math.abs(one.length - other.length) > most) return 0;
  const { whole } = editDistance(one, other, 0, most);
  return whole > most ? 0 : 1 - whole / length;
}

function beginningSimilarity(typed: NameWord, word: NameWord): number {
  const whole = beginningAlike(typed.full, typed.fullSound, word.full, word.fullSound);
  if (!hasParticles(typed) && !hasParticles(word)) return whole;
  return Math.max(
    whole,
    WITHOUT_PARTICLES * beginningAlike(typed.core, typed.coreSound, word.core, word.coreSound),
  );
}

function beginningAlike(
  typed: string,
  typedSound: string,
  word: string,
  wordSound: string,
): number {
  if (typed === word) return 1;
  if (word.startsWith(typed)) {
    return UNFINISHED + (1 - UNFINISHED) * (typed.length / word.length);
  }
  const whole = textSimilarity(typed, typedSound, word, wordSound);
  if (typed.length > 2 && wordSound.startsWith(typedSound)) return Math.max(whole, WITH_ERRORS);
  const most = errorsForgiven(typed.length);
  if (most === 0) return whole;
  const { prefix } = editDistance(typed, word, 0, most);
  return prefix > most ? whole : Math.max(whole, WITH_ERRORS * (1 - prefix / typed.length));
}

function hasParticles({ full, core }: NameWord): boolean {
  return full !== core;
}

/** Typing errors forgiven: none in a short word, where every name would fit. */
function errorsForgiven(length: number): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

function weigh({ full }: NameWord): number {
  return Math.min(full.length, HEAVIEST);
}

function weightOf(words: readonly NameWord[]): number {
  return words.reduce((sum, word) => sum + weigh(word), 0);
}

/** The largest sum of scores when each row takes at most one column and each column at most one row. */
function bestPairing(scores: readonly (readonly number[])[]): number {
  const columns = scores[0]?.length ?? 0;
  let best = new Float64Array(2 ** columns).fill(-1);
  best[0] = 0;
  for (const row of scores) {
    const next = Float64Array.from(best);
    for (let taken = 0; taken < best.length; taken += 1) {
      const sum = best[taken] ?? -1;
      if (sum < 0) continue;
      for (const [column, score] of row.entries()) {
        const bit = 1 << column;
        if (score <= 0 || (taken & bit) !== 0) continue;
        next[taken | bit] = Math.max(next[taken | bit] ?? -1, sum + score);
      }
    }
    best = next;
  }
  return best.reduce((most, sum) => Math.max(most, sum), 0);
}
