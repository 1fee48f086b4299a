/** An invariant does not hold; the message says which, never by a text that somebody typed. */
export class Broken extends Error {
  override readonly name = 'Broken';
}

export function hold(condition: boolean, invariant: string): asserts condition {
  if (!condition) throw new Broken(invariant);
}
