import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { ContactPoint, ContactsOnMap } from '#shared/contract/contacts.ts';
import { REASON_FAMILIES, type ReasonFamily } from '#shared/domain/codes/code.ts';
import { SINGLE_FROM_ZOOM } from '#shared/domain/contacts/contact-map.ts';
import { worldPixels } from '#shared/domain/territory/web-mercator.ts';

import { markFor, marksOf } from './contact-marks.ts';

/** Names as a zone may have made them itself; one that nobody knows has a family too. */
const REASONS = [...REASON_FAMILIES.map((family) => `our-${family}`), 'our-second-traffic'];
const familyOf = (reason: string): ReasonFamily =>
  REASON_FAMILIES.find((family) => reason.endsWith(family)) ?? 'town';

const pointOf = (index: number, longitude: number, latitude = 51.03): ContactPoint => ({
  id: `contact-${index}`,
  position: [longitude, latitude],
  reason: 'traffic',
  occurredAt: '2026-11-02T10:00:00.000Z',
});

const longitude = fc.double({ min: 4.4, max: 4.6, noNaN: true });
const latitude = fc.double({ min: 51, max: 51.1, noNaN: true });
const contactsArbitrary = fc
  .record({
    places: fc.array(fc.tuple(longitude, latitude), { maxLength: 100 }),
    groups: fc.array(
      fc.tuple(
        longitude,
        latitude,
        fc.array(fc.nat({ max: 500 }), { minLength: REASONS.length, maxLength: REASONS.length }),
      ),
      { maxLength: 60 },
    ),
  })
  .map(({ places, groups }): ContactsOnMap => ({
    reasons: REASONS,
    points: places.map(([east, north], index) => pointOf(index, east, north)),
    groups: groups
      .filter(([, , counts]) => counts.some((count) => count > 0))
      .map(([east, north, counts]) => ({
        position: [east, north],
        bounds: [east - 0.001, north - 0.001, east + 0.001, north + 0.001],
        counts,
      })),
  }));

describe('marksOf', () => {
  it('counts every contact exactly once, at every zoom', () => {
    fc.assert(
      fc.property(contactsArbitrary, fc.double({ min: 8, max: 19, noNaN: true }), (all, zoom) => {
        const marks = marksOf(all, zoom, familyOf);
        const grouped = all.groups.flatMap(({ counts }) => counts);
        const expected = grouped.reduce((sum, one) => sum + one, 0) + all.points.length;
        expect(marks.reduce((sum, { count }) => sum + count, 0)).toBe(expected);
        for (const mark of marks) {
          expect(mark.shares.reduce((sum, { count }) => sum + count, 0)).toBe(mark.count);
          expect(mark.point === null).toBe(mark.count > 1 || mark.radius > 7);
        }
      }),
    );
  });

  it('puts reasons of one family into one share, in the fixed order of the families', () => {
    const contacts: ContactsOnMap = {
      reasons: REASONS,
      groups: [
        {
          position: [4.48, 51.03],
          bounds: [4.48, 51.03, 4.48, 51.03],
          counts: REASONS.map(() => 2),
        },
      ],
      points: [],
    };
    const [mark] = marksOf(contacts, 12, familyOf);
    expect(mark?.shares).toEqual(
      REASON_FAMILIES.map((family) => ({ family, count: family === 'traffic' ? 4 : 2 })),
    );
  });

  it('puts contacts together far out and shows them alone near', () => {
    const points = [4.4801, 4.4805].map((east, index) => pointOf(index, east));
    expect(marksOf({ reasons: [], groups: [], points }, 12, familyOf)).toMatchObject([
      { count: 2 },
    ]);
    expect(marksOf({ reasons: [], groups: [], points }, 17, familyOf)).toHaveLength(2);
  });

  it('fans out the contacts of one address when near', () => {
    const points = Array.from({ length: 12 }, (_, index) => pointOf(index, 4.48));
    const marks = marksOf({ reasons: [], groups: [], points }, SINGLE_FROM_ZOOM, familyOf);
    expect(marks).toHaveLength(12);
    const scale = worldPixels(SINGLE_FROM_ZOOM);
    marks.forEach((one, index) => {
      for (const other of marks.slice(index + 1)) {
        const apart = Math.hypot(one.world.x - other.world.x, one.world.y - other.world.y) * scale;
        expect(apart).toBeGreaterThan(one.radius);
      }
    });
  });
});

describe('markFor', () => {
  const far = pointOf(1, 4.58);
  const contacts: ContactsOnMap = {
    reasons: ['traffic'],
    groups: [{ position: [4.45, 51.03], bounds: [4.44, 51.02, 4.46, 51.04], counts: [3] }],
    points: [far],
  };
  const marks = marksOf(contacts, 14, familyOf);

  it('is the mark of the contact, else the group it lies in, else one of its own', () => {
    expect(markFor(marks, far, familyOf).point).toBe(far);
    expect(markFor(marks, pointOf(2, 4.441), familyOf)).toMatchObject({ point: null, count: 3 });
    expect(markFor(marks, pointOf(3, 4.5), familyOf).point?.id).toBe('contact-3');
  });
});
