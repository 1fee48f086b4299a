import type { NextStep, StarterReason } from '#shared/domain/contacts/code-lists.ts';
import type { PlaceSource } from '#shared/domain/contacts/contact.ts';
import { middleOf, type Position } from '#shared/domain/territory/geometry.ts';
import { addDays, type Day, dayInterval, type Instant, isValidOn } from '#shared/lib/dates.ts';
import { type Id, makeId } from '#shared/lib/ids.ts';
import { pick, type Random, randomBytes, randomInteger } from '#shared/lib/random.ts';

import { type DemoDetails, detailsOf } from './details.ts';
import { noteOf, outcomeOf } from './follow-ups.ts';
import { contactDay, HOURS } from './habits.ts';
import type { DemoPeople } from './people.ts';
import { summaryOf } from './phrases.ts';
import { placesOf, StreetChooser, type StreetWithPlaces } from './street-chooser.ts';
import type { DemoTown } from './town.ts';

/** A contact of the demo year, as the store keeps one. */
export interface DemoContact extends DemoDetails {
  readonly id: Id;
  readonly occurredAt: Instant;
  readonly loggedAt: Instant;
  readonly authorId: Id;
  readonly streetId: Id;
  readonly houseNumber: string;
  readonly neighbourhoodId: Id | null;
  readonly position: Position;
  readonly placeSource: PlaceSource;
  readonly reason: StarterReason;
  readonly summary: string;
  readonly nextStep: NextStep;
  readonly nextNote: string;
}

interface DemoPromise {
  readonly id: Id;
  readonly contactId: Id;
  readonly ownerId: Id;
  readonly streetId: Id;
  readonly text: string;
  readonly dueOn: Day;
  readonly channel: string | null;
  /** How it ended; null while it is open. */
  readonly closed: {
    readonly state: 'kept' | 'not-kept';
    readonly outcome: string;
    readonly closedAt: Instant;
    readonly toldBy: string;
  } | null;
}

export interface DemoYear {
  /** Oldest first. */
  readonly contacts: readonly DemoContact[];
  readonly promises: readonly DemoPromise[];
}

const DAYS = 365;
const MINUTE = 60_000;

/**
 * A year of contacts with the promises made in them, up to the end of the day before `today`:
 * busy and quiet weekdays and hours, seasons, some streets with far more than others, reasons that
 * fit the place. The same town, people, day and random source give the same year.
 */
export function makeYear(town: DemoTown, people: DemoPeople, random: Random, today: Day): DemoYear {
  const streets = placesOf(town, random);
  const chooser = new StreetChooser(streets);
  const end = Date.parse(dayInterval(today)[0]);
  const contacts: DemoContact[] = [];
  const promises: DemoPromise[] = [];

  for (let back = DAYS; back >= 1; back -= 1) {
    const day = addDays(today, -back);
    const midnight = Date.parse(dayInterval(day)[0]);
    const moments = contactDay(day, random).map((reason) => ({
      reason,
      at: midnight + minuteOfDay(reason, random) * MINUTE,
    }));
    moments.sort((first, second) => first.at - second.at);
    for (const { reason, at } of moments) {
      const occurred = Math.min(at, end - 5 * MINUTE);
      const logged = Math.min(occurred + randomInteger(random, 2, 150) * MINUTE, end - MINUTE);
      const street = chooser.choose(reason, random);
      const spot = spotIn(street, random);
      const nextStep = nextStepOf(reason, random);
      const contact: DemoContact = {
        id: makeId(logged, randomBytes(random, 16)),
        occurredAt: new Date(occurred).toISOString(),
        loggedAt: new Date(logged).toISOString(),
        authorId: authorOf(people, spot.neighbourhoodId, day, random),
        streetId: street.streetId,
        ...spot,
        reason,
        summary: summaryOf(reason, random),
        nextStep,
        nextNote: noteOf(reason, nextStep, random),
        ...detailsOf(reason, random),
      };
      contacts.push(contact);
      if (nextStep === 'promise') promises.push(promiseOf(contact, day, today, random));
    }
  }
  contacts.sort((first, second) => (first.occurredAt < second.occurredAt ? -1 : 1));
  return { contacts, promises };
}

