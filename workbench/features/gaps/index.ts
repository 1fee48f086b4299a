export { exportGapTable } from './export-gaps.ts';
export { readGapLines } from './read-gap-lines.ts';
export { readGapMap } from './read-gap-map.ts';
