import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';

import { planCases, windowCases } from '../../../tests/factories/board-cases.ts';
import { addDays } from '../../lib/dates.ts';
import { type Calendar, hasAny, icalendarText } from './icalendar.ts';
import { occurrencesIn } from './occurrences.ts';

const MADE_AT = '2026-06-15T08:00:00.000Z';
const calendarOf = (...entries: Calendar['entries']): Calendar => ({
  name: 'Wijkbord',
  language: 'nl',
  madeAt: MADE_AT,
  entries,
});

/** What another program makes of the text. */
function parsed(text: string) {
  const root = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const [zone] = root.getAllSubcomponents('vtimezone');
  const timezone = new ICAL.Timezone(zone);
  const events = root.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  return { root, timezone, events };
}

/** Every time that an event begins by that program: the clock on the wall and the moment in UTC. */
function startsOf(text: string): readonly string[] {
  const { events, timezone } = parsed(text);
  return events.flatMap((event) => {
    const found: string[] = [];
    const next = event.iterator();
    for (let time = next.next(); time; time = next.next()) {
      time.zone = timezone;
      found.push(`${time.toString()} ${time.toUnixTime()}`);
    }
    return found;
  });
}

describe('a calendar', () => {
  it('says what RFC 5545 wants of it', () => {
    const { root, events } = parsed(
      icalendarText(
        calendarOf({
          uid: 'a-days',
          summary: 'Loopt',
          location: 'Zwanenkaai',
          at: { kind: 'days', days: { from: '2026-06-15', to: '2026-07-12' } },
        }),
      ),
    );
    expect(root.getFirstPropertyValue('version')).toBe('2.0');
    expect(root.getFirstPropertyValue('prodid')).toContain('Wijkwerk');
    const [event] = events;
    expect(event?.startDate.toString()).toBe('2026-06-15');
    expect(event?.endDate.toString()).toBe('2026-07-13');
    expect(event?.uid).toBe('a-days');
    expect(event?.component.getFirstPropertyValue('dtstamp')?.toString()).toBe(
      '2026-06-15T08:00:00Z',
    );
    expect(event?.location).toBe('Zwanenkaai');
  });

  it('gives back any text, in lines that are no longer than 75 octets', () => {
    const texts = fc.string({ unit: 'binary', maxLength: 200 });
    fc.assert(
      fc.property(texts, texts, (summary, location) => {
        const at = { kind: 'days', days: { from: '2026-06-15', to: '2026-06-15' } } as const;
        const text = icalendarText(calendarOf({ uid: 'a', summary, location, at }));
        for (const line of text.split('\r\n')) {
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        }
        const [event] = parsed(text).events;
        const kept = (one: string): string =>
          one.replaceAll(/\r\n?/g, '\n').replaceAll(/(?!\n)\p{Cc}/gu, '');
        expect(event?.summary ?? '').toBe(kept(summary));
        expect(event?.location ?? '').toBe(kept(location));
      }),
    );
  });

  it('falls on the times of the board, by the clock on the wall, over changes of summer time', () => {
    fc.assert(
      fc.property(windowCases, planCases, (window, plan) => {
        const entry = {
          uid: 'm-0',
          summary: 'Toezicht',
          location: '',
          at: { kind: 'weekly', window, plan } as const,
        };
        const expected = occurrencesIn({ id: 'm', windows: [window] }, plan, plan);
        expect(hasAny(entry)).toBe(expected.length > 0);
        const found = startsOf(icalendarText(calendarOf(entry)));
        expect(found.map((start) => start.slice(0, 16))).toEqual(
          expected.map(({ day, from }) => {
            const clock = [Math.floor(from / 60), from % 60];
            return `${day}T${clock.map((one) => String(one).padStart(2, '0')).join(':')}`;
          }),
        );
      }),
    );
  });

  it('tells other programs when Brussels has summer time', () => {
    const window = { days: [1, 2, 3, 4, 5, 6, 7], from: 480, to: 540 };
    for (const from of ['2026-03-27', '2026-10-23', '2031-03-28']) {
      const plan = { from, to: addDays(from, 5) };
      const at = { kind: 'weekly', window, plan } as const;
      const entry = { uid: 'm', summary: '', location: '', at };
      const moments = startsOf(icalendarText(calendarOf(entry))).map((one) => {
        const at = new Date(Number(one.split(' ')[1]) * 1_000);
        return at.toLocaleString('sv-SE', { timeZone: 'Europe/Brussels' });
      });
      const days = [0, 1, 2, 3, 4, 5].map((day) => `${addDays(from, day)} 08:00:00`);
      expect(moments).toEqual(days);
    }
  });

  it('goes on after midnight', () => {
    const window = { days: [5], from: 1_380, to: 120 };
    const plan = { from: '2026-06-15', to: '2026-06-30' };
    const at = { kind: 'weekly', window, plan } as const;
    const [event] = parsed(
      icalendarText(calendarOf({ uid: 'm', summary: '', location: '', at })),
    ).events;
    expect(event?.startDate.toString()).toBe('2026-06-19T23:00:00');
    expect(event?.endDate.toString()).toBe('2026-06-20T02:00:00');
  });
});
