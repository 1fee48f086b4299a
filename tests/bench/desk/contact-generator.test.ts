import { beforeAll, describe, expect, it } from 'vitest';

import { dayOf } from '#shared/lib/dates.ts';
import { seededRandom } from '#shared/lib/random.ts';

import { generateTerritory } from '../../factories/generated-territory.ts';
import {
  type BenchContact,
  type ContactOptions,
  END_DAY,
  generateContacts,
} from './contact-generator.ts';
import { makePlaces } from './contact-places.ts';
import { makeVocabulary } from './vocabulary.ts';

const COUNT = 12_000;
const town = generateTerritory({ seed: 3, streets: 120, segments: 400, addresses: 2_000 });
const options = (seed: number): ContactOptions => ({
  seed,
  count: COUNT,
  vocabulary: makeVocabulary(1),
  place: makePlaces(town, seededRandom(9)),
  authors: ['owner', 'first', 'second', 'third'],
  parties: Array.from({ length: 500 }, (_, index) => `party-${index}`),
});

let contacts: readonly BenchContact[];
beforeAll(() => {
  contacts = [...generateContacts(options(1))];
});

const shareOf = (has: (contact: BenchContact) => boolean): number =>
  contacts.filter(has).length / contacts.length;

describe('generated contacts', () => {
  it('are the same for the same seed, to the last byte, and others for another', () => {
    const text = JSON.stringify(contacts);
    expect(JSON.stringify([...generateContacts(options(1))])).toBe(text);
    expect(JSON.stringify([...generateContacts(options(2))])).not.toBe(text);
  });

  it('are as many as asked for, in the order of time, each with a number of its own', () => {
    expect(contacts).toHaveLength(COUNT);
    contacts.slice(1).forEach(({ rowId, occurredAt }, index) => {
      expect(rowId).toBeGreaterThan(contacts[index]?.rowId ?? 0);
      expect(occurredAt >= (contacts[index]?.occurredAt ?? '')).toBe(true);
    });
    expect(new Set(contacts.map(({ id }) => id)).size).toBe(COUNT);
  });

  it('lie in the five years before the last day', () => {
    expect(dayOf(contacts[0]?.occurredAt ?? '').slice(0, 7)).toBe('2021-06');
    expect(dayOf(contacts.at(-1)?.occurredAt ?? '') < END_DAY).toBe(true);
    const years = Map.groupBy(contacts, ({ occurredAt }) => occurredAt.slice(0, 4));
    expect([...years.keys()]).toEqual(['2021', '2022', '2023', '2024', '2025', '2026']);
  });

  it('are of a plausible mixture', () => {
    expect(shareOf(({ authorId }) => authorId === 'owner')).toBeGreaterThan(0.1);
    expect(shareOf(({ placeSource }) => placeSource === 'address')).toBeCloseTo(0.8, 1);
    expect(shareOf(({ nextStep }) => nextStep === 'promise')).toBeCloseTo(0.12, 1);
    expect(shareOf(({ problems }) => problems.length > 0)).toBeGreaterThan(0.25);
    expect(shareOf(({ feeling }) => feeling !== null)).toBeGreaterThan(0.1);
    expect(shareOf(({ channel }) => channel !== null)).toBeGreaterThan(0.6);
    expect(shareOf(({ amendment }) => amendment !== null)).toBeCloseTo(0.01, 2);
    const reasons = Map.groupBy(contacts, ({ reason }) => reason);
    expect(reasons.size).toBe(14);
    expect(reasons.get('nuisance')?.length).toBeGreaterThan(
      4 * (reasons.get('event')?.length ?? 0),
    );
  });

  it('make promises of which only the latest are open', () => {
    const promises = contacts.flatMap(({ promise }) => promise ?? []);
    const open = promises.filter(({ closedAt }) => closedAt === null);
    expect(open.length).toBeGreaterThan(0);
    expect(open.length).toBeLessThan(promises.length * 0.05);
    for (const { dueOn } of open) expect(dueOn > '2026-05-01').toBe(true);
  });

  it('have some busy streets and many quiet ones', () => {
    const counts = [...Map.groupBy(contacts, ({ streetId }) => streetId).values()]
      .map((ofStreet) => ofStreet.length)
      .sort((first, second) => second - first);
    expect(counts.length).toBeGreaterThan(100);
    expect(counts[0]).toBeGreaterThan(4 * (counts[Math.floor(counts.length / 2)] ?? 0));
  });
});

describe('the words', () => {
  it('follow Zipf: few are common, most are rare', () => {
    const counts = new Map<string, number>();
    for (const { summary, assessment } of contacts) {
      for (const word of `${summary} ${assessment}`.toLowerCase().match(/\p{L}+/gu) ?? []) {
        counts.set(word, (counts.get(word) ?? 0) + 1);
      }
    }
    const sorted = [...counts.values()].sort((first, second) => second - first);
    const all = sorted.reduce((sum, count) => sum + count, 0);
    const top = sorted.slice(0, 100).reduce((sum, count) => sum + count, 0);
    expect(top / all).toBeGreaterThan(0.4);
    expect(sorted.filter((count) => count === 1).length).toBeGreaterThan(sorted.length / 4);
    expect(counts.get('fiets')).toBeGreaterThan(50);
  });

  it('are tens of thousands, each once', () => {
    const { words } = makeVocabulary(1);
    expect(words.length).toBeGreaterThan(40_000);
    expect(new Set(words).size).toBe(words.length);
    expect(makeVocabulary(1).words).toEqual(words);
  });
});
