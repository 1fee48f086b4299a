/**
 * The version of the wire. One line for each, newest last; a change of any message needs a new one
 * (`wire-hash.test.ts` notices), and the hash of the wire is kept with it.
 *
 * 1: push, pull with scopes and outcomes, enrolment, sign-in, tokens bound to a desk.
 * 2: administration; quarantine that a supervisor releases or refuses, with a note in the outcome;
 *    sign-in and enrolment with a provider of identities (OpenID Connect).
 * 3: who wrote the centre's value in a conflict, and when.
 * 4: blobs, by the row that refers to them.
 * 5: parcels, in parts, and the key that they are sealed for; versions of the territory: which is the
 *    newest, in a pull; which a desk has; fetching and publishing.
 * 6: which application a desk is, when it is enrolled.
 */
export const PROTOCOL_VERSION = 6;

/** The oldest version that a centre still speaks. */
export const OLDEST_PROTOCOL_VERSION = 1;

/** Header of every request that says which version the desk speaks. */
export const PROTOCOL_HEADER = 'wijkwerk-protocol';
