import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { applyOperation } from '../operations/apply-operation.ts';
import type { Fields, RowBeside } from '../operations/entity-rules.ts';
import type { Change } from '../operations/operation.ts';
import type { Effect, RowState } from '../operations/row-state.ts';
import { CASEWORK_RULES } from './casework-rules.ts';
import { ladderStanding, mayRun, meansStepSchema, REASONS, standingOf } from './means.ts';

const NOOR = '019b0000-0000-7000-8000-000000000001';
const LEAD = '019b0000-0000-7000-8000-000000000002';
const DOSSIER = '019b0000-0000-7000-8000-000000000003';
const SAMIR = '019b0000-0000-7000-8000-000000000004';
const LIES = '019b0000-0000-7000-8000-000000000005';
const NOW = '2026-06-15T08:00:00.000Z';

const command = (name: string, given: Fields = {}): Change => ({
  kind: 'command',
  name,
  arguments: given,
});
const act = (row: RowState | undefined, change: Change, authorId: string): Effect =>
  applyOperation(CASEWORK_RULES['means-step'], row, {
    opId: 'op',
    deviceId: authorId,
    authorId,
    madeAt: NOW,
    baseVersion: row?.version ?? 0,
    change,
  });
const done = (effect: Effect): RowState => {
  if (!('row' in effect)) throw new Error(`${effect.code} ${effect.field}`);
  return effect.row;
};
const noted = (changes: Fields = {}): RowState =>
  done(
    act(
      undefined,
      command('noteStep', {
        dossierId: DOSSIER,
        actionId: null,
        means: 'coercion',
        kind: 'taken',
        note: 'Afsluiten',
        legalGround: 'wet',
        necessity: 'niets anders hielp',
        proportionality: 'twee dagen',
        decidedBy: NOOR,
        urgent: false,
        ...changes,
      }),
      NOOR,
    ),
  );
const object = (row: RowState, seen = 0, by = SAMIR): Effect =>
  act(row, command('objectToStep', { reason: 'Te zwaar', revisionsSeen: seen }), by);
const confirm = (row: RowState, seen = 0, by = SAMIR): Effect =>
  act(row, command('confirmStep', { revisionsSeen: seen }), by);
const revise = (row: RowState, given: Fields, seen = 0, by = NOOR): Effect =>
  act(row, command('reviseStep', { ...given, revisionsSeen: seen }), by);
const standing = (row: RowState) =>
  standingOf(meansStepSchema.parse({ ...row.fields, id: DOSSIER }));
const OTHER = { proportionality: 'een uur' };
const WRONG = { code: 'wrong-state' };

describe('N8: a second pair of eyes that does not agree', () => {
  it('says who, when and why, and keeps the means from being used', () => {
    const row = done(object(noted()));
    expect(row.fields).toMatchObject({
      secondBy: null,
      objections: [{ by: SAMIR, at: NOW, reason: 'Te zwaar', revision: 0 }],
    });
    expect(standing(row)).toBe('objected');
    const step = meansStepSchema.parse({ ...row.fields, id: DOSSIER });
    expect(mayRun(ladderStanding('coercion', [step]))).toBe(false);
    const beside: readonly RowBeside[] = [{ id: 'step', entity: 'means-step', fields: row.fields }];
    const start = CASEWORK_RULES.action.commands['startAction']?.refuseBeside;
    expect(start?.(LIES, beside, {})).toBe('same-person');
    // Nobody else overrules it.
    expect(confirm(row, 0, LEAD)).toMatchObject(WRONG);
  });

  it('gives a reason', () => {
    for (const given of [{}, { reason: '' }, { reason: '  ' }, { reason: 3 }]) {
      expect(act(noted(), command('objectToStep', given), SAMIR)).toMatchObject({
        code: 'invalid',
        field: 'objections',
      });
    }
  });

  it('is nobody who noted it or decided on it, and objects once to the same reasons', () => {
    expect(object(noted(), 0, NOOR)).toMatchObject({ code: 'same-person' });
    expect(object(noted({ decidedBy: LEAD }), 0, LEAD)).toMatchObject({ code: 'same-person' });
    const row = done(object(noted()));
    expect(object(row)).toMatchObject(WRONG);
    // One that another desk sent meanwhile stands beside it.
    expect(done(object(row, 0, LEAD)).fields['objections']).toMatchObject([
      { by: SAMIR },
      { by: LEAD },
    ]);
  });

  it('only of what is heavy, could wait and was not agreed to', () => {
    expect(object(noted({ means: 'talk' }))).toMatchObject(WRONG);
    expect(object(noted({ urgent: true }))).toMatchObject(WRONG);
    expect(object(noted({ kind: 'not-tried' }))).toMatchObject(WRONG);
    expect(object(done(confirm(noted())), 0, LEAD)).toMatchObject(WRONG);
  });
});

