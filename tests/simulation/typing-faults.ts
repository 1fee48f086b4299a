import type { Scope } from '#shared/domain/operations/scopes.ts';

import type { OperationEntry } from '../../workbench/store/handles.ts';
import type { Store } from '../../workbench/store/store.ts';
import type { Fault, Member, World } from './world.ts';
import { rowScopes, wrongWrite } from './wrong-parts.ts';

/** Ways in which what somebody typed is nowhere, or nobody can say who changed what. */
export const TYPING_FAULTS: readonly Fault[] = [
  {
    name: 'unsent work is dropped when a right ends',
    noticedAs: 'everything that was typed has an operation at the centre',
    // Whoever seldom sends has much to lose.
    often: { rounds: 12 },
    beforeRound: dropUnsentWork,
  },
  {
    name: 'a desk says that something is stored before it is',
    noticedAs: 'everything that was typed has an operation at the centre',
    workStore: storingLater(),
  },
  {
    name: 'a desk changes a row and writes no operation for it',
    workStore: (store) => ({
      ...store,
      write: (work) =>
        store.write((handle) =>
          work({
            ...handle,
            async record(entry) {
              if (!isRewording(entry)) await handle.record(entry);
            },
          }),
        ),
    }),
  },
  {
    name: 'the centre changes a row and keeps no operation for it',
    centralStore: wrongWrite((transaction) => ({
      putRow(stored) {
        const { row, entity } = stored;
        const text = row.fields['text'];
        const tidied = entity === 'promise' && typeof text === 'string' && row.version > 1;
        const fields = tidied ? { ...row.fields, text: `${text}.` } : row.fields;
        transaction.putRow({ ...stored, row: { ...row, fields } });
      },
    })),
  },
];

function isRewording({ entity, change }: OperationEntry): boolean {
  return entity === 'promise' && change.kind === 'patch';
}

/** Of every desk the second rewording is answered, and its transaction then comes to nothing. */
function storingLater(): (store: Store) => Store {
  class NotYet extends Error {}
  const counts = new Map<string, number>();
  return (store) => ({
    ...store,
    async write(work) {
      const { deviceId } = store.identity;
      let answer: { readonly value: Awaited<ReturnType<typeof work>> } | undefined;
      try {
        return await store.write(async (handle) => {
          const entries: OperationEntry[] = [];
          const value = await work({
            ...handle,
            async record(entry) {
              entries.push(entry);
              await handle.record(entry);
            },
          });
          if (!entries.some(isRewording)) return value;
          const count = (counts.get(deviceId) ?? 0) + 1;
          counts.set(deviceId, count);
          if (count !== 2) return value;
          answer = { value };
          throw new NotYet();
        });
      } catch (cause) {
        if (!(cause instanceof NotYet) || answer === undefined) throw cause;
        return answer.value;
      }
    },
  });
}

/**
 * A desk asks what it may see before it sends, and throws away what it had to say on rows that it may no longer see.
 * Its numbers follow one another all the same: neither it nor the centre can tell that something is missing.
 */
async function dropUnsentWork(world: World, { desk, line }: Member): Promise<void> {
  const { store, deviceId } = desk;
  const held = await scopesHeld({ desk, line });
  const rows = await rowScopes(store);
  const seen = new Set(rows.filter(({ scope }) => held.has(scope)).map((row) => row.entity_id));
  const lost = rows.map((row) => row.entity_id).filter((id) => !seen.has(id));
  const { operations } = world.store.zoneState(world.zone.zoneId);
  await store.write(async ({ tables, prepare }) => {
    const unsent = await tables
      .selectFrom('operation')
      .select(['op_id', 'entity_id', 'device_seq'])
      .where('state', '=', 'only-here')
      .orderBy('device_seq')
      .execute();
    // What came to the centre without an answer is not to be taken back any more.
    const open = unsent.filter(({ op_id: id }) => !operations.has(id));
    const dropped = open.filter((operation) => lost.includes(operation.entity_id));
    if (dropped.length === 0) return;
    prepare('drop trigger if exists operation_is_evidence').run();
    for (const { op_id: id } of dropped) {
      prepare('delete from operation_base where op_id = ?').run(id);
      prepare('delete from operation where op_id = ?').run(id);
    }
    let next = open[0]?.device_seq ?? 1;
    for (const operation of open) {
      if (dropped.includes(operation)) continue;
      const renumber = 'update operation set device_seq = ? where op_id = ? and device_id = ?';
      prepare(renumber).run(next, operation.op_id, deviceId);
      next += 1;
    }
  });
}

async function scopesHeld({ desk, line }: Pick<Member, 'desk' | 'line'>): Promise<Set<Scope>> {
  const { deviceId } = desk;
  const request = { deviceId, epoch: null, cursors: {}, resultsAfter: 0 };
  for await (const message of line.pull(request, new AbortController().signal)) {
    if (message.type === 'scopes') return new Set(Object.keys(message.scopes));
  }
  return new Set();
}
