import { describe, expect, it } from 'vitest';

import { makeFormats } from './formats.ts';

const now = () => '2026-03-29T10:00:00.000Z';

describe('makeFormats', () => {
  it.each(['nl', 'fr', 'en'] as const)('writes days and times as in Belgium (%s)', (language) => {
    const formats = makeFormats(language, now);
    expect(formats.day('2026-11-02')).toBe('02/11/2026');
    expect(formats.moment('2026-11-02T22:30:00.000Z')).toBe('02/11/2026 23:30');
    expect(formats.time('2026-07-01T22:05:00.000Z')).toBe('00:05');
  });

  it.each([
    ['nl', '5.797'],
    ['fr', '5\u202f797'],
    ['en', '5,797'],
  ] as const)('groups the digits of a number as the language does (%s)', (language, written) => {
    expect(makeFormats(language, now).number(5797)).toBe(written);
    expect(makeFormats(language, now).number(Math.round(-0.4))).toBe('0');
  });

  it.each([
    ['nl', '1,4 MB', '20 kB'],
    ['fr', '1,4 Mo', '20 ko'],
    ['en', '1.4 MB', '20 kB'],
  ] as const)('writes a size as the language does (%s)', (language, large, small) => {
    const formats = makeFormats(language, now);
    expect([formats.size(1_400_000), formats.size(20_000)]).toEqual([large, small]);
  });

  it('counts in calendar days of Brussels, also over the change of the clock', () => {
    const formats = makeFormats('nl', now);
    expect(formats.relativeDay('2026-03-29')).toBe('vandaag');
    expect(formats.relativeDay('2026-03-28')).toBe('gisteren');
    expect(formats.relativeDay('2026-04-01')).toBe('over 3 dagen');
    expect(formats.recentMoment('2026-03-28T23:30:00.000Z')).toBe('vandaag 00:30');
    expect(formats.recentMoment('2026-03-28T22:30:00.000Z')).toBe('gisteren 23:30');
  });

  it('says how long something takes', () => {
    expect(makeFormats('nl', now).span(1)).toBe('1 dag');
    expect(makeFormats('fr', now).span(21)).toBe('3\u00a0semaines');
    expect(makeFormats('en', now).span(75)).toBe('2 months');
  });

  it('falls back to the Dutch name where there is no French one', () => {
    expect(makeFormats('fr', now).name('Dijle', '')).toBe('Dijle');
    expect(makeFormats('fr', now).name('Dijle', 'Dyle')).toBe('Dyle');
    expect(makeFormats('en', now).name('Dijle', 'Dyle')).toBe('Dijle');
  });
});
