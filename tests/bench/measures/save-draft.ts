import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import type { Measure } from '../measure.ts';

/** What happens at every pause in typing. */
export const saveDraft: Measure = {
  name: 'contacts.save-draft',
  aim: 50,
  prepare({ client, bare }) {
    const id = makeId(Date.now(), randomBytes(seededRandom(3), 16));
    const form = (turn: number) => ({
      reason: 'traffic',
      street: 'Grote Markt',
      summary: `Er wordt te snel gereden aan de school, ${'en ook aan de brug '.repeat(turn % 10)}`,
    });
    return Promise.resolve({
      ours: async (turn) => {
        await client.contacts.saveDraft({ id, form: form(turn) });
        return null;
      },
      bare: (turn) => {
        bare.write(() => {
          bare.run(
            `insert into contact_draft (id, form, saved_at) values (?, ?, ?)
             on conflict (id) do update set form = excluded.form, saved_at = excluded.saved_at`,
            ...[id, JSON.stringify(form(turn)), new Date().toISOString()],
          );
        });
        return null;
      },
    });
  },
};
