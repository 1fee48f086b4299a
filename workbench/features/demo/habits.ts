import type { StarterReason } from '#shared/domain/contacts/code-lists.ts';
import { distanceMetres, type Position } from '#shared/domain/territory/geometry.ts';
import type { Day } from '#shared/lib/dates.ts';
import type { Random } from '#shared/lib/random.ts';

import type { StreetRole } from './skeleton.ts';
import type { DemoTown } from './town.ts';

/** How often each reason comes up, and when in the year more: by month, January first. */
const SHARES: Readonly<Record<StarterReason, number>> = {
  nuisance: 19,
  traffic: 15,
  administrative: 14,
  'help-request': 9,
  spontaneous: 8,
  'neighbour-dispute': 7,
  prevention: 6,
  school: 6,
  shopkeeper: 5,
  'victim-after-care': 4,
  partner: 3,
  association: 2,
  'neighbourhood-network': 1.5,
  event: 1,
};

export const REASONS = Object.keys(SHARES) as readonly StarterReason[];

const SUMMER = [0.7, 0.7, 0.9, 1.1, 1.3, 1.4, 1.5, 1.4, 1.2, 0.9, 0.8, 0.7];
const SCHOOL_YEAR = [1.2, 1.1, 1.3, 0.9, 1.2, 1, 0, 0.1, 1.8, 1.3, 1.2, 0.8];
const DARK_MONTHS = [1.3, 1.2, 1, 0.8, 0.7, 0.8, 1, 1, 0.8, 1.2, 1.4, 1.4];
const SEASONS: Readonly<Partial<Record<StarterReason, readonly number[]>>> = {
  nuisance: SUMMER,
  event: SUMMER,
  spontaneous: SUMMER,
  school: SCHOOL_YEAR,
  prevention: DARK_MONTHS,
  'victim-after-care': DARK_MONTHS,
};

/** Contacts per day of the week, Sunday first. */
const WEEKDAYS = [7, 18.5, 18, 19, 18.5, 20, 13];
const WORKING_DAYS_ONLY: ReadonlySet<StarterReason> = new Set([
  'school',
  'partner',
  'administrative',
]);

/** The reasons of the contacts of one day. */
export function contactDay(day: Day, random: Random): readonly StarterReason[] {
  const date = new Date(`${day}T12:00:00.000Z`);
  const weekday = date.getUTCDay();
  const month = date.getUTCMonth();
  const isWeekend = weekday === 0 || weekday === 6;
  // In the holidays half the team is away.
  const staff = month === 6 || month === 7 ? 0.85 : 1;
  const count = Math.max(1, Math.round((WEEKDAYS[weekday] ?? 0) * staff * (0.75 + random() * 0.5)));
  const shares = REASONS.map((reason) => {
    if (isWeekend && WORKING_DAYS_ONLY.has(reason)) return 0;
    const weekend = isWeekend && (reason === 'nuisance' || reason === 'event') ? 2 : 1;
    return SHARES[reason] * (SEASONS[reason]?.[month] ?? 1) * weekend;
  });
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return Array.from({ length: count }, () => {
    let drawn = random() * whole;
    const index = shares.findIndex((share) => (drawn -= share) < 0);
    return REASONS[index] ?? 'spontaneous';
  });
}

const OFFICE: readonly (readonly [number, number])[] = [
  [8.5, 12],
  [13, 17],
];
const DAY_AND_EVENING: readonly (readonly [number, number])[] = [
  [9, 12],
  [13, 17],
  [16, 20],
];

/** Hours of the day at which a reason comes up, as stretches of equal likelihood. */
export const HOURS: Readonly<Record<StarterReason, readonly (readonly [number, number])[]>> = {
  'help-request': DAY_AND_EVENING,
  nuisance: [
    [9, 12],
    [14, 18],
    [18, 22.8],
    [19, 22.8],
  ],
  traffic: [
    [7.4, 9.2],
    [7.4, 9.2],
    [11, 15],
    [15.5, 18.2],
  ],
  'neighbour-dispute': DAY_AND_EVENING,
  prevention: OFFICE,
  'victim-after-care': OFFICE,
  school: [
    [8, 8.8],
    [8, 8.8],
    [11.7, 12.3],
    [15.2, 16.2],
  ],
  shopkeeper: [
    [9.5, 12],
    [14, 18],
  ],
  association: [
    [14, 17],
    [18.5, 21.5],
  ],
  'neighbourhood-network': [
    [10, 17],
    [19, 21.5],
  ],
  partner: OFFICE,
  event: [
    [11, 18],
    [17, 22],
  ],
  administrative: [...OFFICE, [17, 19]],
  spontaneous: DAY_AND_EVENING,
};

/** What the likelihood of a contact in a street hangs on. */
export interface PlaceOfStreet {
  readonly town: DemoTown;
  readonly role: StreetRole;
  readonly name: string;
  /** Code of the neighbourhood its middle lies in. */
  readonly quarter: string;
  readonly middle: Position;
  readonly houses: number;
  readonly isHot: boolean;
}

const SCHOOL_STREETS: ReadonlySet<string> = new Set(['Schoolstraat', 'Kerkstraat', 'Dorpsplein']);
const QUIET: ReadonlySet<StreetRole> = new Set(['towpath', 'footpath', 'country', 'industrial']);
const BUSY: ReadonlySet<StreetRole> = new Set([
  'ring',
  'steenweg',
  'vest',
  'gate-street',
  'village-road',
]);
/** Neighbourhoods with more or less to do than their houses make one expect. */
const LOAD: Readonly<Record<string, number>> = {
  LM01: 1.5,
  LM05: 1.5,
  LM06: 1.35,
  LM04: 0.7,
  LM12: 0.7,
};

/** How likely a contact for `reason` is in a street, compared with other streets. */
export function weightOf(street: PlaceOfStreet, reason: StarterReason): number {
  const { town, middle, role } = street;
  const base = Math.sqrt(street.houses + 2) * (LOAD[street.quarter] ?? 1) * (street.isHot ? 6 : 1);
  const nearMarket = distanceMetres(middle, town.market) < 260;
  const nearStation = distanceMetres(middle, town.station) < 320;
  const nearPark = distanceMetres(middle, town.park) < 330;
  switch (reason) {
    case 'school':
      return SCHOOL_STREETS.has(street.name) ? 400 : nearStation ? base * 3 : base * 0.3;
    case 'shopkeeper':
      return nearMarket
        ? base * 20
        : role === 'gate-street' || role === 'square'
          ? base * 12
          : base * 0.3;
    case 'traffic':
      return BUSY.has(role) ? base * 4 : base;
    case 'nuisance':
      return base * (nearPark || nearStation ? 4 : nearMarket ? 2.5 : QUIET.has(role) ? 2 : 1);
    case 'event':
      return nearMarket || role === 'church-square' ? base * 25 : base * 0.2;
    case 'neighbour-dispute':
    case 'administrative':
    case 'victim-after-care':
      return street.houses === 0 ? 0 : base;
    case 'help-request':
    case 'prevention':
    case 'association':
    case 'neighbourhood-network':
    case 'partner':
    case 'spontaneous':
      return base;
  }
}
