import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addDays, dayOf } from '../../lib/dates.ts';
import { applyOperation } from '../operations/apply-operation.ts';
import type { Attempt } from '../operations/attempt.ts';
import type { Fields } from '../operations/entity-rules.ts';
import type { Change } from '../operations/operation.ts';
import type { Effect, RowState } from '../operations/row-state.ts';
import { ACTION_STATES, missingToStart } from './action.ts';
import { CASEWORK_RULES } from './casework-rules.ts';

const NOOR = '019b0000-0000-7000-8000-000000000001';
const LEAD = '019b0000-0000-7000-8000-000000000002';
const DOSSIER = '019b0000-0000-7000-8000-000000000003';
const NOW = '2026-06-15T08:00:00.000Z';
const SIGN = {
  what: 'auto’s boven 50',
  better: 'lower',
  baseline: 40,
  from: '2026-05-01',
  to: '2026-05-31',
};
const ATTEMPT: Attempt = {
  opId: 'op',
  deviceId: 'desk',
  authorId: LEAD,
  madeAt: NOW,
  baseVersion: 1,
  change: { kind: 'patch', fields: {} },
};
const PLAN = {
  title: 'Trager aan de school',
  aim: 'Kinderen steken veilig over',
  sign: SIGN,
  startsOn: null,
  endsOn: '2026-09-15',
  priority: null,
  ownerId: NOOR,
  coverId: null,
};
const GIVEN = {
  dossierId: DOSSIER,
  proposedBy: NOOR,
  proposedAt: NOW,
  answerBy: '2026-06-29',
  basedOn: null,
  credits: [],
  differs: '',
  ...PLAN,
};
const FEEDBACK = { on: '2026-09-16', channel: 'at-home', text: 'Gezegd wat er kwam' };

