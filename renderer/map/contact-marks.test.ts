import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { ContactPoint } from '#shared/contract/contacts.ts';
import { CONTACT_REASONS } from '#shared/domain/contacts/code-lists.ts';
import { worldPixels } from '#shared/domain/territory/web-mercator.ts';

import { FAN_FROM, groupContacts } from './contact-marks.ts';

const pointArbitrary = fc.record({
  position: fc.tuple(
    fc.double({ min: 4.4, max: 4.6, noNaN: true }),
    fc.double({ min: 51, max: 51.1, noNaN: true }),
  ),
  reason: fc.constantFrom(...CONTACT_REASONS),
});
const pointsArbitrary = fc.array(pointArbitrary, { maxLength: 200 }).map((points) =>
  points.map((point, index): ContactPoint => ({
    ...point,
    id: `contact-${index}`,
    occurredAt: '2026-11-02T10:00:00.000Z',
  })),
);

describe('groupContacts', () => {
  it('shows every contact exactly once, at every zoom', () => {
    fc.assert(
      fc.property(pointsArbitrary, fc.double({ min: 8, max: 19, noNaN: true }), (points, zoom) => {
        const marks = groupContacts(points, zoom);
        const shown = marks.flatMap((mark) => mark.points.map(({ id }) => id));
        expect(shown.toSorted()).toEqual(points.map(({ id }) => id).toSorted());
        for (const mark of marks) {
          expect(mark.shares.reduce((sum, { count }) => sum + count, 0)).toBe(mark.points.length);
        }
      }),
    );
  });

  it('groups far out and shows single contacts near', () => {
    const points = [4.4801, 4.4805].map((longitude, index): ContactPoint => ({
      id: `contact-${index}`,
      position: [longitude, 51.03],
      reason: 'traffic',
      occurredAt: '2026-11-02T10:00:00.000Z',
    }));
    expect(groupContacts(points, 12)).toHaveLength(1);
    expect(groupContacts(points, 17)).toHaveLength(2);
  });

  it('fans out the contacts of one address when near', () => {
    const points = Array.from({ length: 12 }, (_, index): ContactPoint => ({
      id: `contact-${index}`,
      position: [4.48, 51.03],
      reason: 'school',
      occurredAt: '2026-11-02T10:00:00.000Z',
    }));
    const marks = groupContacts(points, FAN_FROM);
    expect(marks).toHaveLength(12);
    const scale = worldPixels(FAN_FROM);
    marks.forEach((one, index) => {
      for (const other of marks.slice(index + 1)) {
        const apart = Math.hypot(one.world.x - other.world.x, one.world.y - other.world.y) * scale;
        expect(apart).toBeGreaterThan(one.radius);
      }
    });
  });
});
