import { type OneHistory, optionsOf, plainOptions } from './one-history.ts';
import type { Often } from './world.ts';

/** Seeds that once failed, with what was wrong. None of them is ever taken out. */
const REGRESSIONS: readonly number[] = [
  // The base of an operation on a row that is still seen was taken for a leak.
  10,
  // A word of a text that was replaced stayed in the index of words, of a row that is still seen.
  8,
  // A promise stayed behind when its contact was made and moved in one push.
  1_045,
  // A row that moved along with another kept its version, and so a change on it was not noticed.
  5_103,
  // Failed in an earlier state of the centre.
  5_236,
  // What a desk had forgotten of its own operation hid what the centre had of it, and others might see.
  703_897_997,
  // A change without effect was decided while its row was erased, and quoted what had been there.
  703_898_039,
  // A move to where the contact was already was accepted, while another desk's move elsewhere came before it.
  704_342_301,
];

/** The same of towns whose centre is restored again and again, while contacts are erased. */
export const OFTEN_RESTORED = { restores: 4, erasures: 10 };
const RESTORED_REGRESSIONS: readonly number[] = [
  // A desk that had pushed for the first time, and not pulled yet, took the restored centre for the first one.
  4,
  // A merge went from the screens with a party that another desk brought again.
  18, 114,
  // The author of what was pushed without an answer keeps it, to be asked about, when it was erased meanwhile.
  24,
  // An older word of a row that is still seen was taken for a leak.
  111,
];

/** Of towns in which more travels than rows. */
const TRAVEL_REGRESSIONS: readonly (readonly [seed: number, often: Often])[] = [
  // A parcel came to a restored centre before its desk did, which then kept the outcomes of the former life.
  [45, { ...OFTEN_RESTORED, parcels: 6 }],
  // A contact was made anew when an amendment arrived, and lost its files.
  [16, { parcels: 6, files: 6 }],
];

/** Of histories in which anything may happen, as the long run has them. */
const WHOLE_REGRESSIONS: readonly number[] = [
  // What the lead decided on while the desk sent its files, which it still shows as set aside, was taken for a lie.
  736_945_455,
];

/** A history that once failed, as it is run again. */
interface KnownHistory {
  readonly seed: number;
  /** What it must hold. */
  readonly holds: string;
  readonly options: OneHistory;
}

/** All of them; they are run first, by `npm test` and by the long run. */
export const ONCE_FAILED: readonly KnownHistory[] = [
  ...REGRESSIONS.map((seed) => ({
    seed,
    holds: 'does not fail again',
    options: plainOptions(seed),
  })),
  ...RESTORED_REGRESSIONS.map((seed) => ({
    seed,
    holds: 'keeps what was erased erased, however often its centre is restored',
    options: { ...plainOptions(seed), ...OFTEN_RESTORED },
  })),
  ...TRAVEL_REGRESSIONS.map(([seed, often]) => ({
    seed,
    holds: 'brings parcels and files where they belong',
    options: { ...plainOptions(seed), ...often },
  })),
  ...WHOLE_REGRESSIONS.map((seed) => ({
    seed,
    holds: 'holds whatever happens',
    options: optionsOf(seed),
  })),
];
