import type { Entity } from '#shared/domain/operations/operation.ts';

import type { WriteHandle } from '../store/handles.ts';
import { createBulkContacts } from '../store/repositories/bulk-contacts.ts';
import type { RowMessage } from './arrivals.ts';
import { newContactRow, promiseColumns } from './tables/contact-tables.ts';

/** Puts rows that are new into their tables, many at a stretch. */
export interface BulkRows {
  knows(entity: Entity): boolean;
  /** @returns false when the row does not fit into the tables; then nothing of it is there. */
  write(entity: Entity, row: RowMessage): boolean;
  /** What follows the rows of one chunk. */
  endChunk(): void;
  end(): void;
}

/** @param bulk whether the narrow rows and the indexes of words come behind the rows. */
export function createBulkRows({ prepare }: WriteHandle, bulk: boolean): BulkRows {
  const contacts = createBulkContacts(prepare);
  const insertPromise = prepare(`
    insert into promise (id, contact_id, owner_id, street_id, text, due_on, channel, state, outcome,
      told_by, closed_at, version)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const promiseLater = prepare('insert into promise_unindexed (promise_id) values (?)');
  const setRunning = prepare('update bulk_arrival set running = ?');
  if (bulk) setRunning.run(1);
  let written: number[] = [];

  const fits = (write: () => void): boolean => {
    try {
      write();
      return true;
    } catch (cause) {
      if (isConstraint(cause)) return false;
      throw cause;
    }
  };
  return {
    knows: (entity) => entity === 'contact' || entity === 'promise',
    write(entity, { id, fields, version }) {
      if (entity === 'contact') {
        return fits(() => written.push(contacts.insert(newContactRow(id, fields), version)));
      }
      return fits(() => {
        const row = promiseColumns(fields, version);
        insertPromise.run(
          id,
          row.contact_id,
          row.owner_id,
          row.street_id,
          row.text,
          row.due_on,
          row.channel,
          row.state,
          row.outcome,
          row.told_by,
          row.closed_at,
          row.version,
        );
        if (bulk) promiseLater.run(id);
      });
    },
    endChunk() {
      if (bulk && written.length > 0) contacts.follow(written);
      written = [];
    },
    end() {
      if (bulk) setRunning.run(0);
    },
  };
}

/** Whether a row does not fit into the tables. */
export function isConstraint(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && /^SQLITE_CONSTRAINT/.test(String(cause.code));
}
