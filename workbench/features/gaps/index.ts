export { countPieces } from './count-pieces.ts';
export { exportGapTable } from './export-gaps.ts';
export { methodBreaks, type NamedBreak } from './method-breaks.ts';
export { pieceOfContact } from './piece-of-contact.ts';
export { readGapLines } from './read-gap-lines.ts';
export { readGapMap } from './read-gap-map.ts';
export { readPiecesOfStreet } from './read-pieces.ts';
export { type TownPlaces, townPlaces } from './town-places.ts';
export { warmGaps } from './warm-gaps.ts';