const command = (name: string, given: Fields): Change => ({
  kind: 'command',
  name,
  arguments: given,
});
const act = (row: RowState | undefined, change: Change, authorId = NOOR): Effect =>
  applyOperation(CASEWORK_RULES.action, row, {
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
const answer = { answerReason: '' };
const proposed = (changes: Fields = {}): RowState =>
  done(act(undefined, command('proposeAction', { ...GIVEN, ...changes })));
const approved = (changes: Fields = {}): RowState =>
  done(act(proposed(changes), command('approveAction', answer), LEAD));
const START = command('startAction', { plannedMinutes: 60 });
const active = (): RowState => done(act(approved(), START));
const closing = (
  verdict: string,
  doseShare: number,
  feedback: Fields | null = FEEDBACK,
  evidence: Fields | null = null,
): Change =>
  command('closeAction', {
    evidence,
    verdict,
    verdictNote: '',
    doseShare,
    signAfter: null,
    feedback,
    learned: '',
  });

describe('N2: an action', () => {
  it.each([
    ['sign', { sign: null }],
    ['endsOn', { endsOn: null }],
    ['aim', { aim: ' ' }],
  ])('cannot become active without its %s, at the centre either', (field, changes) => {
    expect(act(approved(changes), START)).toMatchObject({ code: 'invalid', field });
    expect(
      missingToStart(
        { ...PLAN, sign: null, ...changes, state: 'approved' } as Parameters<
          typeof missingToStart
        >[0],
        { measures: 1, offLadder: 0, unconfirmed: 0, today: '2026-06-15' },
      ),
    ).toContain(field);
  });

  it('cannot begin with a baseline that is still to be counted', () => {
    const missing = (to: string): readonly string[] =>
      missingToStart(
        { ...PLAN, state: 'approved', sign: { ...SIGN, counted: 'by-hand', better: 'lower', to } },
        { measures: 1, offLadder: 0, unconfirmed: 0, today: '2026-06-15' },
      );
    expect(missing('2026-06-14')).toEqual([]);
    expect(missing('2026-06-15')).toEqual(['sign']);
  });

  it('does not begin on a day of its baseline, at the centre either', () => {
    const begun = (to: string) => act(approved({ startsOn: null, sign: { ...SIGN, to } }), START);
    expect(begun('2026-06-14').outcome).toBe('accepted');
    for (const to of ['2026-06-15', '2026-06-30']) {
      expect(begun(to)).toMatchObject({ code: 'invalid', field: 'sign' });
    }
  });

  it('goes its way from command to command, and no other way', () => {
    const ways: Readonly<Record<string, readonly [string, Change, string]>> = {
      approve: ['proposed', command('approveAction', answer), LEAD],
      refuse: ['proposed', command('refuseAction', { ...answer, answerReason: 'later' }), LEAD],
      start: ['approved', START, NOOR],
      close: ['active', closing('cannot-tell', 0.8), NOOR],
    };
    const rows = new Map<string, RowState>([
      ['proposed', proposed()],
      ['approved', approved()],
      ['active', active()],
      ['closed', done(act(active(), closing('cannot-tell', 0.8)))],
    ]);
    for (const [from, row] of rows) {
      for (const [state, change, author] of Object.values(ways)) {
        const effect = act(row, change, author);
        if (from === state) expect(effect.outcome).toBe('accepted');
        else expect(effect).toMatchObject({ code: 'wrong-state' });
      }
    }
  });

  it('is made by proposing alone, and decided on by no plain change', () => {
    expect(act(undefined, { kind: 'patch', fields: GIVEN })).toMatchObject({ code: 'immutable' });
    const sneaky = done(
      act(undefined, command('proposeAction', { ...GIVEN, state: 'active', answeredBy: NOOR })),
    );
    expect(sneaky.fields).toMatchObject({ state: 'proposed', answeredBy: null });
    fc.assert(
      fc.property(fc.constantFrom(...ACTION_STATES), (state) => {
        const effect = act(proposed(), { kind: 'patch', fields: { state } });
        expect(effect).toMatchObject({ code: 'immutable', field: 'state' });
      }),
    );
  });

  it('keeps its sign and baseline once it began, and everything once it ended', () => {
    const change = (fields: Fields): Change => ({ kind: 'patch', fields });
    const other = { ...SIGN, baseline: 80 };
    expect(act(approved(), change({ sign: other })).outcome).toBe('accepted');
    expect(act(active(), change({ sign: other }))).toMatchObject({ code: 'immutable' });
    expect(act(active(), change({ endsOn: '2026-10-01' })).outcome).toBe('accepted');
    const closed = done(act(active(), closing('cannot-tell', 0.8)));
    expect(act(closed, change({ title: 'Anders' }))).toMatchObject({ code: 'immutable' });
  });

  it('is proposed, answered and closed in one’s own name, whatever was sent', () => {
    const lied = command('proposeAction', { ...GIVEN, proposedBy: LEAD });
    expect(done(act(undefined, lied)).fields).toMatchObject({ proposedBy: NOOR });
    const answered = command('approveAction', { ...answer, answeredBy: LEAD });
    expect(done(act(proposed(), answered)).fields).toMatchObject({ answeredBy: NOOR });
    expect(done(act(active(), closing('cannot-tell', 0.8), LEAD)).fields).toMatchObject({
      closedBy: LEAD,
    });
  });

  it('has a field for those who lead for each command that is theirs alone, and no other', () => {
    for (const rules of Object.values(CASEWORK_RULES)) {
      const set = Object.values(rules.commands)
        .filter(({ by, orBy }) => by === 'leaders' && orBy === undefined)
        .flatMap(({ sets }) => Object.entries(sets?.(ATTEMPT, {}) ?? {}))
        .filter(([, value]) => value === LEAD)
        .map(([field]) => field);
      expect([...new Set(set)]).toEqual(rules.leaderFields ?? []);
    }
  });
});

it('a command fills in what it is for, and nothing else', () => {
  const smuggled = command('adoptAction', { ownerId: LEAD, state: 'active' });
  expect(act(approved(), smuggled)).toMatchObject({ code: 'immutable', field: 'state' });
  for (const rules of Object.values(CASEWORK_RULES)) {
    for (const { does, takes } of Object.values(rules.commands)) {
      expect(takes !== undefined).toBe(does === 'patch');
    }
  }
});

it('N18: a refusal needs a reason, and credit stays with who proposed it', () => {
  const refuse = (answerReason: string): Effect =>
    act(proposed(), command('refuseAction', { ...answer, answerReason }), LEAD);
  expect(refuse('  ')).toMatchObject({ code: 'invalid', field: 'answerReason' });
  expect(done(refuse('Geen mensen vrij')).fields).toMatchObject({
    state: 'refused',
    proposedBy: NOOR,
  });
  const adopted = done(act(proposed(), command('adoptAction', { ownerId: LEAD }), LEAD));
  expect(adopted.fields).toMatchObject({ ownerId: LEAD, proposedBy: NOOR });
  expect(act(proposed(), { kind: 'patch', fields: { proposedBy: LEAD } })).toMatchObject({
    code: 'immutable',
  });
});

describe('N20: closing', () => {
  it('under half of the dose is "not really tried" and nothing else, at the centre too', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('helped', 'no-sign', 'cannot-tell', 'worse', 'not-really-tried'),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (verdict, share) => {
          const effect = act(active(), closing(verdict, share));
          const fits = share < 0.5 === (verdict === 'not-really-tried');
          if (fits) expect(effect.outcome).toBe('accepted');
          else expect(effect).toMatchObject({ code: 'invalid', field: 'verdict' });
        },
      ),
    );
  });

  it('needs what residents were told', () => {
    expect(act(active(), closing('cannot-tell', 0.8, null))).toMatchObject({
      code: 'invalid',
      field: 'feedback',
    });
  });
});

const DEAL = {
  dossierId: DOSSIER,
  actionId: DOSSIER,
  partnerId: DOSSIER,
  authorId: NOOR,
  ground: '',
  fieldsOut: ['place'],
  parties: [],
  theyDo: 'Bemiddelen',
  theyWho: '',
  theyDueOn: null,
  theyDoneOn: null,
  weDo: '',
  weWhoId: null,
  weDueOn: null,
  weDoneOn: null,
  withdrawn: false,
};

