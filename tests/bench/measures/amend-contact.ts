import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import type { BenchDesk, Measure } from '../measure.ts';
import { SELECT_CONTACTS } from './contact-sql.ts';
import { sampleContacts } from './samples.ts';

/** Another summary for contacts from all over the years. */
export const amendContact: Measure = {
  name: 'contacts.amend',
  aim: 50,
  prepare(desk) {
    const { client, bare } = desk;
    const contact = sampleContacts(desk);
    const random = seededRandom(Date.now());
    const newId = () => makeId(Date.now(), randomBytes(random, 16));
    const note = 'Aangevuld na een gesprek';
    return Promise.resolve({
      ours: async (turn) => {
        const id = newId();
        await client.contacts.amend({
          id,
          contactId: contact(2 * turn).id,
          note,
          changes: { summary: `Aangevuld: ${id}` },
        });
        return null;
      },
      bare: (turn) => {
        // Not the same contact: what this writes is nothing that the workbench would read.
        amendBare(bare, contact(2 * turn + 1).id, { id: newId(), note });
        return null;
      },
    });
  },
};

function amendBare(
  bare: BenchDesk['bare'],
  contactId: string,
  { id, note }: { readonly id: string; readonly note: string },
): void {
  const changes = JSON.stringify({ summary: `Bare: ${id}` });
  const author = bare.one('select value from setting where key = ?', 'officer-id');
  bare.write(() => {
    const [before] = bare.all(`${SELECT_CONTACTS} where contact.id = ?`, contactId);
    const position = Number(before?.['amendments']) + 1;
    bare.run(
      'insert into contact_original (contact_id, fields) values (?, ?) on conflict do nothing',
      ...[contactId, JSON.stringify(before)],
    );
    bare.run(
      `insert into contact_amendment (id, contact_id, position, author_id, made_at, note, changes)
       values (?, ?, ?, ?, ?, ?, ?)`,
      ...[id, contactId, position, author, new Date().toISOString(), note, changes],
    );
    bare.run(
      'update contact set summary = ?, amendments = ? where id = ?',
      ...[`Bare: ${id}`, position, contactId],
    );
    const last = Number(bare.one('select max(device_seq) from operation'));
    bare.run(
      `insert into operation (device_seq, op_id, device_id, author_id, made_at, entity, entity_id,
         base_version, op_version, change, state, receipt)
       values (?, ?, 'bare', ?, ?, 'amendment', ?, 0, 1, ?, 'only-here', '')`,
      ...[last + 1, id, author, new Date().toISOString(), id, changes],
    );
  });
  bare.all(`${SELECT_CONTACTS} where contact.id = ?`, contactId);
  bare.all('select fields from contact_original where contact_id = ?', contactId);
  bare.all('select * from contact_amendment where contact_id = ? order by position', contactId);
}
