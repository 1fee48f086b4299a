import { foldText } from './street-name.ts';

/** One way to read a typed address. What was not typed is empty. */
export interface AddressReading {
  /** What may be the name of a street, as it was typed. */
  readonly street: string;
  /** "12", "12A", "12bis", "12-14". */
  readonly houseNumber: string;
  readonly boxNumber: string;
  readonly postcode: string;
  /** Municipality or sub-municipality, as it was typed, perhaps only its beginning. */
  readonly place: string;
}

/** Longest house number a contact can hold, with its box. */
const LONGEST_HOUSE_NUMBER = 12;

const NUMBER = String.raw`(?<number>\d{1,4}) ?(?<suffix>bis|ter|quater|[a-z]{1,2}(?![a-z\d]))?(?: ?[-–] ?(?<to>\d{1,4}) ?(?<toSuffix>[a-z](?![a-z\d]))?)?`;
const BOX = String.raw`(?:[ ,]*(?:\/|bus|bte|bo[iî]te|box|b)\.? ?(?<box>[\da-z.]{1,5}))?`;
const LABEL = String.raw`(?:(?:nr|no|n[°º]|nummer|num[ée]ro|#)\.? ?)?`;
const NUMBER_LAST = new RegExp(`^(?<street>.*?[^ ,])[ ,]+${LABEL}${NUMBER}${BOX}$`, 'iu');
const GLUED_NUMBER = new RegExp(`^(?<street>\\D*\\p{Letter})${NUMBER}${BOX}$`, 'iu');
const NUMBER_FIRST = new RegExp(`^${LABEL}${NUMBER}${BOX}[ ,]+(?<street>.*\\p{Letter}.*)$`, 'iu');
const WITHOUT_NUMBER =
  /^(?<street>.*?)[ ,]+(?:z\.? ?\/? ?n\.?|s\.? ?\/? ?n\.?|zonder (?:huis)?nummer|sans num[ée]ro)$/iu;
