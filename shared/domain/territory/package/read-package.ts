import { z } from 'zod';

import { type Day, daySchema, OPEN_END } from '../../../lib/dates.ts';
import type { Id } from '../../../lib/ids.ts';
import {
  LONGEST_PACKAGE_LINE,
  MOST_PACKAGE_ROWS,
  PACKAGE_KINDS,
  PACKAGE_ROWS,
  packageHeadSchema,
  type PackageKind,
  type PackageRow,
} from './package-row.ts';

/** How much of each is open-ended. */
export const packageCountsSchema = z.object({
  neighbourhoods: z.number().int().min(0),
  streets: z.number().int().min(0),
  segments: z.number().int().min(0),
  addresses: z.number().int().min(0),
});

/** What a territory package comes to, told from its rows alone. */
export const packageFactsSchema = z.object({
  counts: packageCountsSchema,
  /** The first day on which anything in it was valid: before it, the package says nothing. */
  beginsOn: daySchema,
  /** The last day on which anything in it began or ended: since then it is as it is now. */
  validFrom: daySchema,
});
export type PackageFacts = z.infer<typeof packageFactsSchema>;

/** A neighbourhood or district that is open-ended, by which rights are told. */
export interface PackageArea {
  readonly id: Id;
  readonly kind: 'neighbourhood' | 'district';
  readonly parentId: Id | null;
}

/** Why a package cannot be used. */
export type PackageProblem =
  /** It does not begin as a package of this version does. */
  | 'other-format'
  /** A line that is no row, or longer than any. */
  | 'not-a-row'
  | 'too-many-rows'
  /** Kinds or ids out of order, or the same one twice. */
  | 'wrong-order'
  /** An interval of no day. */
  | 'wrong-days'
  /** A segment or address of a street or neighbourhood that is not in it. */
  | 'unknown-street'
  | 'unknown-neighbourhood'
  /** Without one street there is nothing that anybody could log a contact in. */
  | 'no-streets';

export class PackageRefused extends Error {
  override readonly name = 'PackageRefused';
  readonly problem: PackageProblem;

  constructor(problem: PackageProblem) {
    super(problem);
    this.problem = problem;
  }
}

/** Checks the lines of a package one after the other; both sides read by it, whoever sent the package. */
export class PackageReader {
  readonly areas: PackageArea[] = [];
  credits: readonly string[] = [];
  readonly #counts = { neighbourhoods: 0, streets: 0, segments: 0, addresses: 0 };
  readonly #streets = new Set<Id>();
  readonly #areaIds = new Set<Id>();
  #beginsOn: Day = OPEN_END;
  #validFrom: Day = '';
  #begun = false;
  #place = 0;
  #lastId: Id = '';
  #rowsOfKind = 0;

  /** The row of a line; undefined for the first line, which says what it is. Throws PackageRefused. */
  take(line: string): PackageRow | undefined {
    if (!this.#begun) {
      const head = packageHeadSchema.safeParse(parsed(line, 'other-format'));
      if (!head.success) throw new PackageRefused('other-format');
      this.credits = head.data[1].credits;
      this.#begun = true;
      return undefined;
    }
    const row = rowOf(line);
    this.#keepOrder(row.kind, row.columns.id);
    if (row.kind !== 'import') this.#keepDays(row.columns);
    this.#count(row);
    return row;
  }

  /** What it came to. Throws PackageRefused when it cannot be the territory of a zone. */
  end(): PackageFacts {
    if (!this.#begun) throw new PackageRefused('other-format');
    if (this.#counts.streets === 0) throw new PackageRefused('no-streets');
    return { counts: this.#counts, beginsOn: this.#beginsOn, validFrom: this.#validFrom };
  }

  #keepOrder(kind: PackageKind, id: Id): void {
    const place = PACKAGE_KINDS.indexOf(kind);
    if (place < this.#place || (place === this.#place && id <= this.#lastId)) {
      throw new PackageRefused('wrong-order');
    }
    this.#rowsOfKind = place === this.#place ? this.#rowsOfKind + 1 : 1;
    if (this.#rowsOfKind > MOST_PACKAGE_ROWS[kind]) throw new PackageRefused('too-many-rows');
    this.#place = place;
    this.#lastId = id;
  }

  #keepDays({ valid_from: from, valid_to: to }: { valid_from: Day; valid_to: Day }): void {
    if (from >= to) throw new PackageRefused('wrong-days');
    if (from < this.#beginsOn) this.#beginsOn = from;
    const last = to === OPEN_END ? from : to;
    if (last > this.#validFrom) this.#validFrom = last;
  }

  #count(row: PackageRow): void {
    if (row.kind === 'import' || row.kind === 'landscape') return;
    const current = row.columns.valid_to === OPEN_END ? 1 : 0;
    switch (row.kind) {
      case 'area': {
        const { id, kind, parent_id: parentId } = row.columns;
        this.#areaIds.add(id);
        if (kind !== 'neighbourhood' && kind !== 'district') return;
        if (kind === 'neighbourhood') this.#counts.neighbourhoods += current;
        if (current === 1) this.areas.push({ id, kind, parentId });
        return;
      }
      case 'street':
        this.#streets.add(row.columns.id);
        this.#counts.streets += current;
        return;
      case 'segment':
      case 'address': {
        const { street_id: street, neighbourhood_id: area } = row.columns;
        if (!this.#streets.has(street)) throw new PackageRefused('unknown-street');
        if (area !== null && !this.#areaIds.has(area)) {
          throw new PackageRefused('unknown-neighbourhood');
        }
        this.#counts[row.kind === 'segment' ? 'segments' : 'addresses'] += current;
      }
    }
  }
}

function rowOf(line: string): PackageRow {
  const given: unknown = parsed(line, 'not-a-row');
  if (!Array.isArray(given) || given.length !== 2) throw new PackageRefused('not-a-row');
  const [kind, columns] = given as readonly unknown[];
  if (!isKind(kind)) throw new PackageRefused('not-a-row');
  const checked = PACKAGE_ROWS[kind].safeParse(columns);
  if (!checked.success) throw new PackageRefused('not-a-row');
  return { kind, columns: checked.data } as PackageRow;
}

function isKind(given: unknown): given is PackageKind {
  return (PACKAGE_KINDS as readonly unknown[]).includes(given);
}

function parsed(line: string, problem: PackageProblem): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    throw new PackageRefused(problem);
  }
}

/**
 * The rows of an unpacked package, as they come in. `reader` knows afterwards what it came to. Throws
 * PackageRefused; then what was given out before is worth nothing either.
 */
export async function* packageRows(
  texts: AsyncIterable<string>,
  reader: PackageReader,
): AsyncGenerator<PackageRow> {
  let rest = '';
  for await (const text of texts) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_PACKAGE_LINE) throw new PackageRefused('not-a-row');
    for (const line of lines) {
      const row = reader.take(line);
      if (row !== undefined) yield row;
    }
  }
  // Every line has an end: what was cut off does not pass for whole.
  if (rest !== '') throw new PackageRefused('not-a-row');
}
