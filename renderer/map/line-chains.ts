import type { WorldLine } from './mercator.ts';

/**
 * Joins lines that meet end to end into the longest chains: a register cuts a street at every crossing,
 * its name should run past them. A joint of three or more ends stays cut.
 */
export function chainLines(lines: readonly WorldLine[]): readonly WorldLine[] {
  const ends = new Map<string, WorldLine[]>();
  for (const line of lines) {
    for (const key of [startKey(line), endKey(line)]) {
      const there = ends.get(key);
      if (there) there.push(line);
      else ends.set(key, [line]);
    }
  }
  const used = new Set<WorldLine>();
  const chains: WorldLine[] = [];
  for (const line of lines) {
    if (used.has(line)) continue;
    used.add(line);
    const forward = follow(line, ends, used);
    const backward = follow(reversed(line), ends, used);
    chains.push(concat([...backward.reverse().map(reversed), line, ...forward]));
  }
  return chains;
}

/** The lines that continue `line` from its end, each turned to run away from it. */
function follow(
  line: WorldLine,
  ends: ReadonlyMap<string, readonly WorldLine[]>,
  used: Set<WorldLine>,
): WorldLine[] {
  const found: WorldLine[] = [];
  let key = endKey(line);
  for (;;) {
    const there = ends.get(key) ?? [];
    const next = there.length === 2 ? there.find((other) => !used.has(other)) : undefined;
    if (!next) return found;
    used.add(next);
    const turned = startKey(next) === key ? next : reversed(next);
    found.push(turned);
    key = endKey(turned);
  }
}

const startKey = (line: WorldLine): string => `${line[0] ?? 0},${line[1] ?? 0}`;
const endKey = (line: WorldLine): string => `${line.at(-2) ?? 0},${line.at(-1) ?? 0}`;

function reversed(line: WorldLine): WorldLine {
  const turned = new Float64Array(line.length);
  for (let index = 0; index + 1 < line.length; index += 2) {
    turned[line.length - index - 2] = line[index] ?? 0;
    turned[line.length - index - 1] = line[index + 1] ?? 0;
  }
  return turned;
}

/** Puts lines that follow each other into one, the shared position once. */
function concat(lines: readonly WorldLine[]): WorldLine {
  const first = lines[0] ?? new Float64Array();
  if (lines.length === 1) return first;
  const length = lines.reduce((sum, line) => sum + line.length - 2, 2);
  const joined = new Float64Array(length);
  joined.set(first);
  let at = first.length;
  for (const line of lines.slice(1)) {
    joined.set(line.subarray(2), at);
    at += line.length - 2;
  }
  return joined;
}