const POSTCODE =
  /^(?<before>.*?[^ ,(])[ ,(]+(?:b-? ?)?(?<postcode>[1-9]\d{3})(?:[ ,]+(?<place>\p{Letter}[^,()\d]*?))?[ )]*$/iu;
/** Belgian postcodes run from 1000 to 9999. */
const POSTCODE_FIRST = /^(?:b-? ?)?(?<postcode>[1-9]\d{3})[ ,]+(?<rest>\p{Letter}.*)$/iu;
const BRACKETS = /^(?<before>.*?[^ ,(])[ ,]*\((?<place>[^()\d]+)\)?$/u;

/**
 * The ways to read a typed address, the most divided first; the last takes the whole text as the name
 * of a street, since names hold numbers too ("11-Novemberstraat", "Plein 1944").
 *
 * Understood: "12A", "12 bus 3", "12/3", "12-14", "nr. 12", the number before the name ("12 rue Haute"),
 * "zn." and "s/n" for a place without a number, and a postcode or place after a comma, between brackets
 * or, when it is one of `places`, without either. A number of four digits before the name is a postcode
 * ("2800 Bruul"); whether a street has such a number, {@link houseNumberFirst}, only a register can tell.
 *
 * @param places folded names ({@link foldText}) of the municipalities and sub-municipalities known here
 */
export function readAddress(text: string, places: ReadonlySet<string>): readonly AddressReading[] {
  const whole = text.replace(/\s+/gu, ' ').trim();
  if (whole === '') return [];
  const readings = new Map<string, AddressReading>();
  const coded = houseNumberFirst(whole);
  for (const stretch of [
    ...(coded === '' ? [] : withoutLeadingPostcode(whole, places)),
    ...withoutPlace(whole, places),
    { street: whole, postcode: '', place: '' },
  ]) {
    for (const numbered of withoutHouseNumber(stretch.street)) {
      if (coded !== '' && numbered.houseNumber === coded) continue;
      const reading = { ...stretch, ...numbered };
      readings.set(JSON.stringify(reading), reading);
    }
  }
  return [...readings.values()];
}

/** The number of four digits that stands before a name: a postcode, or else a house number. */
export function houseNumberFirst(text: string): string {
  return POSTCODE_FIRST.exec(text.trim())?.groups?.['postcode'] ?? '';
}

/** House number and box as one text, short enough for a contact: the box is left out when it does not fit. */
export function houseNumberText(
  reading: Pick<AddressReading, 'houseNumber' | 'boxNumber'>,
): string {
  const { houseNumber, boxNumber } = reading;
  const full = boxNumber === '' ? houseNumber : `${houseNumber}/${boxNumber}`;
  return full.length > LONGEST_HOUSE_NUMBER ? houseNumber : full;
}

type Stretch = Pick<AddressReading, 'street' | 'postcode' | 'place'>;

/** "2800 Bruul", "2800 Mechelen, Bruul 5", "2800 Mechelen Bruul 5". */
function withoutLeadingPostcode(text: string, places: ReadonlySet<string>): readonly Stretch[] {
  const { postcode = '', rest = '' } = POSTCODE_FIRST.exec(text)?.groups ?? {};
  const words = rest.split(' ');
  const readings: Stretch[] = [...withoutPlace(rest, places)];
  for (let length = Math.min(4, words.length - 1); length > 0; length -= 1) {
    const place = words.slice(0, length).join(' ');
    if (!places.has(foldText(place))) continue;
    readings.push({ street: words.slice(length).join(' '), postcode: '', place });
  }
  readings.push({ street: rest, postcode: '', place: '' });
  return readings.map((reading) => ({ ...reading, postcode: reading.postcode || postcode }));
}

function withoutPlace(text: string, places: ReadonlySet<string>): readonly Stretch[] {
  const coded = POSTCODE.exec(text)?.groups;
  if (coded?.['before'] !== undefined) {
    const { before, postcode = '', place = '' } = coded;
    return [{ street: before, postcode, place }];
  }
  const bracketed = BRACKETS.exec(text)?.groups;
  if (bracketed?.['before'] !== undefined) {
    return [
      { street: bracketed['before'], postcode: '', place: (bracketed['place'] ?? '').trim() },
    ];
  }
  const comma = text.lastIndexOf(',');
  if (comma > 0) {
    const before = text.slice(0, comma).trim();
    const after = text.slice(comma + 1).trim();
    if (places.has(foldText(before))) return [{ street: after, postcode: '', place: before }];
    if (before !== '' && /^\p{Letter}\D*$/u.test(after) && !WITHOUT_NUMBER.test(`, ${after}`)) {
      return [{ street: before, postcode: '', place: after }];
    }
  }
  return withoutKnownPlace(text.split(' '), places);
}

/** "Dorpsstraat 3 Muizen": the last words are a place when we know them as one. */
function withoutKnownPlace(
  words: readonly string[],
  places: ReadonlySet<string>,
): readonly Stretch[] {
  for (let length = Math.min(4, words.length - 1); length > 0; length -= 1) {
    const place = words.slice(-length).join(' ');
    if (places.has(foldText(place))) {
      return [{ street: words.slice(0, -length).join(' '), postcode: '', place }];
    }
  }
  return [];
}

type Numbered = Pick<AddressReading, 'street' | 'houseNumber' | 'boxNumber'>;

function withoutHouseNumber(text: string): readonly Numbered[] {
  const whole = { street: text, houseNumber: '', boxNumber: '' };
  const bare = WITHOUT_NUMBER.exec(text)?.groups?.['street'];
  if (bare !== undefined && bare !== '') return [{ ...whole, street: bare }, whole];
  return [
    ...numberedBy(NUMBER_LAST, text),
    ...numberedBy(GLUED_NUMBER, text),
    ...numberedBy(NUMBER_FIRST, text),
    whole,
  ];
}

function numberedBy(pattern: RegExp, text: string): readonly Numbered[] {
  const {
    street,
    number,
    suffix = '',
    to,
    toSuffix = '',
    box = '',
  } = pattern.exec(text)?.groups ?? {};
  if (street === undefined || number === undefined) return [];
  const until = to === undefined ? '' : `-${to}${toSuffix.toUpperCase()}`;
  const letters = /^(bis|ter|quater)$/iu.test(suffix) ? suffix.toLowerCase() : suffix.toUpperCase();
  const boxNumber = box.replace(/\.$/u, '').toUpperCase();
  return [{ street: street.trim(), houseNumber: `${number}${letters}${until}`, boxNumber }];
}
