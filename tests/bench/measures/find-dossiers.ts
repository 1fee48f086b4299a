import type { Measure } from '../measure.ts';

/** Beginnings of words of titles, problems and streets, as somebody types them, and nothing at all. */
const TEXTS = ['', 'pro', 'probleem 1', 'kerk', 'snelh', 'straat probleem 2', 'nergens'];

/** The list of dossiers while somebody types: what of the zone matches, and the first page of it. */
export const findDossiers: Measure = {
  name: 'dossiers: find while typing',
  aim: 50,
  async prepare({ client }) {
    const { total } = await client.actions.findDossiers({ filter: {}, cursor: null, limit: 50 });
    if (total === 0) throw new Error('the desk has no dossiers');
    return {
      ours: async (turn) => {
        const text = TEXTS[turn % TEXTS.length] ?? '';
        const filter = turn % 3 === 0 ? { text, state: 'open' as const } : { text };
        await client.actions.findDossiers({ filter, cursor: null, limit: 50 });
        return null;
      },
      bare: null,
    };
  },
};
