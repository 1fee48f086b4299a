/** Seeds that once failed, with what was wrong; they are run first. None of them is ever taken out. */
export const REGRESSIONS: readonly number[] = [
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
];
