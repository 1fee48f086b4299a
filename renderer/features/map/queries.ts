import type { ContactFilter } from '#shared/contract/contacts.ts';
import type { Bounds } from '#shared/domain/territory/geometry.ts';

import { useQuestion } from '../../client/queries.ts';
import { useSteadyQuestion } from '../../client/steady-question.ts';
import { steadyBounds } from '../../map/mercator.ts';

/** Contacts in and a little around the view, so that a short pan asks nothing. */
export function useContactsInView(bounds: Bounds | null, filter: ContactFilter) {
  const steady = steadyBounds(bounds ?? [0, 0, 0, 0]);
  return useSteadyQuestion(
    {
      topics: ['contacts', 'territory'],
      key: ['contacts.inView', steady, filter],
      ask: (client, signal) => client.contacts.inView({ bounds: [...steady], filter }, { signal }),
    },
    { enabled: bounds !== null },
  );
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

export function useNeighbourhoodNames() {
  return useQuestion({
    topics: ['territory', 'people'],
    key: ['people.neighbourhoods'],
    ask: (client, signal) => client.people.neighbourhoods(undefined, { signal }),
  });
}
