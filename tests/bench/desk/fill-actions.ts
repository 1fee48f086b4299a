import { seededRandom } from '#shared/lib/random.ts';

import type { Connection } from '../../../workbench/store/open-database.ts';
import { type ActionOptions, generateActions } from './action-generator.ts';
import { END_DAY } from './contact-generator.ts';
import { rowWriter } from './row-writer.ts';

/** Five thousand actions beside a million contacts. */
const ACTIONS_PER_CONTACT = 0.005;

interface FillActionsOptions extends Pick<ActionOptions, 'officers' | 'partners'> {
  readonly seed: number;
  readonly contacts: number;
  readonly segments: readonly {
    readonly id: string;
    readonly streetId: string;
    readonly neighbourhoodId: string | null;
  }[];
}

/** Dossiers with their actions, and the stretches that they are found by. */
export function fillActions(
  connection: Connection,
  { seed, contacts, segments, officers, partners }: FillActionsOptions,
): void {
  const casework = rowWriter(connection, 'casework');
  const stretch = rowWriter(connection, 'casework_segment');
  for (const { segmentIds, ...row } of generateActions({
    count: Math.ceil(contacts * ACTIONS_PER_CONTACT),
    places: segments.map(({ id, ...place }) => ({ segmentId: id, ...place })),
    officers,
    partners,
    today: END_DAY,
    random: seededRandom(seed),
  })) {
    casework(row);
    for (const segment_id of segmentIds) stretch({ segment_id, entity: row.entity, id: row.id });
  }
}
