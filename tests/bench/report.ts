import { cpus, loadavg, totalmem } from 'node:os';

import type { Outcome } from './measure.ts';

export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: 'MB' | 'bytes';
}

export interface Results {
  readonly measuredAt: string;
  readonly size: number;
  readonly seed: number;
  readonly machine: {
    readonly processors: number;
    readonly memoryGigabytes: number;
    /** Runnable processes, averaged over the last minute: before and after. */
    readonly busyBefore: number;
    readonly busyAfter: number;
    readonly node: string;
    readonly platform: string;
  };
  readonly outcomes: readonly Outcome[];
  readonly figures: readonly Figure[];
  /** Measures that this version cannot make, with why. */
  readonly left: readonly { readonly name: string; readonly why: string }[];
}

/** How busy the machine is: processes that run or wait for a processor, averaged over a minute. */
export function busyness(): number {
  return Math.round((loadavg()[0] ?? 0) * 100) / 100;
}

/** The machine in neutral words. */
export function machineOf(busyBefore: number): Results['machine'] {
  return {
    processors: cpus().length,
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
    busyBefore,
    busyAfter: busyness(),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
  };
}

/** The most that a median may be of the plain SQL's. */
const MOST_RATIO = 2;
const HEADINGS = ['milliseconds', 'p50', 'p95', 'max', 'bare p50', 'bare p95', 'ratio', ''];

/** Rows as lines with columns: the first and the last begin at the left, numbers end at the right. */
export function lineUp(rows: readonly (readonly string[])[]): readonly string[] {
  const columns = rows[0]?.length ?? 0;
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 || column === columns - 1
          ? cell.padEnd(widths[column] ?? 0)
          : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}

/** The results as lines of text with columns. */
export function tableOf(results: Results): string {
  const { machine, outcomes, figures, left } = results;
  const rows = outcomes.map(({ name, ours, bare, ratio, aim }) => [
    name,
    ...[ours.p50, ours.p95, ours.max].map(milliseconds),
    ...(bare ? [bare.p50, bare.p95].map(milliseconds) : ['', '']),
    ratio === null ? '' : ratio.toFixed(1),
    verdictOf(ours.p95, aim, ratio),
  ]);
  return [
    `${results.size} contacts, seed ${results.seed}; ${machine.processors} processors, ` +
      `${machine.memoryGigabytes} GB, ${machine.platform}, Node ${machine.node}; ` +
      `busy ${machine.busyBefore} before, ${machine.busyAfter} after`,
    '',
    ...lineUp([HEADINGS, ...rows]),
    '',
    ...figures.map(({ name, value, unit }) => `${name}: ${value} ${unit}`),
    ...left.map(({ name, why }) => `not measured: ${name} (${why})`),
  ].join('\n');
}

function verdictOf(p95: number, aim: number | null, ratio: number | null): string {
  const faults = [
    ...(aim !== null && p95 > aim ? [`over ${aim} ms`] : []),
    ...(ratio !== null && ratio > MOST_RATIO ? [`over ${MOST_RATIO}x`] : []),
  ];
  return faults.join(', ');
}

function milliseconds(value: number): string {
  return value < 10 ? value.toFixed(2) : value.toFixed(1);
}
