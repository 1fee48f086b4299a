import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { wholeNumber } from '../bench/arguments.ts';

const CACHE = join(import.meta.dirname, '../../.cache/bench-sync');
const SIZES = '100000,1000000';

export const USAGE = `npm run bench:sync [-- --size CONTACTS[,CONTACTS]] [--only PART[,PART]]
                   [--share PERCENT] [--cache FOLDER]

  --size   contacts that a desk fetches at its first contact (${SIZES})
  --only   of: bootstrap, bare, push, edit, burst, idle, peers
  --share  of the usual operations, edits, desks and seconds, in percent (100; less for a quick look)
  --cache  where results and the packages of other systems are kept (.cache/bench-sync)`;

export const PARTS = ['bootstrap', 'bare', 'push', 'edit', 'burst', 'idle', 'peers'] as const;
export type Part = (typeof PARTS)[number];

export interface SyncBenchArguments {
  readonly sizes: readonly number[];
  readonly parts: readonly Part[];
  /** In (0, 1]. */
  readonly share: number;
  readonly cache: string;
}

/** Throws an Error whose message tells what is wrong with the arguments. */
export function readSyncArguments(given: readonly string[]): SyncBenchArguments {
  const { values } = parseArgs({
    args: [...given],
    options: {
      size: { type: 'string', default: SIZES },
      only: { type: 'string', default: PARTS.join() },
      share: { type: 'string', default: '100' },
      cache: { type: 'string', default: CACHE },
    },
  });
  return {
    sizes: values.size.split(',').map((size) => wholeNumber('--size', size, 100, 5_000_000)),
    parts: values.only.split(',').map(partOf),
    share: wholeNumber('--share', values.share, 1, 100) / 100,
    cache: resolve(values.cache),
  };
}

function partOf(name: string): Part {
  const part = PARTS.find((known) => known === name);
  if (part === undefined) throw new Error(`--only takes some of ${PARTS.join(', ')}.`);
  return part;
}
