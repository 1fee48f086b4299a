import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Fields, RowBeside } from '../operations/entity-rules.ts';
import {
  asNamedBefore,
  bindingMeasures,
  type PlacedStretch,
  STRETCHES_STAY,
  stretchesRefusal,
} from './dossier-stretches.ts';

const LINEAGES = ['a', 'b', 'c', 'd', 'e'];
const HERE = 'here';

/** Some rows of five stretches, each in one of its versions. */
const stretches = (area: fc.Arbitrary<string | null> = fc.constant(HERE)) =>
  fc.uniqueArray(fc.record({ lineage: fc.constantFrom(...LINEAGES), version: fc.nat(2), area }), {
    selector: ({ lineage }) => lineage,
    maxLength: 5,
  });
const rows = (
  found: readonly { lineage: string; version: number; area: string | null }[],
): PlacedStretch[] =>
  found.map(({ lineage, version, area }) => ({ id: `${lineage}${version}`, lineage, area }));
const uses = fc.array(
  fc.record({ actionId: fc.constantFrom('one', 'other'), lineage: fc.constantFrom(...LINEAGES) }),
);

describe('the stretches of a dossier', () => {
  it('change to any of its neighbourhood, as long as one is left and none goes that an action uses', () => {
    fc.assert(
      fc.property(
        stretches(),
        stretches(fc.constantFrom(HERE, 'elsewhere', null)),
        uses,
        (before, after, used) => {
          const [old, next] = [rows(before), rows(after)];
          const kept = next.map(({ lineage }) => lineage);
          const had = old.map(({ lineage }) => lineage);
          const refusal = stretchesRefusal(old, next, HERE, used);
          const strays = next.some(({ lineage, area }) => area !== HERE && !had.includes(lineage));
          const bound = used.filter(
            ({ lineage }) => had.includes(lineage) && !kept.includes(lineage),
          );
          if (next.length === 0) expect(refusal).toEqual({ reason: 'no-stretch' });
          else if (strays) expect(refusal).toEqual({ reason: 'another-neighbourhood' });
          else if (bound.length === 0) expect(refusal).toBeUndefined();
          else {
            const lost = refusal?.reason === 'stretch-in-use' ? refusal : expect.fail('not in use');
            const { lineage } = old.find(({ id }) => id === lost.segmentId) ?? expect.fail();
            expect(bound).toContainEqual({ actionId: lost.actionId, lineage });
          }
        },
      ),
    );
  });

  it('are refused or not whatever row of the territory names each', () => {
    fc.assert(
      fc.property(stretches(), stretches(), uses, fc.nat(2), (before, after, used, version) => {
        const others = rows(after.map((one) => ({ ...one, version })));
        const answer = stretchesRefusal(rows(before), rows(after), HERE, used);
        expect(stretchesRefusal(rows(before), others, HERE, used)).toEqual(answer);
      }),
    );
  });

  it('keep the row by which the dossier names them, so that nothing goes and comes back by itself', () => {
    fc.assert(
      fc.property(stretches(), stretches(), (before, after) => {
        const [old, next] = [rows(before), rows(after)];
        const named = asNamedBefore(old, next);
        expect(named).toHaveLength(next.length);
        next.forEach(({ id, lineage }, at) => {
          expect(named[at]).toBe(old.find((one) => one.lineage === lineage)?.id ?? id);
        });
      }),
    );
  });
});

describe('at the centre', () => {
  const measure = fc.record({
    actionId: fc.constantFrom('one', 'refused'),
    segmentId: fc.constantFrom(...LINEAGES),
    removed: fc.boolean(),
  });
  const ids = fc.uniqueArray(fc.constantFrom(...LINEAGES));
  const actions = [
    { id: 'one', state: 'closed' },
    { id: 'refused', state: 'refused' },
  ];

  it('says of every change what the desk says of it', () => {
    fc.assert(
      fc.property(ids, ids, fc.array(measure), (before, after, measures) => {
        const others: RowBeside[] = [
          ...actions.map(({ id, state }) => ({ id, entity: 'action', fields: { state } })),
          ...measures.map((fields, at) => ({ id: `m${at}`, entity: 'measure', fields })),
        ];
        const [was, is]: Fields[] = [{ segments: before }, { segments: after }];
        const place = (id: string): PlacedStretch => ({ id, lineage: id, area: HERE });
        const used = bindingMeasures(measures, actions).map(({ actionId, segmentId }) => ({
          actionId,
          lineage: segmentId,
        }));
        const matters = STRETCHES_STAY.matters(is ?? {}, was);
        expect(matters).toBe(before.some((id) => !after.includes(id)));
        const desk = stretchesRefusal(before.map(place), after.map(place), HERE, used);
        const centre = matters ? STRETCHES_STAY.refuse(is ?? {}, others, was) : undefined;
        // A dossier that never had any is not asked for one.
        if (before.length > 0 || after.length > 0) expect(centre).toBe(desk?.reason);
      }),
    );
  });

  it('has no word against a new dossier, and reads no measure of a newer application as none', () => {
    expect(STRETCHES_STAY.matters({ segments: ['a'] }, undefined)).toBe(false);
    const odd = { id: 'm', entity: 'measure', fields: { segmentId: 'a', minutes: 'many' } };
    const change = [{ segments: ['b'] }, [odd], { segments: ['a', 'b'] }] as const;
    expect(STRETCHES_STAY.refuse(...change)).toBe('stretch-in-use');
  });
});
