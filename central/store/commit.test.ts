import { describe, expect, it } from 'vitest';

import {
  comparedWith,
  ConcurrentChange,
  keyOf,
  movedRows,
  noteRead,
  nothingPending,
  type Pending,
  reliedOn,
  requireUnchanged,
} from './commit.ts';
import type { DecidedOperation, StoredRow } from './records.ts';

const row = (id: string, changes: Partial<StoredRow> = {}, version = 1): StoredRow => ({
  entity: 'contact',
  id,
  row: { version, fields: {}, createdBy: 'desk', origins: {}, state: 'present' },
  parent: null,
  scopes: ['north'],
  ...changes,
});
const hanging = (id: string, on: StoredRow, changes: Partial<StoredRow> = {}): StoredRow =>
  row(id, { entity: 'promise', parent: { entity: on.entity, id: on.id }, ...changes });

function pendingOf(read: readonly StoredRow[], put: readonly StoredRow[]): Pending {
  const pending = nothingPending();
  noteRead(pending, read);
  for (const one of put) pending.rows.set(keyOf(one), one);
  return pending;
}
const contact = row('c');

describe('what was read must still be so', () => {
  it('and a row that only moved is not, though its version is the same', () => {
    const promise = hanging('p', contact);
    const pending = pendingOf(
      [contact, promise],
      [{ ...promise, row: { ...promise.row, version: 2 } }],
    );
    expect(() => requireUnchanged(pending, [contact, promise], [])).not.toThrow();
    const moved = { ...promise, scopes: ['south'] };
    expect(() => requireUnchanged(pending, [contact, moved], [])).toThrow(ConcurrentChange);
  });

  it('and so must the row that a new one hangs on', () => {
    const pending = pendingOf([contact], [hanging('p', contact)]);
    expect(reliedOn(pending).map(({ id }) => id)).toEqual(['p', 'c']);
    expect(() => requireUnchanged(pending, [contact], [])).not.toThrow();
    const moved = { ...contact, scopes: ['south'] };
    expect(() => requireUnchanged(pending, [moved], [])).toThrow(ConcurrentChange);
  });

  it('and so must the row of an operation that changes nothing', () => {
    const pending = pendingOf([contact], []);
    const of = { entity: 'contact', entityId: contact.id } as DecidedOperation;
    pending.operations.push(of);
    expect(reliedOn(pending)).toEqual([{ entity: 'contact', id: 'c' }]);
    expect(() => requireUnchanged(pending, [contact], [])).not.toThrow();
    const changed = { ...contact, row: { ...contact.row, version: 2 } };
    expect(() => requireUnchanged(pending, [changed], [])).toThrow(ConcurrentChange);
  });

  it('and what was only looked at must not have been erased', () => {
    const promise = hanging('p', contact);
    const pending = pendingOf([contact, promise], []);
    expect(comparedWith(pending).map(({ id }) => id)).toEqual(['c', 'p']);
    const later = { ...promise, row: { ...promise.row, version: 2 } };
    expect(() => requireUnchanged(pending, [contact, later], [])).not.toThrow();
    const state = 'erased' as const;
    const erased = { ...later, row: { ...later.row, fields: {}, state }, scopes: [] };
    expect(() => requireUnchanged(pending, [contact, erased], [])).toThrow(ConcurrentChange);
    expect(() => requireUnchanged(pendingOf([contact, erased], []), [erased], [])).not.toThrow();
  });

  it('and nothing may have been hung meanwhile on a row that moves', () => {
    const known = hanging('p', contact);
    const put = [contact, known].map((one) => ({ ...one, scopes: ['south'] }));
    const pending = pendingOf([contact, known], put);
    expect(movedRows(pending).map(({ id }) => id)).toEqual(['c', 'p']);
    expect(() => requireUnchanged(pending, [contact, known], [known])).not.toThrow();
    const later = hanging('later', contact);
    expect(() => requireUnchanged(pending, [contact, known], [known, later])).toThrow(
      ConcurrentChange,
    );
  });

  it('and a row that exists by now was not missing', () => {
    const pending = pendingOf([], [contact]);
    expect(() => requireUnchanged(pending, [], [])).not.toThrow();
    expect(() => requireUnchanged(pending, [contact], [])).toThrow(ConcurrentChange);
  });

  it('within one transaction too', () => {
    const pending = pendingOf([contact], []);
    expect(() => noteRead(pending, [contact])).not.toThrow();
    expect(() => noteRead(pending, [{ ...contact, scopes: ['south'] }])).toThrow(ConcurrentChange);
  });
});
