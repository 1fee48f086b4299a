import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  ENOUGH_OF_OWN,
  type HourSigns,
  type HoursOfSigns,
  proposedWindows,
} from './propose-windows.ts';
import { hoursTouched, timeWindowsSchema } from './time-window.ts';

const weekOf = (hours: readonly number[]): number[] => {
  const counts = Array.from({ length: 168 }, () => 0);
  for (const hour of hours) counts[hour] = (counts[hour] ?? 0) + 1;
  return counts;
};
const signsOf = (facts: readonly number[], contacts: readonly number[] = []): HourSigns => ({
  facts: weekOf(facts),
  contacts: weekOf(contacts),
});
/** Evenings of the week from 18:00 on, some of them. */
const evenings = (count: number): number[] =>
  Array.from({ length: count }, (_, one) => (one % 7) * 24 + 18 + (one % 4));
/** What officers hear at work. */
const AT_WORK = Array.from({ length: 400 }, (_, one) => (one % 5) * 24 + 9 + (one % 8));

interface Told {
  readonly stretch: readonly number[];
  readonly street?: readonly number[];
  readonly around?: readonly number[];
}
/** Hours of facts on the stretch, of those beside it in its street, and of those around the street. */
const hoursOf = ({ stretch, street = [], around = [] }: Told): HoursOfSigns => ({
  stretch: signsOf(stretch),
  street: signsOf([...stretch, ...street]),
  neighbourhood: signsOf([...stretch, ...street, ...around]),
  spoken: weekOf(AT_WORK),
});

const EVENING = [{ days: [1, 2, 3, 4, 5, 6, 7], from: 1_080, to: 1_320 }];

describe('times of the week for a stretch', () => {
  it('are those of its own signs, else of its street, else of its neighbourhood', () => {
    expect(proposedWindows(hoursOf({ stretch: evenings(28) }), [])).toEqual({
      windows: EVENING,
      when: { kind: 'stands-out', place: 'stretch', inside: 28, signs: 28, own: 28 },
    });
    expect(
      proposedWindows(hoursOf({ stretch: evenings(3), street: evenings(25) }), []).when,
    ).toEqual({ kind: 'stands-out', place: 'street', inside: 28, signs: 28, own: 3 });
    expect(proposedWindows(hoursOf({ stretch: [], around: evenings(28) }), [])).toEqual({
      windows: EVENING,
      when: { kind: 'stands-out', place: 'neighbourhood', inside: 28, signs: 28, own: 0 },
    });
  });

  it('are not borrowed where enough is known, and nothing stands out of it', () => {
    const anyHour = (count: number) => Array.from({ length: count }, (_, one) => one * 7 + 2);
    const told = { stretch: anyHour(ENOUGH_OF_OWN), street: evenings(60), around: evenings(60) };
    expect(proposedWindows(hoursOf(told), []).when).toEqual({
      kind: 'even',
      place: 'stretch',
      signs: ENOUGH_OF_OWN,
    });
    const fewer = { ...told, stretch: anyHour(ENOUGH_OF_OWN - 1) };
    expect(proposedWindows(hoursOf(fewer), []).when).toMatchObject({
      kind: 'stands-out',
      place: 'street',
      own: ENOUGH_OF_OWN - 1,
    });
    const calm = { ...fewer, street: anyHour(1) };
    expect(proposedWindows(hoursOf(calm), []).when).toMatchObject({ place: 'street' });
  });

  it('come of contacts too, unless these are the hours at which officers speak with people', () => {
    const told = (contacts: readonly number[]): HoursOfSigns => ({
      ...hoursOf({ stretch: [] }),
      stretch: signsOf([], contacts),
      street: signsOf([], contacts),
      neighbourhood: signsOf([], contacts),
    });
    expect(proposedWindows(told(evenings(8)), []).when).toMatchObject({ inside: 8, own: 8 });
    expect(proposedWindows(told(AT_WORK.slice(0, 80)), []).when).toEqual({
      kind: 'even',
      place: 'stretch',
      signs: 80,
    });
    // Where nothing else was ever told, nobody knows what is ordinary.
    expect(proposedWindows({ ...told(evenings(8)), spoken: weekOf([]) }, []).when.kind).toBe(
      'even',
    );
  });

  it('are else what the dossier says, and none of nothing', () => {
    const said = [{ days: [6], from: 600, to: 660 }];
    expect(proposedWindows(hoursOf({ stretch: [3] }), said)).toEqual({
      windows: said,
      when: { kind: 'as-said' },
    });
    expect(proposedWindows(hoursOf({ stretch: [3], around: evenings(60) }), said).when).toEqual({
      kind: 'as-said',
    });
    expect(
      proposedWindows(hoursOf({ stretch: [], street: evenings(28) }), said).when,
    ).toMatchObject({
      place: 'street',
    });
    expect(proposedWindows(hoursOf({ stretch: [] }), [])).toEqual({
      windows: [],
      when: { kind: 'not-known' },
    });
  });

  const some = fc.array(fc.oneof(fc.nat(167), fc.constantFrom(...evenings(28))), {
    maxLength: ENOUGH_OF_OWN / 2 - 1,
  });
  const known = fc.record({
    stretch: some,
    street: some,
    around: fc.array(fc.constantFrom(...evenings(28)), { maxLength: 30 }),
  });

  it('can be planned as they are, and keep the hour of one more fact on the stretch', () => {
    fc.assert(
      fc.property(known, fc.nat(), (told, choice) => {
        const { windows } = proposedWindows(hoursOf(told), []);
        expect(timeWindowsSchema.safeParse(windows).success).toBe(true);
        const hours = hoursTouched(windows);
        const hour = hours[choice % hours.length];
        if (hour === undefined) return;
        const more = hoursOf({ ...told, stretch: [...told.stretch, hour] });
        expect(hoursTouched(proposedWindows(more, []).windows)).toContain(hour);
      }),
      { numRuns: 150 },
    );
  });

  it('do not depend on the order of the facts', () => {
    fc.assert(
      fc.property(known, (told) => {
        const turned = {
          stretch: [...told.stretch].reverse(),
          street: [...told.street].reverse(),
          around: [...told.around].reverse(),
        };
        expect(proposedWindows(hoursOf(turned), [])).toEqual(proposedWindows(hoursOf(told), []));
      }),
      { numRuns: 50 },
    );
  });
});
