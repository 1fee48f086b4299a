import { lineUp, type Results } from '../bench/report.ts';

export const SYSTEMS = ['wijkwerk', 'bare pipe', 'pouchdb', 'rxdb'] as const;
export type System = (typeof SYSTEMS)[number];

/** One figure of one system. */
export interface Reading {
  readonly system: System;
  /** The same name for the same question, whoever answers it. */
  readonly measure: string;
  readonly value: number;
  readonly unit: 'us' | 'rows/s' | 'ops/s' | 'ms' | 's' | 'MB' | '%' | 'errors' | 'times';
}

export interface SyncResults {
  readonly measuredAt: string;
  readonly sizes: readonly number[];
  readonly machine: Results['machine'];
  readonly readings: readonly Reading[];
  /** What could not be measured here, with why. */
  readonly left: readonly { readonly name: string; readonly why: string }[];
}

interface Aim {
  readonly measure: RegExp;
  /** At least for rates, at most for everything else. */
  readonly bound: number;
  /** The bound is this many times what this system does, instead of a figure. */
  readonly of?: readonly System[];
}

const PEERS: readonly System[] = ['pouchdb', 'rxdb'];
const AIMS: readonly Aim[] = [
  { measure: /^bootstrap .*: usable$/, bound: 0.5, of: ['bare pipe'] },
  { measure: /^bootstrap .*: usable$/, bound: 10, of: PEERS },
  { measure: /^bootstrap .*: searchable$/, bound: 15_000 },
  { measure: /^push$/, bound: 10_000 },
  { measure: /^edit: p50$/, bound: 15 },
  { measure: /^edit: p99$/, bound: 40 },
  { measure: /^burst 500 .*: all$/, bound: 8_000 },
  { measure: /: errors$/, bound: 0 },
];

/** The results as lines of text with columns: a measure a line, a system a column. */
export function syncTable({ machine, readings, left }: SyncResults): string {
  const measures = [...new Set(readings.map(({ measure }) => measure))];
  const valueOf = (measure: string, system: System): number | undefined =>
    readings.find((reading) => reading.measure === measure && reading.system === system)?.value;
  const rows = measures.map((measure) => {
    const unit = readings.find((reading) => reading.measure === measure)?.unit ?? '';
    const cells = SYSTEMS.map((system) => numeral(valueOf(measure, system)));
    return [measure, unit, ...cells, missedAims(measure, unit, valueOf)];
  });
  return [
    `${machine.processors} processors, ${machine.memoryGigabytes} GB, ${machine.platform}, ` +
      `Node ${machine.node}; busy ${machine.busyBefore} before, ${machine.busyAfter} after`,
    '',
    ...lineUp([['measure', 'unit', ...SYSTEMS, 'short of the aim'], ...rows]),
    '',
    ...left.map(({ name, why }) => `not measured: ${name} (${why})`),
  ].join('\n');
}

/** Where ours does not do what it should, in words; empty when it does. */
export function missedAims(
  measure: string,
  unit: string,
  valueOf: (measure: string, system: System) => number | undefined,
): string {
  const ours = valueOf(measure, 'wijkwerk');
  if (ours === undefined) return '';
  const isRate = unit.endsWith('/s');
  const faults = AIMS.filter((aim) => aim.measure.test(measure)).flatMap((aim) => {
    const yardsticks = aim.of ?? [null];
    return yardsticks.flatMap((system) => {
      const theirs = system === null ? 1 : valueOf(measure, system);
      if (theirs === undefined) return [];
      const bound = aim.bound * theirs;
      if (isRate ? ours >= bound : ours <= bound) return [];
      const wanted = system === null ? numeral(bound) : `${aim.bound} x ${system}`;
      return [`${isRate ? 'under' : 'over'} ${wanted}`];
    });
  });
  return faults.join(', ');
}

function numeral(value: number | undefined): string {
  if (value === undefined) return '';
  return value < 100 && !Number.isInteger(value) ? value.toFixed(1) : String(Math.round(value));
}