describe('N8: the answer to somebody who does not agree', () => {
  it('gives other reasons, keeps what stood there, and asks for a look again', () => {
    const objected = done(object(noted()));
    const row = done(revise(objected, { ...OTHER, necessity: 'niets anders hielp' }));
    expect(row.fields).toMatchObject({
      ...OTHER,
      revisions: [{ by: NOOR, at: NOW, was: { proportionality: 'twee dagen' } }],
      objections: [{ by: SAMIR }],
    });
    expect(standing(row)).toBe('waits');
    expect(done(confirm(row, 1)).fields).toMatchObject({ secondBy: SAMIR });
    expect(standing(done(object(row, 1)))).toBe('objected');
  });

  it('counts for no look at the reasons before', () => {
    const row = done(revise(done(object(noted())), OTHER));
    // Its desk had not heard of them: it looked at what is no more.
    expect(confirm(row, 0, LEAD)).toMatchObject(WRONG);
    expect(object(row, 0, LEAD)).toMatchObject(WRONG);
    expect(act(row, command('confirmStep'), LEAD)).toMatchObject(WRONG);
    // Nor for an answer to objections that its desk had not heard of.
    const again = done(object(row, 1));
    expect(revise(again, { necessity: 'anders' }, 0)).toMatchObject(WRONG);
  });

  it('by who leads: then somebody else looks', () => {
    const row = done(revise(done(object(noted())), OTHER, 0, LEAD));
    expect(confirm(row, 1, LEAD)).toMatchObject({ code: 'same-person' });
    expect(confirm(row, 1, LIES)).toMatchObject({ outcome: 'accepted' });
  });

  it('changes something, leaves nothing empty, and only where somebody objects', () => {
    const objected = done(object(noted()));
    for (const given of [{}, { necessity: ' ' }, { proportionality: 'twee dagen' }]) {
      expect(revise(objected, given)).toMatchObject(WRONG);
    }
    expect(revise(noted(), OTHER)).toMatchObject(WRONG);
    expect(revise(objected, { ...OTHER, note: 'anders' })).toMatchObject({
      code: 'immutable',
      field: 'note',
    });
    for (const field of [...REASONS, 'objections', 'revisions', 'withdrawnBy']) {
      const patch: Change = { kind: 'patch', fields: { [field]: 'anders' } };
      expect(act(objected, patch, NOOR)).toMatchObject({ code: 'immutable', field });
    }
  });

  it('withdraws it: the ladder bears it no more, and nothing of it can be said again', () => {
    for (const row of [noted(), done(object(noted()))]) {
      const gone = done(act(row, command('withdrawStep'), NOOR));
      expect(gone.fields).toMatchObject({ withdrawnBy: NOOR, withdrawnAt: NOW });
      expect(standing(gone)).toBe('withdrawn');
      const step = meansStepSchema.parse({ ...gone.fields, id: DOSSIER });
      expect(ladderStanding('coercion', [step])).toBe('off');
      for (const one of [object(gone), confirm(gone), revise(gone, OTHER)]) {
        expect(one).toMatchObject(WRONG);
      }
    }
    expect(act(done(confirm(noted())), command('withdrawStep'), NOOR)).toMatchObject(WRONG);
  });
});

it('N8: in whatever order people look, object, answer and withdraw, a means is used only as agreed to', () => {
  const people = [NOOR, SAMIR, LEAD];
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          by: fc.constantFrom(...people),
          does: fc.constantFrom('confirmStep', 'objectToStep', 'reviseStep', 'withdrawStep'),
          seen: fc.integer({ min: 0, max: 3 }),
        }),
        { maxLength: 12 },
      ),
      (deeds) => {
        let row = noted();
        for (const [at, { by, does, seen }] of deeds.entries()) {
          const before = row;
          const given: Readonly<Record<typeof does, Fields>> = {
            confirmStep: { revisionsSeen: seen },
            objectToStep: { reason: 'Te zwaar', revisionsSeen: seen },
            reviseStep: { necessity: `reden ${at}`, revisionsSeen: seen },
            withdrawStep: {},
          };
          const effect = act(row, command(does, given[does]), by);
          if ('row' in effect) row = effect.row;
          const [was, is] = [standing(before), standing(row)];
          const step = meansStepSchema.parse({ ...row.fields, id: DOSSIER });
          // What was agreed to stays so; nobody agrees while an objection stands, nor with one's own reasons.
          if (was === 'seen' || was === 'withdrawn') expect(row).toEqual(before);
          if (was === 'objected') expect(is).not.toBe('seen');
          if (is === 'seen') {
            const own = [NOOR, ...step.revisions.map((one) => one.by)];
            expect(own).not.toContain(step.secondBy);
          }
          expect(mayRun(ladderStanding('coercion', [step]))).toBe(is === 'seen');
        }
      },
    ),
  );
});

it('is not touched by an application that cannot read it', () => {
  const row = noted();
  const newer = { ...row, fields: { ...row.fields, kind: 'of-later' } };
  for (const effect of [object(newer), confirm(newer), revise(newer, OTHER)]) {
    expect(effect).toMatchObject(WRONG);
  }
});
