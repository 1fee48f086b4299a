import type { PullMessage } from '#shared/protocol/pull.ts';

import type { CentralStore, CentralWrite } from '../../central/store/central-store.ts';
import type { WriteHandle } from '../../workbench/store/handles.ts';
import type { Store } from '../../workbench/store/store.ts';
import { CentreUnreachable } from '../../workbench/sync/centre.ts';
import type { Fault } from './world.ts';

/** The messages of a pull, some of them other than they were, or missing. */
export async function* changed(
  messages: AsyncIterable<PullMessage>,
  change: (message: PullMessage) => PullMessage | undefined,
): AsyncGenerator<PullMessage> {
  for await (const message of messages) {
    const other = change(message);
    if (other !== undefined) yield other;
  }
}

/** A store of the centre whose transactions do some things otherwise. */
export const wrongWrite =
  (change: (transaction: CentralWrite) => Partial<CentralWrite>) =>
  (store: CentralStore): CentralStore => ({
    ...store,
    write: (zoneId, work) =>
      store.write(zoneId, (transaction) => work({ ...transaction, ...change(transaction) })),
  });

/** Once for each file the process ends in the middle of a transaction, and what was done by then stays. */
export function withoutTransaction(): (store: Store) => Store {
  const struck = new Set<string>();
  return (store) => ({
    ...store,
    async write(work) {
      let failure: unknown = null;
      const value = await store.write(async (handle) => {
        let statements = 0;
        const strike = (): void => {
          const { deviceId } = store.identity;
          if ((statements += 1) <= 12 || struck.has(deviceId)) return;
          struck.add(deviceId);
          throw new CentreUnreachable();
        };
        const prepare: WriteHandle['prepare'] = (sql) => {
          const statement = handle.prepare(sql);
          return {
            get: (...values) => statement.get(...values),
            all: (...values) => statement.all(...values),
            run: (...values) => {
              if (sql.includes('insert into')) strike();
              return statement.run(...values);
            },
          };
        };
        const tables = new Proxy(handle.tables, {
          get(target, name) {
            if (name === 'insertInto') strike();
            const member: unknown = Reflect.get(target, name);
            return typeof member === 'function' ? (member.bind(target) as unknown) : member;
          },
        });
        try {
          return await work({ ...handle, tables, prepare });
        } catch (cause) {
          failure = cause;
          return undefined;
        }
      });
      if (failure instanceof Error) throw failure;
      return value as Awaited<ReturnType<typeof work>>;
    },
  });
}

/** Which rows a desk holds by which scope. */
export async function rowScopes({ read }: Store) {
  return read.selectFrom('row_scope').select(['scope', 'entity', 'entity_id']).execute();
}

/** Rows go missing, and the repair believes the other side's sum. */
export function takingOverSums(): Fault {
  const told = new Map<string, Extract<PullMessage, { type: 'complete' }>['sums']>();
  return {
    name: 'a scope that differs takes over the sum of the centre',
    line: (line, desk) => ({
      push: (request) => line.push(request),
      pull: (request, signal) =>
        changed(line.pull(request, signal), (message) => {
          if (message.type === 'row' && message.version === 2) return undefined;
          if (message.type !== 'complete') return message;
          told.set(desk.deviceId, message.sums);
          return { ...message, sums: {} };
        }),
    }),
    async afterRound(store) {
      const sums = told.get(store.identity.deviceId) ?? {};
      await store.write(async ({ tables }) => {
        for (const [scope, { rows, digest }] of Object.entries(sums)) {
          await tables
            .updateTable('sync_scope')
            .set({ row_count: rows, digest })
            .where('scope', '=', scope)
            .execute();
        }
      });
    },
  };
}
