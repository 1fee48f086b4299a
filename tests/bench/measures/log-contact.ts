import type { NewContact } from '#shared/domain/contacts/contact.ts';
import { dayOf } from '#shared/lib/dates.ts';
import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import { contactRowId } from '../../../workbench/store/repositories/contact-rows.ts';
import type { BenchDesk, Measure } from '../measure.ts';
import { SELECT_CONTACTS } from './contact-sql.ts';
import { type SampleAddress, sampleAddresses } from './samples.ts';

const SUMMARY =
  'Bewoner meldt dat er ’s avonds te snel gereden wordt aan de school. Samen ter plaatse gaan kijken, ' +
  'foto genomen van het bord dat achter de haag verdwijnt.';

/** One contact in four comes with a promise. */
export const logContact: Measure = {
  name: 'contacts.log',
  aim: 50,
  prepare(desk) {
    const { client, bare } = desk;
    const address = sampleAddresses(desk);
    const make = contactMaker(desk);
    return Promise.resolve({
      ours: async (turn) => {
        await client.contacts.log(make(address(turn), turn % 4 === 0));
        return null;
      },
      bare: (turn) => {
        logBare(bare, make(address(turn), turn % 4 === 0));
        return null;
      },
    });
  },
};

/** Makes contacts that nobody has seen yet, one after the other. */
export function contactMaker({ bare }: BenchDesk) {
  const random = seededRandom(Number(bare.one('select count(*) from operation')));
  const party = String(bare.one('select id from party order by id limit 1'));
  return (at: SampleAddress, isPromise: boolean): NewContact => {
    const now = Date.now();
    const note = 'Opvolgen en terugbellen';
    return {
      id: makeId(now, randomBytes(random, 16)),
      occurredAt: new Date(now).toISOString(),
      place: { streetId: at.streetId, houseNumber: at.houseNumber, position: null },
      reason: 'traffic',
      next: isPromise
        ? {
            step: 'promise',
            note,
            dueOn: dayOf(new Date(now).toISOString()),
            channel: null,
            ownerId: null,
          }
        : { step: 'nothing', note: '' },
      channel: 'street',
      durationMinutes: 10,
      parties: [party],
      language: 'nl',
      problems: ['unadapted-speed', 'nuisance-parking'],
      need: 'Dat er trager gereden wordt',
      feeling: 'sometimes',
      summary: SUMMARY,
      assessment: 'Het bord is van op de weg niet te zien.',
      sensitivity: 'normal',
    };
  };
}

/** What the workbench does for a contact with an address, as the fewest statements. */
function logBare(bare: BenchDesk['bare'], contact: NewContact): void {
  const { id, occurredAt, place } = contact;
  const [address] = bare.all(
    'select longitude, latitude, neighbourhood_id from address where street_id = ? and house_number = ?',
    place.streetId,
    place.houseNumber,
  );
  const longitude = address?.['longitude'] ?? 0;
  const latitude = address?.['latitude'] ?? 0;
  const author = bare.one('select value from setting where key = ?', 'officer-id');
  const rowId = contactRowId(occurredAt, Math.floor(Math.random() * 900));
  const operation = (entity: string, entityId: string, change: object): void => {
    const last = Number(bare.one('select max(device_seq) from operation'));
    bare.run(
      `insert into operation (device_seq, op_id, device_id, author_id, made_at, entity, entity_id,
         base_version, op_version, change, state, receipt)
       values (?, ?, 'bare', ?, ?, ?, ?, 0, 1, ?, 'only-here', '')`,
      last + 1,
      `${entityId}-${entity}`,
      author,
      occurredAt,
      entity,
      entityId,
      JSON.stringify(change),
    );
  };
  bare.write(() => {
    bare.run(
      `insert into contact (row_id, id, occurred_at, logged_at, author_id, street_id, house_number,
         neighbourhood_id, longitude, latitude, place_source, reason, summary, next_step, next_note, channel,
         duration_minutes, language, need, feeling, assessment, version)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'address', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)`,
      ...[rowId, id, occurredAt, occurredAt, author, place.streetId, place.houseNumber],
      ...[
        address?.['neighbourhood_id'] ?? null,
        longitude,
        latitude,
        contact.reason,
        contact.summary,
      ],
      ...[contact.next.step, contact.next.note, contact.channel, contact.durationMinutes],
      ...[contact.language, contact.need, contact.feeling, contact.assessment],
    );
    bare.run(
      'insert into contact_place (row_id, west, east, south, north) values (?, ?, ?, ?, ?)',
      ...[rowId, longitude, longitude, latitude, latitude],
    );
    for (const code of contact.problems) {
      bare.run('insert into contact_problem (contact_row, code) values (?, ?)', rowId, code);
    }
    for (const party of contact.parties) {
      bare.run(
        'insert into contact_party (contact_row, party_id, position) values (?, ?, 0)',
        ...[rowId, party],
      );
    }
    operation('contact', id, { kind: 'command', name: 'logContact', arguments: contact });
    if (contact.next.step === 'promise') {
      bare.run(
        `insert into promise (id, contact_id, owner_id, street_id, text, due_on, state, outcome, version)
         values (?, ?, ?, ?, ?, ?, 'open', '', 1)`,
        ...[`${id}-promise`, id, author, place.streetId, contact.next.note, contact.next.dueOn],
      );
      operation('promise', `${id}-promise`, {
        kind: 'command',
        name: 'makePromise',
        arguments: {},
      });
    }
    bare.run('delete from contact_draft where id = ?', id);
  });
  bare.all(`${SELECT_CONTACTS} where contact.id = ?`, id);
}
