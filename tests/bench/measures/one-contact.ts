import type { Measure } from '../measure.ts';
import { SELECT_CONTACTS } from './contact-sql.ts';
import { sampleContacts } from './samples.ts';

export const contactHistory: Measure = {
  name: 'contacts.history',
  aim: 50,
  prepare(desk) {
    const { client, bare } = desk;
    const contact = sampleContacts(desk);
    return Promise.resolve({
      ours: async (turn) => {
        await client.contacts.history({ id: contact(turn).id });
        return null;
      },
      bare: (turn) => {
        const { id } = contact(turn);
        bare.all(`${SELECT_CONTACTS} where contact.id = ?`, id);
        bare.all('select fields from contact_original where contact_id = ?', id);
        bare.all('select * from contact_amendment where contact_id = ? order by position', id);
        return null;
      },
    });
  },
};
