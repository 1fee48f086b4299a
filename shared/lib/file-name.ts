const LONGEST = 60;

/** Words as a part of a file's name: small letters, digits and hyphens alone, of which every system and mail makes the same. */
export function fileNamePart(words: string): string {
  return words
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
}
