/**
 * What two spellings of one name have in common: small letters and digits only, without accents,
 * blanks, hyphens and apostrophes ("Graaf van Egmontstraat" = "graaf van-Egmontstraat").
 * Nothing is abbreviated or guessed: different keys are different streets.
 */
export function streetNameKey(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]/gu, '')
    .replaceAll('ß', 'ss');
}

/**
 * Key of a place name. Sources add in brackets what kind of place it is or where it lies
 * ("Mechelen (Dg.)", "Heffen (Mechelen)"); people do not.
 */
export function placeNameKey(name: string): string {
  return streetNameKey(name.replaceAll(/\([^)]*\)/g, ' ')) || streetNameKey(name);
}
