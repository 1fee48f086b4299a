import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const CACHE = join(import.meta.dirname, '../../.cache/bench');

export const USAGE = `npm run bench [-- --size CONTACTS] [--seed N] [--turns N]
              [--only PART[,PART]] [--cache FOLDER]

  --size   contacts in the file (1000000; 10000 for a quick run)
  --seed   of the generated desk (1)
  --turns  most repetitions of a measure (200)
  --only   measures whose name contains one of these texts
  --cache  where desks and results are kept (.cache/bench)`;

export interface BenchArguments {
  readonly size: number;
  readonly seed: number;
  /** Most repetitions of a measure. */
  readonly turns: number;
  /** Parts of the names of the measures wanted; empty for all. */
  readonly only: readonly string[];
  /** Where generated desks and results are kept. */
  readonly cache: string;
}

/** Throws an Error whose message tells what is wrong with the arguments. */
export function readArguments(given: readonly string[]): BenchArguments {
  const { values } = parseArgs({
    args: [...given],
    options: {
      size: { type: 'string', default: '1000000' },
      seed: { type: 'string', default: '1' },
      turns: { type: 'string', default: '200' },
      only: { type: 'string', default: '' },
      cache: { type: 'string', default: CACHE },
    },
  });
  return {
    size: wholeNumber('--size', values.size, 1_000, 5_000_000),
    seed: wholeNumber('--seed', values.seed, 1, 1_000_000),
    turns: wholeNumber('--turns', values.turns, 1, 10_000),
    only: values.only.split(',').filter((part) => part !== ''),
    cache: resolve(values.cache),
  };
}

/** Throws an Error that names the option when `text` is no whole number within the bounds. */
export function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most) {
    throw new Error(`${name} takes a whole number from ${least} to ${most}.`);
  }
  return value;
}