function spotIn(
  street: StreetWithPlaces,
  random: Random,
): Pick<DemoContact, 'houseNumber' | 'position' | 'placeSource' | 'neighbourhoodId'> {
  if (street.addresses.length > 0 && random() < 0.82) {
    const { houseNumber, position, neighbourhoodId } = pick(random, street.addresses);
    return { houseNumber, position, placeSource: 'address', neighbourhoodId };
  }
  const segment = pick(random, street.segments);
  return {
    houseNumber: '',
    position: middleOf(segment.geometry),
    placeSource: 'street',
    neighbourhoodId: segment.neighbourhoodId,
  };
}

function minuteOfDay(reason: StarterReason, random: Random): number {
  const [from, to] = pick(random, HOURS[reason]);
  return Math.floor((from + (to - from) * random()) * 60);
}

/** Mostly the officer of the neighbourhood, sometimes whoever was near. */
function authorOf(people: DemoPeople, areaId: Id | null, day: Day, random: Random): Id {
  const own = people.posts.filter((post) => post.areaId === areaId && isValidOn(post, day));
  const holder = own[0];
  return holder && random() < 0.86 ? holder.officerId : pick(random, people.officers).id;
}

/** Of a hundred contacts of a reason, how many lead to a promise, a task, an action, a referral. */
const NEXT: Readonly<Partial<Record<StarterReason, readonly [number, number, number, number]>>> = {
  'help-request': [22, 6, 0, 20],
  nuisance: [17, 9, 5, 12],
  traffic: [16, 8, 6, 10],
  'neighbour-dispute': [24, 8, 0, 16],
  'victim-after-care': [15, 6, 0, 14],
  administrative: [4, 14, 0, 0],
  prevention: [10, 5, 1, 4],
};
const USUAL_NEXT = [8, 5, 2, 3] as const;

function nextStepOf(reason: StarterReason, random: Random): NextStep {
  const [promise, task, action, referral] = NEXT[reason] ?? USUAL_NEXT;
  let drawn = random() * 100;
  for (const [step, share] of [
    ['promise', promise],
    ['task', task],
    ['action', action],
    ['referral', referral],
  ] as const) {
    if (drawn < share) return step;
    drawn -= share;
  }
  return 'nothing';
}

function promiseOf(contact: DemoContact, day: Day, today: Day, random: Random): DemoPromise {
  const dueOn = addDays(day, randomInteger(random, 2, 21));
  const lastDay = addDays(today, -1);
  const isLate = dueOn < today;
  const stillOpen = isLate ? dueOn > addDays(today, -26) && random() < 0.22 : random() < 0.7;
  const latest = addDays(dueOn, randomInteger(random, -6, 2));
  const wanted = latest > day ? latest : addDays(day, 1);
  const closedOn = wanted < lastDay ? wanted : lastDay;
  const base = {
    id: makeId(Date.parse(contact.loggedAt), randomBytes(random, 16)),
    contactId: contact.id,
    ownerId: contact.authorId,
    streetId: contact.streetId,
    text: contact.nextNote,
    dueOn,
    channel: null,
  };
  // What was promised yesterday is still open.
  if (stillOpen || closedOn <= day) return { ...base, closed: null };
  const state = random() < 0.1 ? 'not-kept' : 'kept';
  const closedAt =
    Date.parse(dayInterval(closedOn)[0]) + randomInteger(random, 500, 1_080) * MINUTE;
  return {
    ...base,
    closed: {
      state,
      outcome: outcomeOf(base.text, state),
      closedAt: new Date(closedAt).toISOString(),
      toldBy: pick(random, ['telephone', 'at-home', 'street', 'mail']),
    },
  };
}
