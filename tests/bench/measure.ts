import type { WorkbenchClient } from '#shared/contract/contract.ts';

import type { BareFile } from './bare-file.ts';
import { type Spread, spreadOf } from './statistics.ts';

/** A desk under measurement: the workbench as a page talks to it, and its file without the workbench. */
export interface BenchDesk {
  readonly client: WorkbenchClient;
  readonly bare: BareFile;
  readonly directory: string;
  /** How many contacts were generated. */
  readonly size: number;
  /** The next number of a row that is the same for the same seed, in [0, 1). */
  readonly random: () => number;
}

/**
 * One operation of the workbench beside the plain SQL it is made of. Both return how many things they
 * came up with, so that they can be held to the same work; null where that says nothing.
 */
export interface Probe {
  readonly ours: (turn: number) => Promise<number | null>;
  readonly bare: ((turn: number) => number | null) | null;
  /** What leads up to each turn, and is not part of what is timed. */
  readonly before?: (turn: number) => Promise<void>;
}

export interface Measure {
  /** Group and name, as `--only` finds it. */
  readonly name: string;
  /** The most it should take, milliseconds at the 95th percentile; null where nothing is promised. */
  readonly aim: number | null;
  /** Null when this desk cannot answer the question, with why. */
  readonly prepare: (desk: BenchDesk) => Promise<Probe | string>;
}

export interface Outcome {
  readonly name: string;
  readonly aim: number | null;
  readonly ours: Spread;
  readonly bare: Spread | null;
  /** Median of ours over median of bare. */
  readonly ratio: number | null;
}

const WARM_UP = 5;
const LEAST_TURNS = 20;
/** A measure ends after so many milliseconds once it had its least turns, and in any case at the last. */
const LONG = 20_000;
const TOO_LONG = 60_000;

/**
 * Times a probe: after some turns for nothing, ours and bare take turns, each first every other time, so
 * that a change of the machine's pace meets both. Throws when the two did not come up with the same.
 */
export async function runProbe(
  measure: Pick<Measure, 'name' | 'aim'>,
  probe: Probe,
  turns: number,
): Promise<Outcome> {
  const ours: number[] = [];
  const bare: number[] = [];
  const begun = performance.now();
  for (let turn = -Math.min(WARM_UP, turns); turn < turns; turn += 1) {
    const counts = turn >= 0;
    // What is asked goes by the turn, the same for both.
    const parameter = turn + WARM_UP;
    await probe.before?.(parameter);
    const timeOurs = async (): Promise<number | null> => {
      const from = performance.now();
      const found = await probe.ours(parameter);
      if (counts) ours.push(performance.now() - from);
      return found;
    };
    const timeBare = (): number | null => {
      const from = performance.now();
      const found = probe.bare?.(parameter) ?? null;
      if (counts && probe.bare) bare.push(performance.now() - from);
      return found;
    };
    let found: readonly (number | null)[];
    if (turn % 2 === 0) found = [await timeOurs(), timeBare()];
    else found = [timeBare(), await timeOurs()].reverse();
    if (probe.bare && found[0] !== found[1]) {
      throw new Error(
        `${measure.name}: ${String(found[0])} by the workbench, ${String(found[1])} bare`,
      );
    }
    const took = performance.now() - begun;
    if ((turn >= LEAST_TURNS && took > LONG) || (turn >= 0 && took > TOO_LONG)) break;
  }
  const own = spreadOf(ours);
  const plain = probe.bare ? spreadOf(bare) : null;
  return { ...measure, ours: own, bare: plain, ratio: plain ? own.p50 / plain.p50 : null };
}
