import type { Measure } from '../measure.ts';

/** Today's promises: all that are open, the longest overdue first. */
export const openPromises: Measure = {
  name: 'today: open promises',
  aim: 50,
  prepare({ client, bare }) {
    return Promise.resolve({
      ours: async () => (await client.promises.open()).length,
      bare: () =>
        bare.all(
          `select promise.id, promise.contact_id, promise.owner_id, officer.display_name,
             promise.street_id, street.name_nl, street.name_fr, promise.text, promise.due_on,
             promise.state, promise.outcome, promise.closed_at, promise.channel, promise.told_by
           from promise
           join officer on officer.id = promise.owner_id
           join street on street.id = promise.street_id
           where promise.state = 'open' order by promise.due_on, promise.id`,
        ).length,
    });
  },
};

/** What the status bar always shows. */
export const onlyHere: Measure = {
  name: 'outbox.summary',
  aim: 50,
  prepare({ client, bare }) {
    return Promise.resolve({
      ours: async () => (await client.outbox.summary()).onlyHere,
      bare: () =>
        Number(
          bare.one(`select count(*) from operation where state in ('only-here', 'under-way')`),
        ),
    });
  },
};
