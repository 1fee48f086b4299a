import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addDays } from '../../lib/dates.ts';
import { agendaOf, concernOf, URGENCIES, urgencyOf } from './agenda.ts';
import { closed, type ContactPromise, handedTo, keptBy, PROMISE_STATES } from './promise.ts';

const NOW = '2026-06-15T08:00:00.000Z';
const TODAY = '2026-06-15';

const promises = fc.record<ContactPromise>({
  id: fc.uuid(),
  contactId: fc.uuid(),
  ownerId: fc.constantFrom('noor', 'samir', 'fien'),
  ownerName: fc.constant('Iemand'),
  streetId: fc.uuid(),
  streetNameNl: fc.constant('Zonnebloemstraat'),
  streetNameFr: fc.constant(''),
  neighbourhoodId: fc.constantFrom('noord', 'zuid', null),
  text: fc.string({ minLength: 1 }),
  dueOn: fc.integer({ min: -40, max: 40 }).map((days) => addDays(TODAY, days)),
  state: fc.constantFrom(...PROMISE_STATES),
  outcome: fc.constantFrom('', 'Gebeld', 'Gemaild'),
  closedAt: fc.constant(null),
  channel: fc.constantFrom('telephone', null),
  toldBy: fc.constantFrom('telephone', 'mail', null),
});
const closings = fc.record({
  kept: fc.boolean(),
  outcome: fc.constantFrom('Gebeld', 'Gemaild'),
  toldBy: fc.constantFrom('telephone', 'mail', null),
});
const owners = fc
  .constantFrom('noor', 'samir', 'fien')
  .map((id) => ({ id, displayName: `Agent ${id}` }));

describe('closing a promise', () => {
  it('tells the outcome once: the same again changes nothing, another is refused', () => {
    fc.assert(
      fc.property(promises, closings, closings, (promise, first, second) => {
        const open = { ...promise, state: 'open' } as const;
        const once = closed(open, first, NOW);
        expect(once).toMatchObject({
          state: first.kept ? 'kept' : 'not-kept',
          outcome: first.outcome,
          toldBy: first.toldBy,
          closedAt: NOW,
        });
        const again = once && closed(once, second, '2027-01-01T00:00:00.000Z');
        const isSame = JSON.stringify(first) === JSON.stringify(second);
        expect(again).toEqual(isSame ? once : undefined);
      }),
    );
  });

  it('changes nothing of what was promised, to whom, and until when', () => {
    fc.assert(
      fc.property(promises, closings, (promise, closing) => {
        const after = closed(promise, closing, NOW);
        if (!after) return;
        for (const name of ['id', 'contactId', 'ownerId', 'streetId', 'text', 'dueOn'] as const) {
          expect(after[name]).toBe(promise[name]);
        }
      }),
    );
  });
});

describe('a promise that changes hands', () => {
  it('keeps the day that the resident was told, through any number of hands', () => {
    fc.assert(
      fc.property(promises, fc.array(owners, { maxLength: 5 }), (promise, hands) => {
        const open: ContactPromise = { ...promise, state: 'open' };
        const after = hands.reduce((held, owner) => handedTo(held, owner) ?? held, open);
        const last = hands.at(-1);
        expect(after.ownerId).toBe(last ? last.id : open.ownerId);
        expect({ ...after, ownerId: '', ownerName: '' }).toEqual({
          ...open,
          ownerId: '',
          ownerName: '',
        });
      }),
    );
  });

  it('is an open one: a closed one stays with who closed it', () => {
    fc.assert(
      fc.property(promises, owners, (promise, owner) => {
        const after = handedTo(promise, owner);
        if (promise.state === 'open' || promise.ownerId === owner.id) expect(after).toBeDefined();
        else expect(after).toBeUndefined();
      }),
    );
  });
});

describe('a promise of who is away', () => {
  it('is with who stands in while it is open, and stays what it was', () => {
    const standIns = fc
      .array(fc.tuple(fc.constantFrom('noor', 'samir', 'fien'), owners), { maxLength: 4 })
      .map((all) => new Map<string, { id: string; displayName: string }>(all));
    fc.assert(
      fc.property(promises, standIns, (promise, who) => {
        const { keeperId, keeperName, ...rest } = keptBy(promise, who);
        expect(rest).toEqual(promise);
        const standIn = promise.state === 'open' ? who.get(promise.ownerId) : undefined;
        expect([keeperId, keeperName]).toEqual(
          standIn ? [standIn.id, standIn.displayName] : [promise.ownerId, promise.ownerName],
        );
      }),
    );
  });
});

describe('the agenda', () => {
  it('holds every promise once, the most urgent first', () => {
    fc.assert(
      fc.property(fc.array(promises, { maxLength: 30 }), (all) => {
        const agenda = agendaOf(all, TODAY);
        const listed = agenda.flatMap((part) => part.promises);
        expect(listed).toHaveLength(all.length);
        expect(new Set(listed)).toEqual(new Set(all));
        const days = listed.map(({ dueOn }) => dueOn);
        expect(days).toEqual([...days].sort());
        const order = agenda.map(({ urgency }) => URGENCIES.indexOf(urgency));
        expect(order).toEqual([...order].sort());
        expect(agenda.every((part) => part.promises.length > 0)).toBe(true);
      }),
    );
  });

  it.each([
    [-1, 'late'],
    [0, 'today'],
    [1, 'week'],
    [7, 'week'],
    [8, 'later'],
  ] as const)('calls a promise of %i days from now %s', (days, urgency) => {
    expect(urgencyOf(addDays(TODAY, days), TODAY)).toBe(urgency);
  });
});

it('concerns who keeps it first, then who answers for where it was made', () => {
  const made = { keeperId: 'noor', neighbourhoodId: 'noord' };
  expect(concernOf(made, 'noor', new Set(['noord']))).toBe('mine');
  expect(concernOf(made, 'samir', new Set(['noord']))).toBe('neighbourhood');
  expect(concernOf(made, 'samir', new Set(['zuid']))).toBeUndefined();
  expect(concernOf({ ...made, neighbourhoodId: null }, 'samir', new Set())).toBeUndefined();
});
