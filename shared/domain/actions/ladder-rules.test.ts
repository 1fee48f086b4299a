import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { applyOperation } from '../operations/apply-operation.ts';
import type { CommandRefusal, Fields, RowBeside } from '../operations/entity-rules.ts';
import type { Change } from '../operations/operation.ts';
import type { Effect, RowState } from '../operations/row-state.ts';
import { CASEWORK_RULES } from './casework-rules.ts';
import { AS_NOTED, ladderStanding, mayRun, meansStepSchema } from './means.ts';
import { isHeavy, MEANS } from './vocabulary.ts';

const NOOR = '019b0000-0000-7000-8000-000000000001';
const LEAD = '019b0000-0000-7000-8000-000000000002';
const DOSSIER = '019b0000-0000-7000-8000-000000000003';
const SAMIR = '019b0000-0000-7000-8000-000000000004';
const ACTION = '019b0000-0000-7000-8000-000000000005';
const OTHER = '019b0000-0000-7000-8000-000000000006';
const NOW = '2026-06-15T08:00:00.000Z';

const command = (name: string, given: Fields): Change => ({
  kind: 'command',
  name,
  arguments: given,
});
const act = (row: RowState | undefined, change: Change, authorId: string): Effect =>
  applyOperation(CASEWORK_RULES['means-step'], row, {
    opId: 'op',
    deviceId: 'desk',
    authorId,
    madeAt: NOW,
    baseVersion: row?.version ?? 0,
    change,
  });
const done = (effect: Effect): RowState => {
  if (!('row' in effect)) throw new Error(`${effect.code} ${effect.field}`);
  return effect.row;
};

describe('N8: a heavy step at the centre', () => {
  const given = {
    dossierId: DOSSIER,
    actionId: null,
    authorId: NOOR,
    notedAt: NOW,
    means: 'official-report',
    kind: 'taken',
    note: 'Proces-verbaal',
    legalGround: 'reglement',
    necessity: 'niets anders hielp',
    proportionality: 'het minste dat kon',
    decidedBy: NOOR,
    urgent: false,
  };
  const noted = (changes: Fields = {}): Effect =>
    act(undefined, command('noteStep', { ...given, ...changes }), NOOR);

  it('is taken by whoever tries it: that it was tried alone cannot be said', () => {
    const lightly = { kind: 'tried', legalGround: '', decidedBy: null };
    expect(noted(lightly)).toMatchObject({ code: 'invalid', field: 'kind' });
    expect(noted({ ...lightly, means: 'warning' }).outcome).toBe('accepted');
    expect(noted({ kind: 'not-tried' }).outcome).toBe('accepted');
  });
  it('is refused without a ground', () => {
    expect(noted({ necessity: '' })).toMatchObject({ code: 'invalid', field: 'necessity' });
    expect(noted({ necessity: '', urgent: true }).outcome).toBe('accepted');
  });

  it('is looked at, or reviewed, by neither who decided nor who noted it', () => {
    const people = [NOOR, LEAD, SAMIR];
    fc.assert(
      fc.property(
        fc.constantFrom(...people),
        fc.constantFrom(...people),
        fc.constantFrom(...people),
        fc.boolean(),
        (author, decidedBy, looks, urgent) => {
          const row = done(
            act(undefined, command('noteStep', { ...given, decidedBy, urgent }), author),
          );
          const [name, field, said] = urgent
            ? (['reviewStep', 'reviewedBy', { reviewNote: 'Terecht' }] as const)
            : (['confirmStep', 'secondBy', {}] as const);
          const effect = act(row, command(name, said), looks);
          if (looks === author || looks === decidedBy) {
            expect(effect).toMatchObject({ code: 'same-person' });
          } else {
            expect(done(effect).fields).toMatchObject({ [field]: looks, authorId: author });
          }
        },
      ),
    );
  });

  it('is seen only once it is taken', () => {
    const row = done(noted({ kind: 'not-tried' }));
    const effect = act(row, command('confirmStep', {}), LEAD);
    expect(effect).toMatchObject({ code: 'wrong-state' });
  });
});

