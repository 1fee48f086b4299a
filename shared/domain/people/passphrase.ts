/** The shortest passphrase accepted, in characters. */
export const PASSPHRASE_MINIMUM = 12;
/** How many different characters a passphrase has at least: `aaaaaaaaaaaa` is long and no secret. */
export const PASSPHRASE_DIFFERENT = 5;

/** Why a passphrase is refused. */
export type PassphraseWeakness = 'too-short' | 'too-alike';

/**
 * What is wrong with a new passphrase; undefined when it is accepted. Length is what counts against
 * guessing (NIST SP 800-63B, revision 4): there are no rules about signs and capitals. Characters are
 * counted as Unicode code points, and told apart after normalisation (NFKC).
 */
export function weaknessOf(passphrase: string): PassphraseWeakness | undefined {
  if (lengthOf(passphrase) < PASSPHRASE_MINIMUM) return 'too-short';
  const different = new Set(passphrase.normalize('NFKC')).size;
  return different < PASSPHRASE_DIFFERENT ? 'too-alike' : undefined;
}

/** Characters as people count them, nearly: an emoji of two UTF-16 units is one. */
export function lengthOf(passphrase: string): number {
  return [...passphrase].length;
}
