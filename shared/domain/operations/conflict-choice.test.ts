import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { applyOperation } from './apply-operation.ts';
import {
  changeOfChoices,
  changeOfUndo,
  type Choices,
  SIDES,
  wrongChoice,
} from './conflict-choice.ts';
import { rulesOf } from './entity-registry.ts';
import type { EntityRules, Fields } from './entity-rules.ts';
import type { Change } from './operation.ts';
import type { Conflict, RowState } from './row-state.ts';

const rules = rulesOf('party') as EntityRules;
const NEAR = 'desk-here';
const FAR = 'desk-there';

const text = fc.string({ minLength: 1, maxLength: 12 });
const party = fc.record({ name: text, reach: text });
const side = fc.constantFrom(...SIDES);

function made(fields: Fields): RowState {
  return {
    version: 1,
    fields: { kind: 'person', language: null, role: null, ...fields },
    createdBy: FAR,
    origins: {},
    state: 'present',
  };
}

function apply(row: RowState, deviceId: string, baseVersion: number, change: Change) {
  const effect = applyOperation(rules, row, {
    opId: FAR,
    deviceId,
    authorId: FAR,
    madeAt: '2026-06-15T08:00:00.000Z',
    baseVersion,
    change,
  });
  if (!('row' in effect)) throw new Error(effect.code);
  return effect;
}

const patch = (fields: Fields): Change => ({ kind: 'patch', fields });

/** Both desks changed the row that `first` is, without knowing of each other; theirs came first. */
function collide(first: Fields, mine: Fields, theirs: Fields) {
  const { row } = apply(made(first), FAR, 1, patch(theirs));
  return apply(row, NEAR, 1, patch(mine));
}

describe('a choice', () => {
  it('makes the row say what was chosen, and is no conflict again', () => {
    fc.assert(
      fc.property(party, party, party, side, side, (first, mine, theirs, name, reach) => {
        const { row, conflicts } = collide(first, mine, theirs);
        const choices = choicesFor(conflicts, { name, reach });
        expect(wrongChoice(conflicts, choices)).toBeUndefined();
        const change = changeOfChoices(conflicts, choices, row.fields);
        const after = change ? apply(row, NEAR, row.version, change) : { row, conflicts: [] };
        expect(after.conflicts).toEqual([]);
        for (const conflict of conflicts) {
          const { field } = conflict;
          const wanted = choices[field] === 'mine' ? conflict.mine : row.fields[field];
          expect(after.row.fields[field]).toEqual(wanted);
        }
      }),
    );
  });

  it('asks nothing of the centre when theirs is chosen, or when it says mine already', () => {
    const conflicts: Conflict[] = [{ field: 'name', mine: 'An', theirs: 'Els', version: 2 }];
    expect(changeOfChoices(conflicts, { name: 'theirs' }, { name: 'Els' })).toBeUndefined();
    expect(changeOfChoices(conflicts, { name: 'mine' }, { name: 'An' })).toBeUndefined();
    expect(changeOfChoices(conflicts, { name: 'mine' }, { name: 'Els' })).toEqual(
      patch({ name: 'An' }),
    );
  });

  it('is taken back to what the centre said, but for what was written since', () => {
    fc.assert(
      fc.property(party, party, party, fc.option(text), (first, mine, theirs, since) => {
        const { row, conflicts } = collide(first, mine, theirs);
        const choices = choicesFor(conflicts, { name: 'mine', reach: 'mine' });
        const change = changeOfChoices(conflicts, choices, row.fields);
        if (change?.kind !== 'patch') return;
        const chosen = apply(row, NEAR, row.version, change).row;
        const later =
          since === null ? chosen : apply(chosen, FAR, chosen.version, patch({ reach: since })).row;
        const before = Object.fromEntries(
          Object.keys(change.fields).map((field) => [field, row.fields[field] ?? null]),
        );
        const undo = changeOfUndo(change.fields, before, later.fields);
        const end = undo ? apply(later, NEAR, later.version, undo).row : later;
        for (const field of Object.keys(change.fields)) {
          const wasWritten = later.fields[field] !== chosen.fields[field];
          expect(end.fields[field]).toEqual(wasWritten ? later.fields[field] : row.fields[field]);
        }
      }),
    );
  });

  it('names the field that was not chosen for, or that nobody asked about', () => {
    const conflicts = [{ field: 'name' }, { field: 'reach' }];
    expect(wrongChoice(conflicts, { name: 'mine' })).toBe('reach');
    expect(wrongChoice(conflicts, { name: 'mine', reach: 'mine', role: 'mine' })).toBe('role');
  });
});

function choicesFor(conflicts: readonly Conflict[], wanted: Choices): Choices {
  return Object.fromEntries(conflicts.map(({ field }) => [field, wanted[field] ?? 'theirs']));
}
