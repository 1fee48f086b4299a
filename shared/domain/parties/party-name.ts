/**
 * Names of persons and organisations as people write them. Everything here is about comparing: what is
 * stored and shown is always the name as it was typed.
 */
import { foldText } from '../territory/street-name.ts';

/** A word of a name, ready to be compared. */
export interface NameWord {
  /** With the particles before it: "vandenbroeck" of "Van den Broeck". */
  readonly full: string;
  /** Without them: "broeck". */
  readonly core: string;
  /** Both as they sound, roughly. */
  readonly fullSound: string;
  readonly coreSound: string;
}

/** More words than these tell no more: a name of an organisation may be a whole sentence. */
const MOST_WORDS = 6;

/** How somebody is addressed, and what kind of body an organisation is: not part of the name. */
const TITLES: ReadonlySet<string> = new Set(
  'dhr heer meneer mevr mevrouw mw monsieur madame mme mlle mr mrs ms vzw asbl bv bvba nv sa srl'.split(
    ' ',
  ),
);
/** Written apart or in one with the word that follows: "Van den Broeck", "Vandenbroeck". */
const PARTICLES: ReadonlySet<string> = new Set(
  'van vande vanden vander den der de d du des la le les t ten ter von'.split(' '),
);

/** The words of a name: case, accents, titles and the writing of particles make no difference. */
export function wordsOfName(name: string): readonly NameWord[] {
  const folded = foldText(name).split(' ').filter(Boolean);
  const named = folded.filter((word) => !TITLES.has(word));
  const words: NameWord[] = [];
  let particles = '';
  for (const word of named.length > 0 ? named : folded) {
    if (PARTICLES.has(word)) {
      particles += word;
      continue;
    }
    words.push(nameWord(particles + word, word));
    particles = '';
  }
  if (particles !== '') words.push(nameWord(particles, particles));
  return words.slice(0, MOST_WORDS);
}

function nameWord(full: string, core: string): NameWord {
  const coreSound = soundOf(core);
  return { full, core, fullSound: full === core ? coreSound : soundOf(full), coreSound };
}

/**
 * Ways of writing the same sound in Dutch and French names, applied in this order. "De Clercq" and "De
 * Klerk", "Claes" and "Klaas", "Maryse" and "Marise" become alike; a few names that sound different do
 * so too, which is no harm where they are only suggested.
 */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/c[kq]u?|qu?/g, 'k'],
  [/x/g, 'ks'],
  [/ph/g, 'f'],
  [/th|dt/g, 't'],
  [/[cg]h/g, 'g'],
  [/c(?=[eiy])|z/g, 's'],
  [/c/g, 'k'],
  [/ij|ie|y/g, 'i'],
  [/ae/g, 'a'],
  [/oe|ou/g, 'u'],
  [/d$/g, 't'],
  [/(.)\1+/g, '$1'],
];

function soundOf(word: string): string {
  return SPELLINGS.reduce((text, [pattern, letters]) => text.replace(pattern, letters), word);
}

/**
 * What a search index keeps of a name: every word, as written and as it sounds, with two spaces before
 * it and one behind, so that its groups of three letters tell where it begins and ends.
 */
export function searchKeyOf(name: string): string {
  return writingsOf(wordsOfName(name))
    .map((word) => `  ${word} `)
    .join('');
}

/** The different ways in which these words may be written. */
export function writingsOf(words: readonly NameWord[]): readonly string[] {
  return [
    ...new Set(
      words.flatMap(({ full, core, fullSound, coreSound }) => [full, core, fullSound, coreSound]),
    ),
  ];
}

/**
 * The groups of three letters of a word, as {@link searchKeyOf} lays it down.
 *
 * @param isWhole whether the word ends here, or is still being typed.
 */
export function gramsOf(word: string, isWhole: boolean): readonly string[] {
  const letters = [...(isWhole ? `  ${word} ` : `  ${word}`)];
  return [...new Set(letters.slice(2).map((_, index) => letters.slice(index, index + 3).join('')))];
}
