/** One row of a table or one feature of a collection, read but not yet understood. */
export interface SourceRow {
  /** Line of the file for CSV, the header being 1; feature for GeoJSON, the first being 1. */
  readonly row: number;
  /** The text of a column or property, without blanks around it; empty when it is not there. */
  cell(name: string): string;
  /** The `geometry` member of a feature; undefined for a table. */
  readonly geometry: unknown;
  /** False when a line of a table has more or fewer cells than its header. */
  readonly complete: boolean;
}

/** Rows of a file in batches, and what the file says about itself once all of them have been read. */
export interface SourceRows {
  batches(): AsyncGenerator<readonly SourceRow[]>;
  /** Columns of a table, or properties seen so far. */
  columns(): readonly string[];
  /** Name of a coordinate reference system that the file states, or empty. */
  statedSystem(): string;
  /** Whom a collection says its data come from, or empty. */
  statedCredit(): string;
  /** The `name` member of a collection, or empty. */
  title(): string;
}

export function textOf(value: unknown): string {
  if (typeof value === 'string') return value.normalize('NFC').trim();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return '';
}
