import type { PartyKind } from '#shared/domain/parties/party.ts';
import { type Officer, type Partner, PARTNER_KINDS } from '#shared/domain/people/people.ts';
import { type Id, makeId } from '#shared/lib/ids.ts';
import { pick, type Random, randomBytes } from '#shared/lib/random.ts';

/** Of the ids' time part: before every contact. */
const MADE_AT = Date.parse('2019-06-01T00:00:00.000Z');

const FIRST_NAMES =
  'Ada Bram Cato Dirk Elsa Fien Gust Hilde Iwan Jana Kobe Lotte Maud Nand Otis Pia Rik Senne Tuur Veerle Wout Yara';
const LAST_NAMES =
  'Proefman Verzonnen Schijnbaar Denkbeeld Oefening Zogezegd Stelvoor Fictief Probeer Alsof Voorbeeld Naamloos';
const PLACES = 'beek veld berg bos donk hove laar rode broek dries kouter heide';
const ORGANISATIONS =
  'Buurtcomité Handelaarskring Basisschool Jeugdhuis Wandelclub Toneelkring Sportclub';

export interface BenchParty {
  readonly id: Id;
  readonly kind: PartyKind;
  readonly name: string;
  readonly reach: string;
  readonly language: string | null;
}

/** Colleagues whose contacts came to this desk. No such people exist. */
export function makeColleagues(count: number, random: Random): readonly Officer[] {
  return Array.from({ length: count }, () => ({
    id: makeId(MADE_AT, randomBytes(random, 16)),
    displayName: `${oneOf(FIRST_NAMES, random)} ${oneOf(LAST_NAMES, random)}`,
  }));
}

/** Persons and, one in eight, organisations. None of them exists. */
export function makeParties(count: number, random: Random): readonly BenchParty[] {
  return Array.from({ length: count }, (_, index): BenchParty => {
    const id = makeId(MADE_AT, randomBytes(random, 16));
    if (index % 8 === 0) {
      const name = `${oneOf(ORGANISATIONS, random)} ${surname(random)} ${index}`;
      return { id, kind: 'organisation', name, reach: '', language: null };
    }
    const reach = random() < 0.4 ? `0400 ${String(index % 1_000_000).padStart(6, '0')}` : '';
    const language = random() < 0.1 ? pick(random, ['fr', 'en']) : null;
    const name = `${oneOf(FIRST_NAMES, random)} ${surname(random)}`;
    return { id, kind: 'person', name, reach, language };
  });
}

/** Organisations that a team has deals with. None of them exists. */
export function makePartners(count: number, random: Random): readonly Partner[] {
  return Array.from({ length: count }, (_, index) => ({
    id: makeId(MADE_AT, randomBytes(random, 16)),
    name: `${oneOf(ORGANISATIONS, random)} ${surname(random)} ${index}`,
    kind: pick(random, PARTNER_KINDS),
    neighbourhoodId: null,
  }));
}

function surname(random: Random): string {
  return `${oneOf(LAST_NAMES, random)}-${oneOf(PLACES, random)}${oneOf(PLACES, random)}`;
}

function oneOf(words: string, random: Random): string {
  return pick(random, words.split(' '));
}
