import type { NextStep, StarterReason } from '#shared/domain/contacts/code-lists.ts';
import type { ContactChanges } from '#shared/domain/contacts/contact.ts';
import { addDays, type Day, dayInterval } from '#shared/lib/dates.ts';
import { type Id, makeId } from '#shared/lib/ids.ts';
import { pick, type Random, randomBytes, randomInteger, seededRandom } from '#shared/lib/random.ts';

import { detailsOf } from '../../../workbench/features/demo/details.ts';
import { noteOf } from '../../../workbench/features/demo/follow-ups.ts';
import { contactDay, HOURS } from '../../../workbench/features/demo/habits.ts';
import { summaryOf } from '../../../workbench/features/demo/phrases.ts';
import {
  contactRowId,
  type NewContactRow,
} from '../../../workbench/store/repositories/contact-rows.ts';
import type { BenchPlace } from './contact-places.ts';
import { firstAbove, type Vocabulary } from './vocabulary.ts';

export interface BenchContact extends NewContactRow {
  readonly rowId: number;
  readonly reason: StarterReason;
  readonly promise: BenchPromise | null;
  readonly amendment: BenchAmendment | null;
}

export interface BenchPromise {
  readonly id: Id;
  readonly dueOn: Day;
  /** Null while it is open. */
  readonly closedAt: string | null;
}

export interface BenchAmendment {
  readonly id: Id;
  readonly madeAt: string;
  readonly note: string;
  readonly changes: ContactChanges;
  /** What the summary was when it was submitted. */
  readonly summaryBefore: string;
}

export interface ContactOptions {
  readonly seed: number;
  readonly count: number;
  readonly vocabulary: Vocabulary;
  readonly place: (random: Random) => BenchPlace;
  /** Who wrote them; the first is the owner of the file. */
  readonly authors: readonly Id[];
  readonly parties: readonly Id[];
}

/** The first day after the contacts: what is measured does not hang on the day of measuring. */
export const END_DAY: Day = '2026-06-15';
const YEARS = 5;
const DAYS = YEARS * 365;
const MINUTE = 60_000;

const OWNERS_SHARE = 0.1;
const WITH_PARTY = 0.3;
const WITH_ASSESSMENT = 0.3;
const RESTRICTED = 0.02;
const AMENDED = 0.01;
const NEXT: readonly (readonly [NextStep, number])[] = [
  ['promise', 0.12],
  ['task', 0.07],
  ['action', 0.02],
  ['referral', 0.08],
];

/**
 * Exactly `count` contacts over the five years before {@link END_DAY}, in the order of their moments: busy
 * and quiet days, hours and streets as in the demo town, texts in which few words are common and most
 * are rare. The same options give the same contacts.
 */
export function* generateContacts(options: ContactOptions): Generator<BenchContact> {
  const random = seededRandom(options.seed);
  let made = 0;
  for (let past = 0; past < DAYS; past += 1) {
    const day = addDays(END_DAY, past - DAYS);
    const due = Math.round((options.count * (past + 1)) / DAYS) - made;
    const midnight = Date.parse(dayInterval(day)[0]);
    let last = 0;
    for (const { at, reason } of momentsOf(day, midnight, due, random)) {
      last = Math.max(last + 1, contactRowId(new Date(at).toISOString(), 0));
      yield makeContact(options, random, { rowId: last, at, reason });
    }
    made += due;
  }
}

/** As many moments of one day, in order, with reasons that fit the weekday, the month and the hour. */
function momentsOf(day: Day, midnight: number, count: number, random: Random) {
  const reasons: StarterReason[] = [];
  while (reasons.length < count) reasons.push(...contactDay(day, random));
  const moments = reasons.slice(0, count).map((reason) => {
    const [from, to] = pick(random, HOURS[reason]);
    const minutes = (from + (to - from) * random()) * 60;
    return { reason, at: midnight + Math.floor(minutes * MINUTE) };
  });
  return moments.sort((first, second) => first.at - second.at);
}

function makeContact(
  options: ContactOptions,
  random: Random,
  { rowId, at, reason }: { rowId: number; at: number; reason: StarterReason },
): BenchContact {
  const { vocabulary, authors, parties } = options;
  const loggedAt = at + randomInteger(random, 2, 150) * MINUTE;
  const nextStep = nextStepOf(random);
  const summary = `${summaryOf(reason, random)} ${sentence(vocabulary, random, 3, 22)}`;
  const isAmended = random() < AMENDED;
  const correction = sentence(vocabulary, random, 3, 6);
  return {
    rowId,
    id: makeId(loggedAt, randomBytes(random, 16)),
    occurredAt: new Date(at).toISOString(),
    loggedAt: new Date(loggedAt).toISOString(),
    authorId: random() < OWNERS_SHARE ? (authors[0] ?? '') : pick(random, authors),
    ...options.place(random),
    reason,
    nextStep,
    nextNote: noteOf(reason, nextStep, random),
    ...detailsOf(reason, random),
    parties: random() < WITH_PARTY ? [likely(parties, random)] : [],
    summary: isAmended ? `${summary} ${correction}` : summary,
    assessment: random() < WITH_ASSESSMENT ? sentence(vocabulary, random, 4, 16) : '',
    sensitivity: random() < RESTRICTED ? 'restricted' : 'normal',
    withdrawn: false,
    promise: nextStep === 'promise' ? promiseOf(loggedAt, random) : null,
    amendment: isAmended
      ? {
          id: makeId(loggedAt + MINUTE, randomBytes(random, 16)),
          madeAt: new Date(loggedAt + MINUTE).toISOString(),
          note: 'Aangevuld na een tweede bezoek',
          changes: { summary: `${summary} ${correction}` },
          summaryBefore: summary,
        }
      : null,
  };
}

/** The first are named again and again, the last of the list hardly ever. */
function likely(ids: readonly Id[], random: Random): Id {
  return ids[Math.floor(ids.length * random() ** 3)] ?? '';
}

function sentence(vocabulary: Vocabulary, random: Random, least: number, most: number): string {
  const count = randomInteger(random, least, most);
  const words = Array.from({ length: count }, () => vocabulary.draw(random)).join(' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

const STEP_SUMS = NEXT.map((_, index) =>
  NEXT.slice(0, index + 1).reduce((sum, [, share]) => sum + share, 0),
);

function nextStepOf(random: Random): NextStep {
  const drawn = random();
  return drawn < (STEP_SUMS.at(-1) ?? 0)
    ? (NEXT[firstAbove(STEP_SUMS, drawn)]?.[0] ?? 'nothing')
    : 'nothing';
}

function promiseOf(madeAt: number, random: Random): BenchPromise {
  const id = makeId(madeAt, randomBytes(random, 16));
  const madeOn = new Date(madeAt).toISOString().slice(0, 10);
  const dueOn = addDays(madeOn, randomInteger(random, 2, 21));
  const closedOn = addDays(dueOn, randomInteger(random, -1, 2));
  const isOpen = closedOn >= END_DAY || (dueOn > addDays(END_DAY, -30) && random() < 0.15);
  return { id, dueOn, closedAt: isOpen ? null : `${closedOn}T15:00:00.000Z` };
}
