import { foldText } from '../territory/street-name.ts';
import type { FactOrigin } from './fact.ts';

/** Words, folded, by which sources in Dutch, French and English say who brought a fact to light. */
const WORDS: Readonly<Record<FactOrigin, readonly string[]>> = {
  public: [
    'aangever',
    'bevolking',
    'bewoner',
    'bewoners',
    'burger',
    'burgers',
    'buurtbewoner',
    'inwoner',
    'melder',
    'publiek',
    'slachtoffer',
    'gemeld door burgers',
    'citoyen',
    'citoyenne',
    'citoyens',
    'habitant',
    'habitante',
    'habitants',
    'plaignant',
    'population',
    'riverain',
    'victime',
    'signale par la population',
    'citizen',
    'citizens',
    'public',
    'resident',
    'residents',
    'victim',
    'reported by the public',
  ],
  partner: [
    'externe partner',
    'gemeente',
    'partner',
    'partners',
    'stad',
    'stadsdienst',
    'gemeld door een partner',
    'commune',
    'partenaire',
    'partenaires',
    'ville',
    'signale par un partenaire',
    'city',
    'municipality',
    'reported by a partner',
  ],
  police: [
    'ambtshalve',
    'op initiatief',
    'patrouille',
    'politie',
    'vastgesteld door politie',
    'constate par la police',
    'd initiative',
    'd office',
    'patrouille de police',
    'police',
    'found by police',
    'patrol',
    'police officer',
  ],
};

const ORIGINS = new Map<string, FactOrigin>(
  (['public', 'partner', 'police'] as const).flatMap((origin) =>
    WORDS[origin].map((word) => [word, origin] as const),
  ),
);

/**
 * Whom a word of a source means, for somebody to confirm; null for one that is not known. Whole words only:
 * "no police" is not police.
 */
export function originOfWord(word: string): FactOrigin | null {
  return ORIGINS.get(foldText(word)) ?? null;
}
