import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { applyOperation, DELETE_COMMAND, ERASE_COMMAND } from './apply-operation.ts';
import { rulesOf } from './entity-registry.ts';
import type { EntityRules, Fields } from './entity-rules.ts';
import type { Change, Json } from './operation.ts';
import type { Effect, RowState } from './row-state.ts';

const rules: EntityRules = {
  fields: {
    title: { schema: z.string().max(50), policy: 'surface' },
    note: { schema: z.string().default(''), policy: 'surface' },
    colour: { schema: z.string().default('grey'), policy: 'arrival' },
    tags: { schema: z.array(z.string()).default([]), policy: 'set' },
    log: { schema: z.array(z.string()).default([]), policy: 'append' },
    madeOn: { schema: z.string().default('2026-01-01'), policy: 'fixed' },
  },
  commands: {
    make: { does: 'create' },
    close: {
      does: 'patch',
      refuse: (row) => (row['note'] === 'closed' ? 'already-closed' : undefined),
    },
  },
  placement: { kind: 'reference' },
  references: {},
  writers: 'scope',
};

const patch = (fields: Fields): Change => ({ kind: 'patch', fields });
const command = (name: string, given: Fields = {}): Change => ({
  kind: 'command',
  name,
  arguments: given,
});
const attempt = (change: Change, baseVersion = 0, deviceId = 'A') => ({
  opId: '01970000-0000-7000-8000-00000000000a',
  deviceId,
  authorId: '01970000-0000-7000-8000-00000000000b',
  madeAt: '2026-06-15T08:00:00.000Z',
  baseVersion,
  change,
});
const apply = (row: RowState | undefined, change: Change, baseVersion = 0, deviceId = 'A') =>
  applyOperation(rules, row, attempt(change, baseVersion, deviceId));

function rowOf(effect: Effect): RowState {
  if (!('row' in effect)) throw new Error(`refused: ${effect.code} ${effect.field}`);
  return effect.row;
}
const made = rowOf(apply(undefined, command('make', { id: 'x', title: 'first' })));

describe('making a row', () => {
  it('fills in what has a default and leaves the id out', () => {
    expect(made).toMatchObject({
      version: 1,
      fields: { title: 'first', note: '', colour: 'grey', tags: [], log: [] },
      createdBy: 'A',
      state: 'present',
    });
    expect(made.fields).not.toHaveProperty('id');
  });

  it('is refused without a required field, and when the row exists', () => {
    expect(apply(undefined, command('make'))).toMatchObject({ code: 'invalid', field: 'title' });
    expect(apply(made, command('make', { title: 'other' }))).toMatchObject({ code: 'exists' });
    expect(apply(made, command('make', { title: 'first' }))).toMatchObject({ changed: false });
  });

  it('keeps a field that only a newer desk knows', () => {
    expect(rowOf(apply(undefined, patch({ title: 'a', shape: 'round' }))).fields['shape']).toBe(
      'round',
    );
  });
});

describe('two changes that did not know of each other', () => {
  const other = (change: Change) => rowOf(apply(made, change, 1, 'B'));

  it('meet in different fields without a question', () => {
    const effect = apply(other(patch({ note: 'theirs' })), patch({ title: 'mine' }), 1);
    expect(effect).toMatchObject({ outcome: 'accepted', conflicts: [] });
    expect(rowOf(effect).fields).toMatchObject({ note: 'theirs', title: 'mine' });
  });

  it('surface in a field that somebody typed: the centre keeps its own and both are shown', () => {
    const effect = apply(
      other(patch({ title: 'theirs' })),
      patch({ title: 'mine', note: 'kept' }),
      1,
    );
    expect(effect).toMatchObject({
      outcome: 'merged',
      conflicts: [{ field: 'title', mine: 'mine', theirs: 'theirs', version: 2 }],
    });
    expect(rowOf(effect).fields).toMatchObject({ title: 'theirs', note: 'kept' });
  });

  it('say who wrote what the centre kept, and when', () => {
    const written = applyOperation(rules, made, {
      ...attempt(patch({ title: 'theirs' }), 1, 'B'),
      authorId: 'officer-b',
    });
    expect(apply(rowOf(written), patch({ title: 'mine' }), 1)).toMatchObject({
      conflicts: [{ authorId: 'officer-b', madeAt: '2026-06-15T08:00:00.000Z' }],
    });
  });

  it('are no conflict when both say the same', () => {
    expect(apply(other(patch({ title: 'same' })), patch({ title: 'same' }), 1)).toMatchObject({
      outcome: 'accepted',
      changed: false,
      conflicts: [],
    });
  });

  it('let the later win where that was agreed', () => {
    const effect = apply(other(patch({ colour: 'red' })), patch({ colour: 'blue' }), 1);
    expect(effect).toMatchObject({ outcome: 'merged', conflicts: [] });
    expect(rowOf(effect).fields['colour']).toBe('blue');
  });

  it('both hold in a set and in a log', () => {
    const theirs = other(patch({ tags: { add: ['b', 'c'] }, log: { append: ['theirs'] } }));
    const both = apply(
      theirs,
      patch({ tags: { add: ['a'], remove: ['c'] }, log: { append: ['mine'] } }),
      1,
    );
    expect(rowOf(both).fields).toMatchObject({ tags: ['a', 'b'], log: ['theirs', 'mine'] });
  });

  it('of a command, are shown whole or done whole', () => {
    const theirs = other(patch({ title: 'theirs' }));
    const effect = apply(theirs, command('close', { title: 'mine', note: 'closed' }), 1);
    expect(effect).toMatchObject({ outcome: 'merged', changed: false });
    expect(effect).toHaveProperty('conflicts.length', 2);
    expect(rowOf(effect)).toEqual(theirs);
  });

  it('are no conflict when the last to change the field was this very desk', () => {
    const once = rowOf(apply(made, patch({ title: 'one' }), 1));
    expect(apply(once, patch({ title: 'two' }), 1)).toMatchObject({ outcome: 'accepted' });
  });
});

