export {
  imports as listImports,
  importReport as readImportReport,
} from './import/import-history.ts';
export { ImportTurns } from './import/import-turns.ts';
export { inspectUpload } from './import/inspect-upload.ts';
export { orLocked, type Pace, pace } from './import/pace.ts';
export { loadPlaces } from './import/places.ts';
export { previewImport } from './import/preview-import.ts';
export { runImport } from './import/run-import.ts';
export { openSource, type Source } from './import/source/open-source.ts';
export { delimiterOf } from './import/source/read-table.ts';
export type { SourceRow } from './import/source/source-rows.ts';
export { undoImport } from './import/undo-import.ts';
export { unusable } from './import/unusable.ts';
export { readAreas } from './map/areas.ts';
export { countStreets } from './map/count-streets.ts';
export { readLandscape } from './map/landscape.ts';
export { readSegmentsInView } from './map/segments-in-view.ts';
export { readSummary } from './map/summary.ts';
export { locate } from './search/locate.ts';
export { nameCost, type NameKey, prepareKey, prepareQuery } from './search/name-match.ts';
export { searchAddress } from './search/search-address.ts';
export { keepPerTerritory } from './versioned-cache.ts';
export { packTerritory } from './versions/pack-territory.ts';
export { publishTerritory, readTerritoryDraft } from './versions/publish-territory.ts';
export { assertMayImport, readVersion } from './versions/read-version.ts';
