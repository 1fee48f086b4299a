/**
 * Marks every text that was typed: `zqcontact17zq` is found wherever it went, also in an index of words,
 * which keeps them whole.
 */
export const TYPED = /zq[a-z]+\d+zq/g;
