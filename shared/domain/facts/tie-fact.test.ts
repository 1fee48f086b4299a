import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Position } from '../territory/geometry.ts';
import {
  type FactPlace,
  type NearSegment,
  streetNamedIn,
  TELLS_APART_METRES,
  tieFact,
} from './tie-fact.ts';

const here: Position = [4.48, 51.03];
const segment = (id: string, metres: number, more: Partial<NearSegment> = {}): NearSegment => ({
  id,
  streetId: `street of ${id}`,
  names: [`name of ${id}`],
  neighbourhoodId: 'north',
  metres,
  ...more,
});
const place = (near: readonly NearSegment[], more: Partial<FactPlace> = {}): FactPlace => ({
  position: here,
  neighbourhoodId: 'north',
  named: null,
  streets: [],
  near,
  ...more,
});

describe('a fact', () => {
  it('lies on the nearest segment', () => {
    expect(tieFact(place([segment('b', 20), segment('a', 9)]))).toEqual({
      tie: 'nearest',
      neighbourhoodId: 'north',
      streetId: 'street of a',
      segmentId: 'a',
    });
  });

  it('lies on the street that the source names rather than on a nearer one', () => {
    const near = [segment('a', 1), segment('b', 30), segment('c', 40, { names: ['name of b'] })];
    expect(tieFact(place(near, { named: 'name of b' }))).toMatchObject({
      tie: 'name',
      segmentId: 'b',
    });
  });

  it('lies on no segment where the named street is elsewhere, or two are equally near', () => {
    const near = [segment('a', 1), segment('b', 30)];
    expect(tieFact(place(near, { named: 'elsewhere' })).tie).toBe('ambiguous');
    const twins = [segment('a', 5), segment('b', 5 + TELLS_APART_METRES)];
    expect(tieFact(place(twins))).toMatchObject({ tie: 'ambiguous', segmentId: null });
    const oneStreet = [segment('a', 5, { streetId: 's' }), segment('b', 5, { streetId: 's' })];
    expect(tieFact(place(oneStreet))).toMatchObject({ tie: 'nearest', segmentId: 'a' });
  });

  it('lies on no segment where none is near, or outside of the zone', () => {
    expect(tieFact(place([])).tie).toBe('too-far');
    const beyond = segment('a', 2, { neighbourhoodId: 'south' });
    expect(tieFact(place([beyond]))).toMatchObject({
      tie: 'border',
      neighbourhoodId: 'north',
      segmentId: null,
    });
    expect(tieFact(place([beyond], { neighbourhoodId: null })).tie).toBe('outside');
  });

  it('is not tied across a border, not even to the street that it names and that is the border', () => {
    const across = segment('a', 0, { neighbourhoodId: 'south' });
    const own = segment('own', 30);
    const none = {
      tie: 'border',
      neighbourhoodId: 'north',
      streetId: null,
      segmentId: null,
    };
    expect(tieFact(place([across, own], { named: 'name of a' }))).toEqual(none);
    expect(tieFact(place([across]))).toEqual(none);
    // A segment of the same street on this side is tied to.
    const here = segment('b', 40, { names: ['name of a'] });
    const at = place([across, own, here], { named: 'name of a' });
    expect(tieFact(at)).toMatchObject({ tie: 'name', neighbourhoodId: 'north', segmentId: 'b' });
    // What names nothing lies on the nearest of its own side.
    expect(tieFact(place([across, own]))).toMatchObject({ tie: 'nearest', segmentId: 'own' });
  });

  it('without a point lies on its street, where there is one of that name', () => {
    const nowhere = { position: undefined, neighbourhoodId: null, named: 'kerkstraat' };
    const one = { id: 's1', neighbourhoodIds: ['north'] };
    const two = { id: 's2', neighbourhoodIds: ['north', 'south'] };
    expect(tieFact(place([], { ...nowhere, streets: [one] }))).toEqual({
      tie: 'street',
      neighbourhoodId: 'north',
      streetId: 's1',
      segmentId: null,
    });
    expect(tieFact(place([], { ...nowhere, streets: [two] }))).toMatchObject({
      tie: 'street',
      neighbourhoodId: null,
    });
    expect(tieFact(place([], { ...nowhere, streets: [one, two] })).tie).toBe('no-place');
    expect(tieFact(place([], { ...nowhere, named: null })).tie).toBe('no-place');
  });
});

describe('whatever lies around', () => {
  const near = fc.uniqueArray(
    fc.record({
      id: fc.string({ minLength: 1, maxLength: 3 }),
      streetId: fc.constantFrom('s1', 's2', 's3'),
      names: fc.constantFrom(['one'], ['two', 'deux'], []),
      neighbourhoodId: fc.constantFrom('north', 'south', null),
      metres: fc.double({ min: 0, max: 60, noNaN: true }),
    }),
    { selector: ({ id }) => id },
  );
  const some = fc.record({
    position: fc.constantFrom(here, undefined),
    neighbourhoodId: fc.constantFrom('north', 'south', null),
    named: fc.constantFrom('one', 'two', 'three', null),
    streets: fc.constantFrom([], [{ id: 's1', neighbourhoodIds: ['north'] }]),
    near,
  });

  it('no border is crossed, and the order in which segments come does not matter', () => {
    fc.assert(
      fc.property(some, (given) => {
        const tied = tieFact(given);
        const on = given.near.find(({ id }) => id === tied.segmentId);
        expect(tied.segmentId === null).toBe(tied.tie !== 'name' && tied.tie !== 'nearest');
        if (given.position) expect(tied.neighbourhoodId).toBe(given.neighbourhoodId);
        if (on) {
          expect(on.neighbourhoodId).toBe(given.neighbourhoodId);
          expect(tied.streetId).toBe(on.streetId);
        }
        expect(tieFact({ ...given, near: given.near.toReversed() })).toEqual(tied);
      }),
    );
  });

  it('no nearer segment is passed over, but for the name that the source gives', () => {
    fc.assert(
      fc.property(some, (given) => {
        const tied = tieFact(given);
        const on = given.near.find(({ id }) => id === tied.segmentId);
        if (!on) return;
        const nearer = given.near.filter(
          (other) => other.neighbourhoodId === given.neighbourhoodId && other.metres < on.metres,
        );
        for (const other of nearer) {
          expect(tied.tie).toBe('name');
          expect(other.names).not.toContain(given.named);
        }
      }),
    );
  });
});

describe('the street in a text', () => {
  const names = new Set(['bond street', 'kerkstraat', 'nieuwe kerkstraat', 'rue de l eglise']);
  it.each([
    ['On or near Bond Street', 'bond street'],
    ['Kerkstraat 12, 2800 Mechelen', 'kerkstraat'],
    ['hoek Kerkstraat en Nieuwe Kerkstraat', 'nieuwe kerkstraat'],
    ["RUE DE L'ÉGLISE", 'rue de l eglise'],
    ['Supermarket', null],
    ['Bondstreet', null],
    ['', null],
  ])('%j', (text, street) => {
    expect(streetNamedIn(text, (folded) => names.has(folded))).toBe(street);
  });
});