describe('N8: the grounds of an urgent step, at the centre', () => {
  const TEXTS = ['legalGround', 'necessity', 'proportionality'] as const;
  const urgent = (texts: Fields = {}): RowState =>
    done(
      act(
        undefined,
        command('noteStep', {
          dossierId: DOSSIER,
          actionId: null,
          means: 'coercion',
          kind: 'taken',
          note: 'Meteen weggehaald',
          legalGround: '',
          necessity: '',
          proportionality: '',
          decidedBy: NOOR,
          urgent: true,
          ...texts,
        }),
        SAMIR,
      ),
    );
  const complete = (row: RowState, given: Fields, authorId = NOOR): Effect =>
    act(row, command('completeStep', given), authorId);
  const review = (row: RowState, given: Fields = {}, authorId = LEAD): Effect =>
    act(row, command('reviewStep', { reviewNote: 'Terecht', ...given }), authorId);

  it('are filled in once, in whatever order, by name and day', () => {
    fc.assert(
      fc.property(
        fc.subarray([...TEXTS]),
        fc.shuffledSubarray([...TEXTS], { minLength: 1 }),
        (said, given) => {
          let row = urgent(Object.fromEntries(said.map((ground) => [ground, 'eerst'])));
          for (const ground of given) {
            const effect = complete(row, { [ground]: 'later' });
            if (said.includes(ground)) expect(effect).toMatchObject({ code: 'wrong-state' });
            else row = done(effect);
          }
          for (const ground of TEXTS) {
            const later = given.includes(ground) ? 'later' : '';
            expect(row.fields[ground]).toBe(said.includes(ground) ? 'eerst' : later);
          }
          const filledIn = given.filter((ground) => !said.includes(ground));
          expect(row.fields['completions']).toEqual(
            filledIn.map((ground) => ({ by: NOOR, at: NOW, grounds: [ground] })),
          );
        },
      ),
    );
  });

  it('by two desks that did not know of each other: both hold, and none is written over', () => {
    const row = urgent();
    const first = done(complete(row, { legalGround: 'wet', necessity: 'gevaar' }));
    const attempt = {
      opId: 'other',
      deviceId: 'other-desk',
      authorId: SAMIR,
      madeAt: NOW,
      baseVersion: row.version,
    };
    const other = (given: Fields): Effect =>
      applyOperation(CASEWORK_RULES['means-step'], first, {
        ...attempt,
        change: command('completeStep', given),
      });
    expect(other({ necessity: 'anders' })).toMatchObject({ code: 'wrong-state' });
    const both = done(other({ proportionality: 'kort' }));
    expect(both.fields).toMatchObject({
      legalGround: 'wet',
      necessity: 'gevaar',
      proportionality: 'kort',
      completions: [{ by: NOOR }, { by: SAMIR }],
    });
  });

  it('never by a plain change, by nothing, or for a step that does not lack them', () => {
    const row = urgent({ necessity: 'gevaar' });
    const patch: Change = { kind: 'patch', fields: { legalGround: 'wet' } };
    expect(act(row, patch, NOOR)).toMatchObject({ code: 'immutable', field: 'legalGround' });
    for (const given of [{}, { legalGround: ' ' }, { decidedBy: LEAD }, { necessity: 'anders' }]) {
      expect(complete(row, given)).toMatchObject({ code: 'wrong-state' });
    }
    expect(complete(row, { legalGround: 'wet', note: 'anders' })).toMatchObject({
      code: 'immutable',
      field: 'note',
    });
  });

  it('a review without them is provisional, stays to be read, and another follows once they are there', () => {
    const early = done(review(urgent()));
    expect(early.fields).toMatchObject({ reviewedBy: LEAD, reviewedTooEarly: true });
    expect(review(early)).toMatchObject({ code: 'wrong-state' });
    const full = { legalGround: 'wet', necessity: 'gevaar', proportionality: 'kort' };
    // Who looked too early may fill them in, and is then not the one who looks again.
    const byReviewer = done(complete(early, full, LEAD));
    expect(review(byReviewer)).toMatchObject({ code: 'same-person' });
    const again = done(review(done(complete(early, full)), { reviewNote: 'Nu wel' }));
    expect(again.fields).toMatchObject({
      reviewedBy: LEAD,
      reviewNote: 'Nu wel',
      reviewedTooEarly: false,
      provisionalReviews: [{ by: LEAD, at: NOW, note: 'Terecht' }],
    });
    expect(review(again)).toMatchObject({ code: 'wrong-state' });
  });

  it('a review says itself that its desk did not see them all', () => {
    const row = urgent({ legalGround: 'wet', necessity: 'gevaar', proportionality: 'kort' });
    expect(done(review(row)).fields).toMatchObject({ reviewedTooEarly: false });
    expect(done(review(row, { reviewedTooEarly: true })).fields).toMatchObject({
      reviewedTooEarly: true,
    });
  });

  it('are reviewed, and never confirmed as if it had waited', () => {
    expect(act(urgent(), command('confirmStep', {}), LEAD)).toMatchObject({ code: 'wrong-state' });
  });

  it('an action does not end without them', () => {
    const end = (...beside: readonly RowBeside[]): CommandRefusal | undefined =>
      CASEWORK_RULES.action.commands['closeAction']?.refuseBeside?.(ACTION, beside, {});
    const beside = (fields: Fields): RowBeside => ({ id: 'step', entity: 'means-step', fields });
    const { fields } = urgent();
    expect(end(beside(fields))).toBe('grounds-lacking');
    expect(end(beside({ ...fields, actionId: ACTION }))).toBe('grounds-lacking');
    expect(end(beside({ ...fields, actionId: OTHER }))).toBeUndefined();
    expect(end(beside({ ...fields, means: 'talk' }))).toBeUndefined();
    const full = { legalGround: 'wet', necessity: 'gevaar', proportionality: 'kort' };
    expect(end(beside({ ...fields, ...full }))).toBeUndefined();
    // What a newer desk wrote may lack them too.
    expect(end(beside({ ...fields, means: 'unheard-of' }))).toBe('grounds-lacking');
  });
});

