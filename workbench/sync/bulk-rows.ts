import type { Entity } from '#shared/domain/operations/operation.ts';
import { searchKeyOf } from '#shared/domain/parties/party-name.ts';
import type { PullMessage } from '#shared/protocol/pull.ts';

import type { WriteHandle } from '../store/handles.ts';
import { createBulkContacts } from '../store/repositories/bulk-contacts.ts';
import { setTriggersAside } from '../store/triggers-aside.ts';
import { newContactRow, promiseColumns } from './tables/contact-tables.ts';
import { isConstraint, textOf } from './tables/entity-table.ts';
import { partyChangesOf, partyOf } from './tables/party-table.ts';

export type RowMessage = Extract<PullMessage, { type: 'row' }>;

/** Puts rows that are new into their tables, many at a stretch. */
export interface BulkRows {
  knows(entity: Entity): boolean;
  /** @returns false when the row does not fit into the tables; then nothing of it is there. */
  write(entity: Entity, row: RowMessage): boolean;
  /** To be called after every stretch of rows, before anybody looks at them. */
  flush(): void;
  /** To be called once, after the last rows. */
  end(): void;
}

type Write = (row: RowMessage) => void;

/** They keep the narrow rows and the indexes of words for rows that come one by one. */
const ONE_BY_ONE = ['contact_added', 'promise_text_insert'];

/** @param bulk whether the narrow rows and the indexes of words come behind the rows. */
export function createBulkRows({ prepare }: WriteHandle, bulk: boolean): BulkRows {
  const putBack = bulk ? setTriggersAside({ prepare }, ONE_BY_ONE) : undefined;
  const contacts = createBulkContacts(prepare, bulk);
  const writes: Partial<Record<Entity, Write>> = {
    officer: officerWriter(prepare),
    party: partyWriter(prepare),
    promise: promiseWriter(prepare, bulk),
    contact({ id, fields, version }) {
      contacts.insert(newContactRow(id, fields), version);
    },
  };
  return {
    knows: (entity) => writes[entity] !== undefined,
    write(entity, row) {
      try {
        writes[entity]?.(row);
        return true;
      } catch (cause) {
        if (isConstraint(cause)) return false;
        throw cause;
      }
    },
    flush: () => {
      contacts.flush();
    },
    end() {
      putBack?.();
    },
  };
}

function officerWriter(prepare: WriteHandle['prepare']): Write {
  const insert = prepare('insert into officer (id, display_name, version) values (?, ?, ?)');
  return ({ id, fields, version }) => insert.run(id, textOf(fields, 'displayName'), version);
}

function partyWriter(prepare: WriteHandle['prepare']): Write {
  const insert = prepare(`
    insert into party (id, kind, name, reach, language, role, version) values (?, ?, ?, ?, ?, ?, ?)`);
  const insertKey = prepare('insert into party_key (party_id, key) values (?, ?)');
  const insertChange = prepare(`
    insert into party_change (id, party_id, position, author_id, made_at, fields)
    values (?, ?, ?, ?, ?, ?)`);
  return ({ id, fields, version }) => {
    const party = partyOf(id, fields, version);
    const { kind, name, reach, language, role } = party;
    insert.run(id, kind, name, reach, language, role, version);
    insertKey.run(id, searchKeyOf(name));
    for (const change of partyChangesOf(id, fields)) {
      insertChange.run(
        change.id,
        change.party_id,
        change.position,
        change.author_id,
        change.made_at,
        change.fields,
      );
    }
  };
}

function promiseWriter(prepare: WriteHandle['prepare'], bulk: boolean): Write {
  const insert = prepare(`
    insert into promise (id, contact_id, owner_id, street_id, text, due_on, channel, state, outcome,
      told_by, closed_at, version)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const later = prepare('insert into promise_unindexed (promise_id) values (?)');
  return ({ id, fields, version }) => {
    const row = promiseColumns(fields, version);
    const { contact_id: contactId, owner_id: ownerId, street_id: streetId, due_on: dueOn } = row;
    const { state, outcome, told_by: toldBy, closed_at: closedAt } = row;
    const head = [id, contactId, ownerId, streetId, row.text, dueOn, row.channel];
    insert.run(...head, state, outcome, toldBy, closedAt, version);
    if (bulk) later.run(id);
  };
}
