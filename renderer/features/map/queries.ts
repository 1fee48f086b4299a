import type { ContactFilter } from '#shared/contract/contacts.ts';

import { useQuestion } from '../../client/queries.ts';
import { useSteadyQuestion } from '../../client/steady-question.ts';
import type { TownView } from '../../map/town-scene.ts';

/** How many contacts are in view exactly, and the newest of them. */
export function useContactsInView(view: TownView | null, filter: ContactFilter) {
  const bounds = view?.bounds ?? [0, 0, 0, 0];
  return useSteadyQuestion(
    {
      topics: ['contacts', 'territory'],
      key: ['contacts.inView', bounds, filter],
      ask: (client, signal) => client.contacts.inView({ bounds: [...bounds], filter }, { signal }),
    },
    { enabled: view !== null },
  );
}

/** Whether there is no contact at all, wherever; false until that is known. */
export function useIsWithoutContacts(): boolean {
  const { data } = useQuestion({
    topics: ['contacts'],
    key: ['contacts.list', 'any'],
    ask: (client, signal) =>
      client.contacts.list({ filter: {}, cursor: null, limit: 1 }, { signal }),
  });
  return data?.total === 0;
}

/** One contact; asks nothing while none is chosen. */
export function useContact(id: string | undefined) {
  return useQuestion(
    {
      topics: ['contacts', 'territory'],
      key: ['contacts.get', id ?? ''],
      ask: (client, signal) => client.contacts.get({ id: id ?? '' }, { signal }),
    },
    { enabled: id !== undefined },
  );
}
