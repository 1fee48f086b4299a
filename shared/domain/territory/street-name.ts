/**
 * Street names as people type them. Everything here is about comparing: nothing of it is stored.
 *
 * A name is folded (case, accents, ligatures, punctuation), its abbreviations are written out, and its
 * words are glued, so that "Antwerpse stwg", "ANTWERPSE-STEENWEG" and "Antwerpsesteenweg" are one key.
 */

const LIGATURES: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
};

/** Lower-case letters and digits without accents; whatever stood between them is one space. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}+/gu, '')
    .toLowerCase()
    .replace(/[œæßøłđ]/g, (letter) => LIGATURES[letter] ?? letter)
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();
}

/**
 * Words people shorten, and what they may stand for. An abbreviation may be the beginning of a word
 * that is still being typed ("gen" of Gentsesteenweg), so the letters themselves always stay a reading.
 */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  // Titles and saints.
  bgm: ['burgemeester'],
  bourg: ['bourgmestre'],
  bourgm: ['bourgmestre'],
  burg: ['burgemeester', 'bourgmestre'],
  burgem: ['burgemeester'],
  capt: ['capitaine'],
  card: ['cardinal'],
  col: ['colonel'],
  dr: ['dokter', 'docteur', 'doctor'],
  gebr: ['gebroeders'],
  gen: ['generaal', 'general'],
  gez: ['gezusters'],
  h: ['heilig', 'heilige'],
  ing: ['ingenieur'],
  kan: ['kanunnik'],
  kap: ['kapitein'],
  kapt: ['kapitein'],
  kard: ['kardinaal'],
  kol: ['kolonel'],
  kon: ['koning', 'koningin'],
  lt: ['luitenant', 'lieutenant'],
  maj: ['majoor', 'major'],
  mgr: ['monseigneur'],
  min: ['minister', 'ministre'],
  nd: ['notre dame'],
  olv: ['onze lieve vrouw', 'onze lieve vrouwe'],
  past: ['pastoor'],
  pres: ['president'],
  prof: ['professor', 'professeur'],
  saint: ['saint', 'sint'],
  sainte: ['sainte', 'sint'],
  sinte: ['sint'],
  st: ['sint', 'saint'],
  ste: ['sint', 'sainte'],
  vr: ['vrouw', 'vrouwe'],
  // Kinds of street.
  all: ['allee'],
  av: ['avenue'],
  ave: ['avenue'],
  bd: ['boulevard'],
  bld: ['boulevard'],
  blvd: ['boulevard'],
  boul: ['boulevard'],
  bvd: ['boulevard'],
  ch: ['chaussee', 'chemin'],
  chee: ['chaussee'],
  chem: ['chemin'],
  chss: ['chaussee'],
  fbg: ['faubourg'],
  gal: ['galerij', 'galerie'],
  imp: ['impasse'],
  pass: ['passage'],
  pl: ['plein', 'place'],
  r: ['rue'],
  rte: ['route'],
  sq: ['square'],
  steenw: ['steenweg'],
  stg: ['steenweg'],
  stw: ['steenweg'],
  stwg: ['steenweg'],
};

/** Dutch endings people shorten, as a word of their own or glued to the one before. */
const ENDINGS: Readonly<Record<string, string>> = {
  dr: 'dreef',
  drf: 'dreef',
  ln: 'laan',
  mkt: 'markt',
  pl: 'plein',
  pln: 'plein',
  steenw: 'steenweg',
  stg: 'steenweg',
  str: 'straat',
  stw: 'steenweg',
  stwg: 'steenweg',
  wg: 'weg',
};
const GLUED_ENDING = /^(.{3,}?)(steenw|stwg|stw|stg|str|pln|drf|mkt|ln|wg|pl|dr)$/u;

/** Days that streets are called after, in letters: "11 novemberlaan" is Elfnovemberlaan. */
const DAYS: Readonly<Record<string, readonly string[]>> = {
  1: ['een', 'premier'],
  4: ['vier', 'quatre'],
  5: ['vijf', 'cinq'],
  6: ['zes', 'six'],
  7: ['zeven', 'sept'],
  8: ['acht', 'huit'],
  10: ['tien', 'dix'],
  11: ['elf', 'onze'],
  12: ['twaalf', 'douze'],
  21: ['eenentwintig', 'vingt et un'],
};
/** A word that begins as a month does, in Dutch or French, folded. */
const MONTH =
  /^(?:jan|feb|fev|maa|mars|apr|avr|mei|mai|jun|juin|jul|juil|aug|aout|sep|okt|oct|nov|dec)/u;

/** The most readings of one name: enough for two ambiguous abbreviations, never an explosion. */
const MOST_READINGS = 16;

/** The words of a street name with its abbreviations written out. */
export type NameReading = readonly string[];

/**
 * What a street name may say, the likeliest first: "Kon. Albertstr." reads as koning albertstraat and
 * koningin albertstraat, and as the letters that were typed. Empty when the text has no letter or digit.
 */
export function readStreetName(text: string): readonly NameReading[] {
  const folded = foldText(text)
    .replace(/\bo ?l ?v\b/g, 'olv')
    .replace(/\bo ?l ?(?=vrouw)/g, 'onze lieve ')
    .replace(/\bn d\b/g, 'nd');
  if (folded === '') return [];
  const words = folded.split(' ');
  let readings: NameReading[] = [[]];
  for (const [index, word] of words.entries()) {
    const isDay = MONTH.test(words[index + 1] ?? '');
    const choices = [
      ...(isDay ? (DAYS[word] ?? []) : []),
      ...expandWord(word, index === words.length - 1 && index > 0),
    ];
    readings = choices
      .flatMap((choice) => readings.map((reading) => [...reading, ...choice.split(' ')]))
      .slice(0, MOST_READINGS - 1);
  }
  const asTyped = words.join(' ');
  const hasAsTyped = readings.some((reading) => reading.join(' ') === asTyped);
  return hasAsTyped ? readings : [...readings, words];
}

/** The likeliest reading in one piece: equal for two spellings of the same name. */
export function streetKey(name: string): string {
  return (readStreetName(name)[0] ?? []).join('');
}

function expandWord(word: string, isEnding: boolean): readonly string[] {
  const choices = new Set<string>();
  const ending = ENDINGS[word];
  if (isEnding && ending !== undefined) choices.add(ending);
  for (const meaning of WORDS[word] ?? []) choices.add(meaning);
  const [, stem, glued] = GLUED_ENDING.exec(word) ?? [];
  const written = glued === undefined ? undefined : ENDINGS[glued];
  if (stem !== undefined && written !== undefined) choices.add(stem + written);
  choices.add(word);
  return [...choices];
}