describe('N8: a measure and the ladder, at the centre', () => {
  const given: Fields = {
    dossierId: DOSSIER,
    actionId: null,
    authorId: NOOR,
    notedAt: NOW,
    means: 'coercion',
    kind: 'taken',
    note: 'Weggehaald',
    legalGround: 'wet',
    necessity: 'niets anders hielp',
    proportionality: 'het minste dat kon',
    decidedBy: NOOR,
    urgent: false,
    ...AS_NOTED,
    secondBy: SAMIR,
    secondAt: NOW,
  };
  const step = (changes: Fields = {}): RowBeside => ({
    id: 'step',
    entity: 'means-step',
    fields: { ...given, ...changes },
  });
  const measure = (changes: Fields = {}): RowBeside => ({
    id: 'measure',
    entity: 'measure',
    fields: { actionId: ACTION, rung: 'coercion', removed: false, ...changes },
  });
  const action = (state: string): RowBeside => ({
    id: ACTION,
    entity: 'action',
    fields: { state },
  });
  const start = (...beside: readonly RowBeside[]): CommandRefusal | undefined =>
    CASEWORK_RULES.action.commands['startAction']?.refuseBeside?.(ACTION, beside, {});
  const plan = (
    after: Fields,
    before: Fields | undefined,
    ...others: readonly RowBeside[]
  ): CommandRefusal | undefined => {
    const rule = CASEWORK_RULES.measure.beside;
    return rule?.matters(after, before) ? rule.refuse(after, others, before) : undefined;
  };

  it('an action does not begin with a heavy measure that its ladder does not bear', () => {
    expect(start(measure())).toBe('off-ladder');
    expect(start(measure(), step())).toBeUndefined();
    expect(start(measure(), step({ actionId: ACTION }))).toBeUndefined();
    expect(start(measure(), step({ actionId: OTHER }))).toBe('off-ladder');
    expect(start(measure(), step({ means: 'official-report' }))).toBe('off-ladder');
    expect(start(measure(), step({ kind: 'tried' }))).toBe('off-ladder');
    expect(start(measure(), step({ secondBy: null }))).toBe('same-person');
    expect(start(measure(), step({ secondBy: null, urgent: true }))).toBeUndefined();
    expect(start(measure({ removed: true }))).toBeUndefined();
    expect(start(measure({ actionId: OTHER }))).toBeUndefined();
    expect(start(measure({ rung: 'talk' }))).toBeUndefined();
    // What a newer desk wrote may be heavier still.
    expect(start(measure({ rung: 'unheard-of' }))).toBe('off-ladder');
  });

  it('and takes none on while it runs, new, put back or made heavier', () => {
    const heavy = measure().fields;
    for (const before of [undefined, { ...heavy, rung: 'talk' }, { ...heavy, removed: true }]) {
      expect(plan(heavy, before, action('active'))).toBe('off-ladder');
      expect(plan(heavy, before, action('approved'))).toBeUndefined();
      expect(plan(heavy, before, action('active'), step())).toBeUndefined();
      expect(plan(heavy, before, action('active'), step({ secondBy: null }))).toBe('off-ladder');
    }
    expect(plan({ ...heavy, minutes: 5 }, heavy, action('active'))).toBeUndefined();
    expect(plan({ ...heavy, removed: true }, heavy, action('active'))).toBeUndefined();
    expect(plan({ ...heavy, rung: 'talk' }, undefined, action('active'))).toBeUndefined();
  });

  it('the ladder bears light means, and heavy ones by a step that was seen or could not wait', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...MEANS),
        fc.array(
          fc.record({
            means: fc.constantFrom(...MEANS),
            kind: fc.constantFrom('taken', 'tried', 'not-tried'),
            urgent: fc.boolean(),
            secondBy: fc.constantFrom(null, SAMIR),
          }),
        ),
        (means, chosen) => {
          const steps = chosen.map((one) =>
            meansStepSchema.parse({ ...given, ...one, id: ACTION }),
          );
          const borne = steps.some(
            (one) =>
              one.means === means && one.kind === 'taken' && (one.urgent || one.secondBy !== null),
          );
          expect(mayRun(ladderStanding(means, steps))).toBe(!isHeavy(means) || borne);
        },
      ),
    );
  });
});
