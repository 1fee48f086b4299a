import type { Bounds, Position } from '#shared/domain/territory/geometry.ts';
import type { AreaKind } from '#shared/domain/territory/territory.ts';

import { useQuestion } from '../../client/queries.ts';
import { useSteadyQuestion } from '../../client/steady-question.ts';
import { steadyBounds } from '../../map/mercator.ts';
import { useFormats } from '../../ui/formats.ts';

/** Everything drawn as land; the zone's outline is that of its municipalities. */
const DRAWN_KINDS: AreaKind[] = ['zone', 'municipality', 'sub-municipality', 'neighbourhood'];

/** How much of each kind is valid today, and the bounds of it all. */
export function useTerritorySummary() {
  return useQuestion({
    topics: ['territory'],
    key: ['territory.summary'],
    ask: (client, signal) => client.territory.summary(undefined, { signal }),
  });
}

/** Which version of the zone's territory this desk works with, and which is on its way. */
export function useZoneVersion() {
  return useQuestion({
    topics: ['zone-territory', 'sync'],
    key: ['territory.version'],
    ask: (client, signal) => client.territory.version(undefined, { signal }),
  });
}

/** What the zone is called; empty where the territory has none. Undefined until it is known. */
export function useZoneName(): string | undefined {
  const formats = useFormats();
  const areas = useQuestion({
    topics: ['territory'],
    key: ['territory.zone'],
    ask: (client, signal) => client.territory.areas({ kinds: ['zone'] }, { signal }),
  }).data;
  return areas?.map(({ nameNl, nameFr }) => formats.name(nameNl, nameFr)).join(', ');
}

export function useMapAreas() {
  return useQuestion({
    topics: ['territory'],
    key: ['territory.areas', DRAWN_KINDS],
    ask: (client, signal) => client.territory.areas({ kinds: DRAWN_KINDS }, { signal }),
  });
}

/** Water, green and railways: few enough to be asked for at once. */
export function useMapLandscape() {
  return useQuestion({
    topics: ['territory'],
    key: ['territory.landscape'],
    ask: (client, signal) => client.territory.landscape(undefined, { signal }),
  });
}

/** Street lines in and a little around a view; the last answer stays until the next one is there. */
export function useMapSegments(view: { readonly bounds: Bounds; readonly zoom: number } | null) {
  const bounds = steadyBounds(view?.bounds ?? [0, 0, 0, 0]);
  // A little ahead of the view: the next level's streets already read well as hairlines.
  const zoom = Math.floor((view?.zoom ?? 0) + 0.75);
  return useSteadyQuestion(
    {
      topics: ['territory'],
      key: ['territory.segmentsInView', bounds, zoom],
      ask: (client, signal) =>
        client.territory.segmentsInView({ bounds: [...bounds], zoom }, { signal }),
    },
    { enabled: view !== null },
  );
}

/** The street nearest to a place pointed at; asks nothing while there is none. */
export function useLocated(position: Position | null) {
  return useQuestion(
    {
      topics: ['territory', 'people'],
      key: ['territory.locate', position],
      ask: (client, signal) =>
        client.territory.locate(
          { position: position ? [position[0], position[1]] : [0, 0] },
          { signal },
        ),
    },
    { enabled: position !== null },
  );
}

/** Suggestions for a typed address; the last answer stays until the next one is there. */
export function useAddressSuggestions(text: string, limit: number) {
  return useSteadyQuestion(
    {
      topics: ['territory', 'people'],
      key: ['territory.searchAddress', text, limit],
      ask: (client, signal) => client.territory.searchAddress({ text, limit }, { signal }),
    },
    { enabled: text !== '' },
  );
}

export function useOfficers(enabled: boolean) {
  return useQuestion(
    {
      topics: ['people'],
      key: ['people.officers'],
      ask: (client, signal) => client.people.officers(undefined, { signal }),
    },
    { enabled },
  );
}

export function useImports() {
  return useQuestion({
    topics: ['territory'],
    key: ['territory.imports'],
    ask: (client, signal) => client.territory.imports(undefined, { signal }),
  });
}
