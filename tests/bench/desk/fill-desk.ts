import { searchKeyOf } from '#shared/domain/parties/party-name.ts';
import type { Officer, Partner } from '#shared/domain/people/people.ts';
import { seededRandom } from '#shared/lib/random.ts';

import { outcomeOf } from '../../../workbench/features/demo/follow-ups.ts';
import type { Connection } from '../../../workbench/store/open-database.ts';
import { type BenchParty, makeColleagues, makeParties, makePartners } from './bench-people.ts';
import type { makeBenchTown } from './bench-town.ts';
import { type BenchContact, generateContacts } from './contact-generator.ts';
import { makePlaces } from './contact-places.ts';
import { fillActions } from './fill-actions.ts';
import { operationWriter } from './operation-writer.ts';
import { rowWriter } from './row-writer.ts';
import { makeVocabulary } from './vocabulary.ts';

export interface FillOptions {
  readonly seed: number;
  readonly contacts: number;
  readonly town: ReturnType<typeof makeBenchTown>;
  readonly owner: Officer;
  readonly deviceId: string;
}

const COLLEAGUES = 60;
const CONTACTS_PER_PARTY = 15;
const PARTNERS = 120;
const IN_ONE_TRANSACTION = 20_000;

/**
 * Fills a file that has its territory with contacts and all that goes with them, in large transactions.
 * What the owner wrote has its operations, all received; what colleagues wrote came from the centre.
 */
export function fillDesk(
  connection: Connection,
  options: FillOptions,
  tell: (done: number) => void,
): void {
  const random = seededRandom(options.seed);
  const colleagues = makeColleagues(COLLEAGUES, random);
  const parties = makeParties(Math.ceil(options.contacts / CONTACTS_PER_PARTY), random);
  const partners = makePartners(PARTNERS, random);
  const place = makePlaces(options.town, random);

  // Nothing is lost when this is interrupted: the desk is then made again.
  connection.pragma('synchronous = OFF');
  connection.pragma('wal_autocheckpoint = 20000');
  const write = contactWriter(connection, options);
  let done = 0;
  connection.exec('begin');
  writePeople(connection, colleagues, parties, partners);
  fillActions(connection, {
    seed: options.seed + 2,
    contacts: options.contacts,
    segments: options.town.segments,
    officers: [options.owner, ...colleagues].map(({ id }) => id),
    partners: partners.map(({ id }) => id),
  });
  for (const contact of generateContacts({
    seed: options.seed + 1,
    count: options.contacts,
    vocabulary: makeVocabulary(options.seed),
    place,
    authors: [options.owner.id, ...colleagues.map(({ id }) => id)],
    parties: parties.map(({ id }) => id),
  })) {
    write(contact);
    done += 1;
    if (done % IN_ONE_TRANSACTION === 0) {
      connection.exec('commit; begin');
      tell(done);
    }
  }
  connection.exec('commit');
  connection.pragma('wal_checkpoint(truncate)');
}

function writePeople(
  connection: Connection,
  colleagues: readonly Officer[],
  parties: readonly BenchParty[],
  partners: readonly Partner[],
): void {
  const officer = rowWriter(connection, 'officer');
  for (const { id, displayName } of colleagues) {
    officer({ id, display_name: displayName, version: 1 });
  }
  const party = rowWriter(connection, 'party');
  const key = rowWriter(connection, 'party_key');
  for (const one of parties) {
    party({ ...one, role: null, version: 1 });
    key({ party_id: one.id, key: searchKeyOf(one.name) });
  }
  const partner = rowWriter(connection, 'partner');
  for (const { id, name, kind, neighbourhoodId } of partners) {
    partner({ id, name, kind, neighbourhood_id: neighbourhoodId, version: 1 });
  }
}

function contactWriter(
  connection: Connection,
  { owner, deviceId }: FillOptions,
): (contact: BenchContact) => void {
  const contactRow = rowWriter(connection, 'contact');
  const place = rowWriter(connection, 'contact_place');
  const problem = rowWriter(connection, 'contact_problem');
  const party = rowWriter(connection, 'contact_party');
  const promiseRow = rowWriter(connection, 'promise');
  const original = rowWriter(connection, 'contact_original');
  const amendmentRow = rowWriter(connection, 'contact_amendment');
  const operation = operationWriter(connection, { authorId: owner.id, deviceId });

  return ({ rowId, promise, amendment, ...contact }) => {
    contactRow(columnsOf(rowId, contact, amendment ? 1 : 0));
    const [longitude, latitude] = contact.position ?? [0, 0];
    place({ row_id: rowId, west: longitude, east: longitude, south: latitude, north: latitude });
    for (const code of contact.problems) problem({ contact_row: rowId, code });
    contact.parties.forEach((id, position) => {
      party({ contact_row: rowId, party_id: id, position });
    });
    if (amendment) {
      const { summaryBefore, id, madeAt, note, changes } = amendment;
      const before = JSON.stringify({ ...contact, summary: summaryBefore });
      original({ contact_id: contact.id, fields: before });
      amendmentRow({
        id,
        contact_id: contact.id,
        position: 1,
        author_id: contact.authorId,
        made_at: madeAt,
        note,
        changes: JSON.stringify(changes),
      });
    }
    if (promise) {
      promiseRow({
        id: promise.id,
        contact_id: contact.id,
        owner_id: contact.authorId,
        street_id: contact.streetId,
        text: contact.nextNote,
        due_on: promise.dueOn,
        state: promise.closedAt === null ? 'open' : 'kept',
        outcome: promise.closedAt === null ? '' : outcomeOf(contact.nextNote, 'kept'),
        closed_at: promise.closedAt,
        channel: null,
        told_by: promise.closedAt === null ? null : 'telephone',
        version: promise.closedAt === null ? 1 : 2,
      });
    }
    if (contact.authorId !== owner.id) return;
    operation('contact', contact.id, contact.loggedAt, { ...contact });
    if (promise) operation('promise', promise.id, contact.loggedAt, { ...promise });
    if (amendment) operation('amendment', amendment.id, amendment.madeAt, { ...amendment });
  };
}

function columnsOf(
  rowId: number,
  contact: Omit<BenchContact, 'rowId' | 'promise' | 'amendment'>,
  amendments: number,
) {
  return {
    row_id: rowId,
    id: contact.id,
    occurred_at: contact.occurredAt,
    logged_at: contact.loggedAt,
    author_id: contact.authorId,
    street_id: contact.streetId,
    house_number: contact.houseNumber,
    neighbourhood_id: contact.neighbourhoodId,
    longitude: contact.position?.[0] ?? null,
    latitude: contact.position?.[1] ?? null,
    place_source: contact.placeSource,
    reason: contact.reason,
    summary: contact.summary,
    next_step: contact.nextStep,
    next_note: contact.nextNote,
    channel: contact.channel,
    duration_minutes: contact.durationMinutes,
    language: contact.language,
    need: contact.need,
    feeling: contact.feeling,
    assessment: contact.assessment,
    sensitivity: contact.sensitivity,
    withdrawn: contact.withdrawn ? 1 : 0,
    amendments,
    version: 1,
  };
}
