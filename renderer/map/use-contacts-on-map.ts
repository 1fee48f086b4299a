import type { ContactFilter } from '#shared/contract/contacts.ts';

import { useSteadyQuestion } from '../client/steady-question.ts';
import { steadyBounds } from './mercator.ts';
import type { TownView } from './town-scene.ts';

/** Contacts, counted in groups, in and a little around the view, so that a short pan asks nothing. */
export function useContactsOnMap(view: TownView | null, filter: ContactFilter) {
  const bounds = steadyBounds(view?.bounds ?? [0, 0, 0, 0]);
  const zoom = Math.floor(view?.zoom ?? 0);
  return useSteadyQuestion(
    {
      topics: ['contacts', 'territory'],
      key: ['contacts.onMap', bounds, zoom, filter],
      ask: (client, signal) =>
        client.contacts.onMap({ bounds: [...bounds], zoom, filter }, { signal }),
    },
    { enabled: view !== null },
  );
}
