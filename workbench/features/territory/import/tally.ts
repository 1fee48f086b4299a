import type { ImportCounts, ImportPreview, RefusedRow } from '#shared/contract/territory.ts';
import {
  type Bounds,
  boundsOf,
  type Line,
  type Position,
} from '#shared/domain/territory/geometry.ts';

type Sample = ImportPreview['sample'][number];
export type Outcome = Sample['change'];

const SAMPLE_ROWS = 20;
const SHOWN_REFUSALS = 200;
const MOST_SHAPES = 400;
const MOST_POINTS = 40;

/** What an import has come to so far. */
export class Tally {
  readonly counts: { -readonly [Name in keyof ImportCounts]: ImportCounts[Name] } = {
    read: 0,
    added: 0,
    changed: 0,
    unchanged: 0,
    ended: 0,
    refused: 0,
  };
  readonly sample: Sample[] = [];
  /** The first refused rows, for the preview. */
  readonly refused: RefusedRow[] = [];
  /** Official ids of refused rows: the file knows them, so they have not disappeared. */
  readonly refusedIds = new Set<string>();
  #untold: RefusedRow[] = [];
  #wrongGeometry = 0;
  #wrongType = '';
  #shapes: Position[][][] = [];
  #every = 1;
  #offered = 0;
  #bounds: Bounds | undefined;

  refuse(refused: RefusedRow, officialId = ''): void {
    this.counts.refused += 1;
    if (this.refused.length < SHOWN_REFUSALS) this.refused.push(refused);
    if (officialId !== '') this.refusedIds.add(officialId);
    if (refused.reason === 'wrong-geometry') {
      this.#wrongGeometry += 1;
      this.#wrongType ||= refused.value;
    }
    this.#untold.push(refused);
  }

  /** Refused rows since the last time, for the report that is stored. */
  takeRefused(): readonly RefusedRow[] {
    const taken = this.#untold;
    this.#untold = [];
    return taken;
  }

  /** The type of the shapes when all rows were refused for having the wrong one. */
  onlyWrongGeometry(): string | undefined {
    return this.counts.read > 0 && this.#wrongGeometry === this.counts.read
      ? this.#wrongType
      : undefined;
  }

  count(change: Outcome, row: Omit<Sample, 'change'>): void {
    this.counts[change] += 1;
    if (this.sample.length < SAMPLE_ROWS) this.sample.push({ ...row, change });
  }

  /** One row's lines or rings, for a small map. Keeps every so many, fewer the more there are. */
  shape(lines: readonly Line[]): void {
    const bounds = boundsOf(lines.flat());
    if (!bounds) return;
    this.#bounds = this.#bounds ? union(this.#bounds, bounds) : bounds;
    this.#offered += 1;
    if ((this.#offered - 1) % this.#every !== 0) return;
    this.#shapes.push(lines.map(thinned));
    if (this.#shapes.length <= MOST_SHAPES) return;
    this.#shapes = this.#shapes.filter((_, index) => index % 2 === 0);
    this.#every *= 2;
  }

  preview(): ImportPreview {
    return {
      counts: this.counts,
      sample: this.sample,
      refused: this.refused,
      shapes: this.#shapes.map((shape) =>
        shape.map((line) => line.map(([x, y]): [number, number] => [x, y])),
      ),
      bounds: this.#bounds ? [...this.#bounds] : null,
    };
  }
}

function union(one: Bounds, other: Bounds): Bounds {
  return [
    Math.min(one[0], other[0]),
    Math.min(one[1], other[1]),
    Math.max(one[2], other[2]),
    Math.max(one[3], other[3]),
  ];
}

/** At most {@link MOST_POINTS} positions and always the last: enough for a map of a hand's width. */
function thinned(line: Line): Position[] {
  const step = Math.ceil(line.length / MOST_POINTS);
  return line.filter((_, index) => index % step === 0 || index === line.length - 1);
}
