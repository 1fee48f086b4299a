import fastCheck from 'fast-check';
import { describe, expect, it } from 'vitest';

import { clockFromText, clockText, dayFromText, instantOf, wallClockOf } from './wall-clock.ts';

describe('instantOf', () => {
  it('reads winter and summer time of Brussels', () => {
    expect(instantOf({ day: '2026-01-15', time: '14:05' })).toBe('2026-01-15T13:05:00.000Z');
    expect(instantOf({ day: '2026-07-15', time: '14:05' })).toBe('2026-07-15T12:05:00.000Z');
  });

  it('takes the hour after in the skipped hour, the first in the double hour', () => {
    expect(instantOf({ day: '2026-03-29', time: '02:30' })).toBe('2026-03-29T01:30:00.000Z');
    expect(instantOf({ day: '2026-10-25', time: '02:30' })).toBe('2026-10-25T00:30:00.000Z');
  });

  it('says nothing about half a date', () => {
    expect(instantOf({ day: '', time: '14:05' })).toBeUndefined();
    expect(instantOf({ day: '2026-01-15', time: '' })).toBeUndefined();
  });

  it('comes back to the same minute, the double hour excepted', () => {
    const minutes = fastCheck
      .integer({ min: 15_778_080, max: 33_000_000 })
      .map((minute) => new Date(minute * 60_000).toISOString());
    fastCheck.assert(
      fastCheck.property(minutes, (instant) => {
        const again = instantOf(wallClockOf(instant));
        const apart = Date.parse(instant) - Date.parse(again ?? '');
        expect([0, 3_600_000]).toContain(apart);
      }),
    );
  });
});

describe('dayFromText', () => {
  it.each([
    ['5/3/2026', '2026-03-05'],
    ['05-03-26', '2026-03-05'],
    ['5.3', '2027-03-05'],
    ['05032026', '2026-03-05'],
    ['29/2/2028', '2028-02-29'],
  ])('reads %s', (text, day) => {
    expect(dayFromText(text, '2027-11-22')).toBe(day);
  });

  it.each(['31/2/2026', '5/13/2026', 'gisteren', '', '5'])('refuses %j', (text) => {
    expect(dayFromText(text, '2027-11-22')).toBeNull();
  });
});

describe('clockFromText', () => {
  it.each([
    ['14:00', 840],
    ['8', 480],
    ['8:05', 485],
    ['8.30', 510],
    ['8u30', 510],
    ['8h', 480],
    ['0830', 510],
    ['830', undefined],
    ['24:00', undefined],
    ['12:60', undefined],
    ['2:00 PM', undefined],
    ['', undefined],
  ])('reads %j as %s', (text, minutes) => {
    expect(clockFromText(text)).toBe(minutes);
  });

  it('reads every time as it is written', () => {
    fastCheck.assert(
      fastCheck.property(fastCheck.nat(1_439), (minutes) => {
        expect(clockFromText(clockText(minutes))).toBe(minutes);
      }),
    );
  });
});