describe('refusals', () => {
  it('name the field', () => {
    expect(apply(made, patch({ madeOn: '2020-02-02' }), 1)).toMatchObject({
      outcome: 'rejected',
      code: 'immutable',
      field: 'madeOn',
    });
    expect(apply(made, patch({ title: 'x'.repeat(51) }), 1)).toMatchObject({ code: 'invalid' });
    expect(apply(made, patch({ tags: 'no set' }), 1)).toMatchObject({ field: 'tags' });
    expect(apply(undefined, patch({ title: 'a' }), 3)).toMatchObject({ code: 'missing' });
  });

  it('set aside what only a newer application understands, so that nothing is lost', () => {
    expect(apply(made, command('fold'), 1)).toMatchObject({
      outcome: 'quarantined',
      code: 'unknown-command',
    });
  });

  it('ask the command whether the row allows it', () => {
    const closed = rowOf(apply(made, command('close', { note: 'closed' }), 1));
    expect(apply(closed, command('close', { note: 'again' }), 2)).toMatchObject({
      code: 'already-closed',
    });
  });
});

describe('deleting', () => {
  it('is refused when somebody changed the row meanwhile; erasing is not', () => {
    const changed = rowOf(apply(made, patch({ title: 'new' }), 1, 'B'));
    expect(apply(changed, command(DELETE_COMMAND), 1)).toMatchObject({ code: 'changed-since' });
    expect(rowOf(apply(changed, command(ERASE_COMMAND), 1))).toMatchObject({
      state: 'erased',
      fields: {},
      version: 3,
    });
  });

  it('happens once, and nothing can be written into what is gone', () => {
    const gone = rowOf(apply(made, command(DELETE_COMMAND), 1));
    expect(apply(gone, command(DELETE_COMMAND), 2)).toMatchObject({ changed: false });
    expect(apply(gone, patch({ title: 'late' }), 1)).toMatchObject({ code: 'deleted' });
  });

  it('of a row that is yet to come is refused; erasing it leaves a trace that lets nothing in', () => {
    expect(apply(undefined, command(DELETE_COMMAND), 0)).toMatchObject({ code: 'missing' });
    const trace = rowOf(apply(undefined, command(ERASE_COMMAND), 0));
    expect(trace).toMatchObject({ state: 'erased', fields: {}, version: 1 });
    expect(apply(trace, patch({ title: 'late' }), 0)).toMatchObject({ code: 'erased' });
    expect(apply(trace, command('close', { note: 'late' }), 1)).toMatchObject({ code: 'erased' });
    expect(apply(trace, command(ERASE_COMMAND), 0)).toMatchObject({ changed: false });
  });
});

describe('for all histories', () => {
  const changes = fc.record({
    device: fc.constantFrom('A', 'B', 'C'),
    fields: fc.dictionary(
      fc.constantFrom('title', 'note', 'colour'),
      fc.string({ minLength: 1, maxLength: 8 }),
      { minKeys: 1 },
    ),
    /** How many versions behind the desk is. */
    behind: fc.nat(3),
  });

  it('a text that was typed in a field that surfaces is in the row, or shown to who typed it', () => {
    fc.assert(
      fc.property(fc.array(changes, { maxLength: 12 }), (history) => {
        let row = made;
        for (const { device, fields, behind } of history) {
          const before = row;
          const effect = apply(row, patch(fields), Math.max(1, row.version - behind), device);
          if (!('row' in effect)) throw new Error('refused');
          row = effect.row;
          for (const field of ['title', 'note']) {
            const typed: Json | undefined = fields[field];
            if (typed === undefined) continue;
            const shown = effect.conflicts.some((one) => one.field === field && one.mine === typed);
            expect(row.fields[field] === typed || shown).toBe(true);
            // Whoever's text the centre held is only replaced by somebody who could see it.
            if (row.fields[field] !== before.fields[field]) {
              const origin = before.origins[field] ?? { version: 1, deviceId: 'A' };
              const saw = origin.version <= Math.max(1, before.version - behind);
              expect(saw || origin.deviceId === device).toBe(true);
            }
          }
          expect(row.version - before.version).toBe(effect.changed ? 1 : 0);
        }
      }),
    );
  });

  it('a set ends the same in whatever order additions arrive', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 8 }), (tags) => {
        const end = (order: readonly string[]) =>
          order.reduce(
            (row, tag) => rowOf(apply(row, patch({ tags: { add: [tag] } }), 1, tag)),
            made,
          ).fields['tags'];
        expect(end(tags.toReversed())).toEqual(end(tags));
      }),
    );
  });
});

it('knows every entity, and lets a submitted contact never change', () => {
  const contact = rulesOf('contact');
  expect(rulesOf('spaceship')).toBeUndefined();
  expect(contact?.fields['summary']?.policy).toBe('fixed');
});
