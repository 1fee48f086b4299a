import fc from 'fast-check';
import { expect, it } from 'vitest';

import { goesElsewhere, placeOf } from './copy-action.ts';

const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'));
const at = (segmentId: string, removed = false) => ({ segmentId, removed });

it('an action is where its measures are, and in its whole dossier while it has none', () => {
  const own = { dossierId: 'one' };
  expect(placeOf(own, [at('b'), at('a'), at('b'), at('c', true)], ['a', 'd'])).toEqual({
    dossierId: 'one',
    segments: ['b', 'a'],
  });
  expect(placeOf(own, [at('c', true)], ['a', 'd']).segments).toEqual(['a', 'd']);
});

it('a copy goes elsewhere as soon as one stretch, or the dossier, is another', () => {
  fc.assert(
    fc.property(ids, ids, (here, there) => {
      const source = { dossierId: 'one', segments: here };
      const isNew = there.some((id) => !here.includes(id));
      expect(goesElsewhere(source, { dossierId: 'one', segments: there })).toBe(isNew);
      expect(goesElsewhere(source, { dossierId: 'two', segments: there })).toBe(true);
    }),
  );
  const source = { dossierId: 'one', segments: ['a', 'b'] };
  expect(goesElsewhere(source, { dossierId: 'one', segments: ['b'] })).toBe(false);
  expect(goesElsewhere(source, { dossierId: 'one', segments: ['b', 'c'] })).toBe(true);
});