it('N17: a deal without a ground holds no person, at the centre either', () => {
  const effect = applyOperation(CASEWORK_RULES.deal, undefined, {
    ...ATTEMPT,
    baseVersion: 0,
    change: command('makeDeal', { ...DEAL, fieldsOut: ['persons'], parties: [NOOR] }),
  });
  expect(effect).toMatchObject({ code: 'invalid', field: 'ground' });
});

it('no part of a deal is done before it was made, at the centre either; a day stored before stays', () => {
  const created = applyOperation(CASEWORK_RULES.deal, undefined, {
    ...ATTEMPT,
    baseVersion: 0,
    change: command('makeDeal', { ...DEAL, madeOn: '2020-01-01' }),
  });
  if (!('row' in created)) return expect.fail('the deal was refused');
  const madeOn = dayOf(ATTEMPT.madeAt);
  // Whatever the desk says of it, it is the day of its operation.
  expect(created.row.fields).toMatchObject({ madeOn });
  const early = addDays(madeOn, -1);
  const change = (row: RowState, fields: Fields) =>
    applyOperation(CASEWORK_RULES.deal, row, {
      ...ATTEMPT,
      baseVersion: row.version,
      change: { kind: 'patch', fields },
    });
  expect(change(created.row, { theyDoneOn: early })).toMatchObject({ field: 'theyDoneOn' });
  expect(change(created.row, { theyDoneOn: madeOn })).toMatchObject({ outcome: 'accepted' });
  const older = { ...created.row, fields: { ...created.row.fields, theyDoneOn: early } };
  expect(change(older, { theyDo: 'Bellen' })).toMatchObject({ outcome: 'accepted' });
});

describe('N20: a verdict that was counted', () => {
  const days = { from: '2026-04-01', to: '2026-05-01' };
  const stretch = (at: number, before: number, after: number): Fields => ({
    id: `019b0000-0000-7000-8000-0000000001${String(at).padStart(2, '0')}`,
    metres: 100,
    leadUp: { count: before },
    count: { before, after },
  });
  const counted = (before: number, after: number, breaks: Fields[] = []): Fields => ({
    before: days,
    leadUp: days,
    after: days,
    own: [stretch(0, before, after)],
    comparison: Array.from({ length: 12 }, (_, at) => stretch(at + 1, 20, 20)),
    surroundings: [],
    breaks,
  });
  const closed = (verdict: string, evidence: Fields): Effect =>
    act(active(), closing(verdict, 0.8, FEEDBACK, evidence));

  it('stands at the centre only where the counts allow it', () => {
    expect(done(closed('helped', counted(40, 8))).fields).toMatchObject({
      evidence: { own: [{ count: { after: 8 } }] },
    });
    for (const verdict of ['worse', 'no-sign']) {
      expect(closed(verdict, counted(40, 8))).toMatchObject({ code: 'invalid', field: 'verdict' });
    }
    expect(closed('helped', counted(20, 18))).toMatchObject({ field: 'verdict' });
    // Where nothing at all was counted, perhaps nobody brought it in.
    expect(closed('no-sign', counted(0, 0))).toMatchObject({ field: 'verdict' });
    expect(closed('cannot-tell', counted(0, 0)).outcome).toBe('accepted');
    const ran = { from: '2026-04-01', to: '2026-05-01' };
    const reaching = (until: string): Fields => ({
      ...counted(40, 8),
      reach: { ran, until, whole: true },
    });
    expect(closed('helped', reaching('2026-04-10'))).toMatchObject({ field: 'verdict' });
    expect(closed('cannot-tell', reaching('2026-04-10')).outcome).toBe('accepted');
    expect(closed('helped', reaching('2026-04-16')).outcome).toBe('accepted');
    const broken = counted(40, 8, [{ source: 'Camera’s', on: '2026-04-10', note: 'Nieuwe' }]);
    expect(closed('helped', broken)).toMatchObject({ field: 'verdict' });
    expect(closed('cannot-tell', broken).outcome).toBe('accepted');
    const doubtful = counted(40, 8, [
      { source: 'Camera’s', on: '2026-01-01', note: '', suspected: true },
    ]);
    expect(closed('helped', doubtful)).toMatchObject({ field: 'verdict' });
    expect(done(closed('cannot-tell', doubtful)).fields).toMatchObject({
      evidence: { breaks: [{ suspected: true }] },
    });
    expect(closed('helped', { ...counted(40, 8), own: 'veel' })).toMatchObject({
      field: 'evidence',
    });
  });

  it('may leave a street out as long as the action runs', () => {
    const leftOut = { add: [{ segmentId: DOSSIER, reason: 'Daar lag de straat open' }] };
    const leave: Change = { kind: 'patch', fields: { leftOut } };
    expect(done(act(active(), leave)).fields).toMatchObject({ leftOut: leftOut.add });
    const over = done(closed('cannot-tell', counted(40, 8)));
    expect(act(over, leave)).toMatchObject({ field: 'leftOut' });
  });
});
