import type { Fault } from './world.ts';
import { changed } from './wrong-parts.ts';

/** Ways in which rows arrive whole and the screens still tell something else than at other desks. */
export const SCREEN_FAULTS: readonly Fault[] = [
  {
    name: 'what colleagues amended is not in the contact',
    async afterRound(store) {
      await store.write(async ({ tables }) => {
        await tables
          .deleteFrom('contact_amendment')
          .where('author_id', '!=', store.identity.officerId)
          .execute();
      });
    },
  },
  {
    name: 'a merge that was taken back elsewhere still holds here',
    often: { merges: 60 },
    async afterRound(store) {
      await store.write(async ({ tables }) => {
        await tables
          .updateTable('party_merge')
          .set({ undone_at: null, undone_by: null })
          .where('undone_by', '!=', store.identity.officerId)
          .execute();
      });
    },
  },
  {
    name: 'all merges hold that were not taken back',
    async afterRound(store) {
      await store.write(async ({ tables }) => {
        const links = await tables
          .selectFrom('party_merge')
          .select(['id', 'party_id'])
          .where('undone_at', 'is', null)
          .execute();
        // The file itself lets each party stand for one other at a time: of its links the last.
        const last = new Map(links.map((link) => [link.party_id, link.id]));
        await tables.updateTable('party_merge').set({ stands: 0 }).execute();
        await tables
          .updateTable('party_merge')
          .set({ stands: 1 })
          .where('id', 'in', [...last.values()])
          .execute();
      });
    },
  },
  {
    name: 'the history of a party is what was written at this desk',
    async afterRound(store) {
      await store.write(async ({ tables }) => {
        await tables
          .deleteFrom('party_change')
          .where('author_id', '!=', store.identity.officerId)
          .execute();
      });
    },
  },
  {
    name: 'a view that its owner shares stays with its owner',
    often: { views: 40 },
    async afterRound(store) {
      await store.write(async ({ tables }) => {
        await tables
          .deleteFrom('saved_view')
          .where('owner_id', '!=', store.identity.officerId)
          .execute();
      });
    },
  },
  {
    name: 'of two rows for one code the later stands for it',
    often: { codes: 60 },
    line: (line) => ({
      push: (request) => line.push(request),
      pull: (request, signal) => {
        const codes = new Set<string>();
        return changed(line.pull(request, signal), (message) => {
          if (message.type !== 'row' || message.entity !== 'code') return message;
          codes.add(message.id);
          return codes.size > 1
            ? { ...message, fields: { ...message.fields, nameFr: '' } }
            : message;
        });
      },
    }),
  },
];
