import type { StarterReason } from '#shared/domain/contacts/code-lists.ts';
import type { Party, PartyFields } from '#shared/domain/parties/party.ts';
import type { Instant } from '#shared/lib/dates.ts';
import { type Id, makeId } from '#shared/lib/ids.ts';
import { pick, type Random, randomBytes, randomInteger, seededRandom } from '#shared/lib/random.ts';

import type { DemoPeople } from './people.ts';
import type { DemoContact } from './year.ts';

const FIRST_NAMES =
  'Mila Otto Zoë Jef Amira Bruno Elif Casper Nora Yusuf Greet Tuur Sanne Emre Lou Wiske Rayan Fons Ines Gust'.split(
    ' ',
  );
/** No such people exist, and their names say so. */
const LAST_NAMES =
  'Verzonnen Voorbeeld Proefstuk Bedacht Denkbeeldig Zogenaamd Fictief Schijnbaar Droombeeld Zomaar Misschien Alvast Doenalsof Papierman Staaltje'.split(
    ' ',
  );
const SHOPS = [
  'Bakkerij Het Verzinsel',
  'Fietsen Alsof',
  'Krantenwinkel Stel Voor',
  'Café De Proef',
];

/** Whom a contact about this is with, if with an organisation. */
const ROLE_OF: Readonly<Partial<Record<StarterReason, string>>> = {
  school: 'school',
  shopkeeper: 'shopkeeper',
  association: 'association',
  partner: 'municipality',
};
const ROLE_OF_PARTNER = {
  municipality: 'municipality',
  school: 'school',
  housing: 'housing',
  welfare: 'welfare',
  shopkeepers: 'shopkeeper',
  association: 'association',
  'neighbourhood-network': 'association',
} as const;
const MOST_PER_STREET = 3;

export interface DemoParties {
  /** In the order they were first named, each by whoever wrote that contact. */
  readonly parties: readonly (Party & { readonly addedBy: Id; readonly addedAt: Instant })[];
  /** Ids by contact. */
  readonly named: ReadonlyMap<Id, readonly Id[]>;
}

/**
 * Persons and organisations of the demo year, all invented: residents who are met again on their own
 * street, and the partners. Some contacts name nobody, as many do.
 */
export function makeParties(
  contacts: readonly DemoContact[],
  people: DemoPeople,
  seed: number,
): DemoParties {
  const random = seededRandom(seed);
  const newId = (at: Instant): Id => makeId(Date.parse(at), randomBytes(random, 16));
  const organisations = [
    ...people.partners.map(({ name, kind }) => organisation(name, ROLE_OF_PARTNER[kind])),
    ...SHOPS.map((name) => organisation(name, 'shopkeeper')),
  ];
  const parties: (Party & { addedBy: Id; addedAt: Instant })[] = [];
  const named = new Map<Id, readonly Id[]>();
  const known = new Map<PartyFields, Id>();
  const residents = new Map<Id, PartyFields[]>();

  for (const contact of contacts) {
    if (random() > 0.4) continue;
    const role = ROLE_OF[contact.reason];
    const fields =
      role === undefined
        ? residentOf(residents, contact.streetId, random)
        : pick(
            random,
            organisations.filter((one) => one.role === role),
          );
    let id = known.get(fields);
    if (id === undefined) {
      id = newId(contact.loggedAt);
      known.set(fields, id);
      parties.push({ ...fields, id, addedBy: contact.authorId, addedAt: contact.loggedAt });
    }
    named.set(contact.id, [id]);
  }
  return { parties, named };
}

function organisation(name: string, role: string): PartyFields {
  return { kind: 'organisation', name, reach: '', language: 'nl', role };
}

/** Somebody of the street: a new one while it has few, else one who was met before. */
function residentOf(residents: Map<Id, PartyFields[]>, streetId: Id, random: Random): PartyFields {
  const here = residents.get(streetId) ?? [];
  residents.set(streetId, here);
  const before = here[randomInteger(random, 0, MOST_PER_STREET - 1)];
  if (before) return before;
  const number = String(residents.size % 100).padStart(2, '0');
  const resident: PartyFields = {
    kind: 'person',
    name: nameOf(residents, random),
    reach: random() < 0.5 ? `0400 00 00 ${number}` : '',
    language: pick(random, ['nl', 'nl', 'nl', 'nl', 'fr', 'en']),
    role: 'resident',
  };
  here.push(resident);
  return resident;
}

/** Namesakes are rare: most of those who would be one have a second surname. */
function nameOf(residents: ReadonlyMap<Id, readonly PartyFields[]>, random: Random): string {
  const name = `${pick(random, FIRST_NAMES)} ${pick(random, LAST_NAMES)}`;
  const isTaken = [...residents.values()].flat().some((other) => other.name === name);
  return isTaken && random() < 0.97 ? `${name}-${pick(random, LAST_NAMES)}` : name;
}
