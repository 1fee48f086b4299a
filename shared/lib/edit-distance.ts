/** How far a typed text is from a name: from the whole of it, and from the beginning nearest to it. */
export interface EditDistance {
  readonly whole: number;
  readonly prefix: number;
}

/** Rows of the table below, kept between calls: the search runs it thousands of times per keystroke. */
let rows: readonly [Uint8Array, Uint8Array, Uint8Array] = makeRows(64);

function makeRows(width: number): readonly [Uint8Array, Uint8Array, Uint8Array] {
  return [new Uint8Array(width), new Uint8Array(width), new Uint8Array(width)];
}

/**
 * Insertions, deletions, substitutions and swaps of neighbouring letters that turn `typed` into `name`
 * from `start` on (optimal string alignment: Damerau 1964 with the restriction that no stretch is
 * edited twice), worked out only in the band where it can stay within `most` (Ukkonen 1985).
 * Anything above `most` is reported as `most + 1`.
 *
 * @param most at most 250
 */
export function editDistance(
  typed: string,
  name: string,
  start: number,
  most: number,
): EditDistance {
  const beyond = most + 1;
  const width = name.length - start;
  if (typed.length > width + most) return { whole: beyond, prefix: beyond };
  if (rows[0].length <= width) rows = makeRows(width * 2);
  let [before, above, current] = rows;

  const firstEnd = Math.min(width, most);
  for (let column = 0; column <= firstEnd; column += 1) above[column] = column;
  if (firstEnd < width) above[firstEnd + 1] = beyond;

  for (let row = 1; row <= typed.length; row += 1) {
    const letter = typed.charCodeAt(row - 1);
    const from = Math.max(1, row - most);
    const to = Math.min(width, row + most);
    current[from - 1] = from === 1 ? Math.min(row, beyond) : beyond;
    let least = from === 1 ? row : beyond;
    for (let column = from; column <= to; column += 1) {
      const other = name.charCodeAt(start + column - 1);
      let cost = Math.min(
        at(above, column) + 1,
        at(current, column - 1) + 1,
        at(above, column - 1) + (letter === other ? 0 : 1),
      );
      const swapped =
        row > 1 &&
        column > 1 &&
        letter === name.charCodeAt(start + column - 2) &&
        other === typed.charCodeAt(row - 2);
      if (swapped) cost = Math.min(cost, at(before, column - 2) + 1);
      cost = Math.min(cost, beyond);
      current[column] = cost;
      least = Math.min(least, cost);
    }
    if (to < width) current[to + 1] = beyond;
    if (least > most) return { whole: beyond, prefix: beyond };
    [before, above, current] = [above, current, before];
  }

  let prefix = beyond;
  const lastFrom = Math.max(0, typed.length - most);
  const lastTo = Math.min(width, typed.length + most);
  for (let column = lastFrom; column <= lastTo; column += 1) {
    prefix = Math.min(prefix, at(above, column));
  }
  const whole = width <= lastTo && width >= lastFrom ? Math.min(at(above, width), beyond) : beyond;
  return { whole, prefix };
}

function at(row: Uint8Array, column: number): number {
  return row[column] ?? 255;
}
