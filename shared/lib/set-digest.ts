/**
 * A digest of a set that can be kept up to date: combining the digest of a member twice takes it out
 * again, and the order does not matter. 64 bits as 16 hexadecimal digits. It finds defects (a row that
 * is missing or too old), it is no defence against somebody who wants two sets to look alike.
 */
export type SetDigest = string;

/** The digest of the empty set. */
export const EMPTY_DIGEST: SetDigest = '0000000000000000';

/** The digest of one member. */
export function memberDigest(member: string): SetDigest {
  const [one, two] = mixed(member);
  return hex(one) + hex(two);
}

/** The digest of the symmetric difference of two sets: of their union when they share no member. */
export function combineDigests(one: SetDigest, other: SetDigest): SetDigest {
  const half = (from: number): string =>
    hex(parseInt(one.slice(from, from + 8), 16) ^ parseInt(other.slice(from, from + 8), 16));
  return half(0) + half(8);
}

/** A digest of a set that changes a thousand times before anybody asks for it: numbers until then. */
export interface RunningDigest {
  /** Puts a member in, or takes one out that is in. */
  toggle(member: string): void;
  readonly value: SetDigest;
}

export function runningDigest(start: SetDigest): RunningDigest {
  let first = parseInt(start.slice(0, 8), 16);
  let second = parseInt(start.slice(8), 16);
  return {
    toggle(member) {
      const [one, two] = mixed(member);
      first ^= one;
      second ^= two;
    },
    get value() {
      return hex(first) + hex(second);
    },
  };
}

/** The mixing is that of cyrb53 (bryc, 2018, public domain), both halves kept. */
function mixed(member: string): readonly [number, number] {
  let one = 0xdeadbeef;
  let two = 0x41c6ce57;
  for (let index = 0; index < member.length; index++) {
    const unit = member.charCodeAt(index);
    one = Math.imul(one ^ unit, 2_654_435_761);
    two = Math.imul(two ^ unit, 1_597_334_677);
  }
  one = Math.imul(one ^ (one >>> 16), 2_246_822_507) ^ Math.imul(two ^ (two >>> 13), 3_266_489_909);
  two = Math.imul(two ^ (two >>> 16), 2_246_822_507) ^ Math.imul(one ^ (one >>> 13), 3_266_489_909);
  return [one, two];
}

function hex(bits: number): string {
  return (bits >>> 0).toString(16).padStart(8, '0');
}
