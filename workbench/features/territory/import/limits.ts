import type { ImportLayer } from '#shared/domain/territory/territory.ts';

export { LARGEST_IMPORT_BYTES } from '#shared/contract/territory.ts';

/** The largest single feature or line: a coast with all its islands has fewer. */
export const LARGEST_ROW_CHARACTERS = 8 * 1024 ** 2;

/** Brackets within brackets: a MultiPolygon in a feature in a collection has nine. */
export const DEEPEST_NESTING = 64;

export const MOST_COLUMNS = 300;

/** Twice what the largest user has: Flanders knows some 90,000 street names, Antwerp 300,000 addresses. */
export const MOST_ROWS: Readonly<Record<ImportLayer, number>> = {
  zone: 5_000,
  municipality: 5_000,
  'sub-municipality': 20_000,
  district: 20_000,
  neighbourhood: 20_000,
  segments: 250_000,
  'street-names': 200_000,
  addresses: 1_500_000,
};

/** Rows handled between two breaths, so that the process keeps answering: some 10 ms of work. */
export const BATCH_ROWS = 250;
