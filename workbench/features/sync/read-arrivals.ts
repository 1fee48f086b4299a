import type { Arrival, RightsChange } from '#shared/contract/sync-lines.ts';
import { isEntity } from '#shared/domain/operations/entity-registry.ts';
import type { OperationState } from '#shared/domain/operations/record-state.ts';
import { areaOfScope } from '#shared/domain/operations/scopes.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { areaNames } from '../../store/repositories/place-names.ts';
import { RELEASED } from '../../sync/put-result.ts';
import type { RowKey } from '../../sync/row-key.ts';
import { subjectsOf } from './subjects.ts';

/** Pulls that are shown. */
const SHOWN = 12;

/** What the last pulls brought, newest first. */
export async function readArrivals({ store }: OpenFile): Promise<Arrival[]> {
  const rows = await store.read
    .selectFrom('arrival')
    .select(['position', 'arrived_at', 'counts', 'samples', 'removed'])
    .orderBy('position', 'desc')
    .limit(SHOWN)
    .execute();
  return Promise.all(
    rows.map(async (row) => {
      const keys = (JSON.parse(row.samples) as readonly RowKey[]).flatMap(({ entity, id }) =>
        isEntity(entity) ? [{ entity, id }] : [],
      );
      const subjects = await subjectsOf(store.read, keys);
      const { [RELEASED]: released = 0, ...counts } = JSON.parse(row.counts) as Record<
        string,
        number
      >;
      return {
        position: row.position,
        arrivedAt: row.arrived_at,
        counts,
        removed: row.removed,
        released,
        samples: keys.flatMap((key, index) => {
          const subject = subjects[index];
          return subject ? [{ ...key, subject }] : [];
        }),
      };
    }),
  );
}

/** Changes of rights that the officer has not seen, in their order. */
export async function readRightsChanges({ store }: OpenFile): Promise<RightsChange[]> {
  const { read } = store;
  const rows = await read
    .selectFrom('rights_change')
    .select(['position', 'noticed_at', 'gained', 'lost', 'rows_left', 'unsent'])
    .where('seen_at', 'is', null)
    .orderBy('position')
    .execute();
  return Promise.all(
    rows.map(async (row) => {
      const gained = await areasOf(read, row.gained);
      const lost = await areasOf(read, row.lost);
      return {
        position: row.position,
        noticedAt: row.noticed_at,
        gained: gained.areas,
        lost: lost.areas,
        gainedOther: gained.hasOther,
        lostOther: lost.hasOther,
        rowsLeft: row.rows_left,
        unsent: await standingOf(read, row.unsent),
      };
    }),
  );
}

export async function noteRightsSeen(
  file: OpenFile,
  { position }: { readonly position: number },
): Promise<void> {
  const { store } = file;
  await store.write(async ({ tables }) => {
    await tables
      .updateTable('rights_change')
      .set({ seen_at: store.clock.now() })
      .where('seen_at', 'is', null)
      .where('position', '<=', position)
      .execute();
  });
  file.announce(['sync']);
}

async function areasOf(read: ReadHandle, scopes: string) {
  const parsed = JSON.parse(scopes) as readonly string[];
  const ids = parsed.map(areaOfScope);
  const known = [...new Set(ids.filter((id) => id !== undefined))];
  const areas = await Promise.all(
    known.map(async (id) => ({ id, ...(await areaNames(read, id)) })),
  );
  return { areas, hasOther: ids.includes(undefined) };
}

async function standingOf(read: ReadHandle, unsent: string): Promise<RightsChange['unsent']> {
  const opIds = JSON.parse(unsent) as readonly Id[];
  const rows =
    opIds.length === 0
      ? []
      : await read
          .selectFrom('operation')
          .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
          .where('op_id', 'in', opIds)
          .groupBy('state')
          .execute();
  const of = (...states: readonly OperationState[]): number =>
    rows.filter(({ state }) => states.includes(state)).reduce((sum, row) => sum + row.count, 0);
  return {
    waiting: of('only-here', 'under-way'),
    received: of('accepted', 'merged'),
    quarantined: of('quarantined'),
    rejected: of('rejected'),
  };
}
