export { readFactImports, readFactReport, redoFactImport, undoFactImport } from './fact-imports.ts';
export { readFactSources, saveFactSource } from './fact-sources.ts';
export { compareWeights, readRankedDays, readWeights, setWeights } from './fact-weights.ts';
export { importFacts } from './import/import-facts.ts';
export { inspectFacts, readValues } from './import/inspect-facts.ts';
export { previewFacts } from './import/preview-facts.ts';
export { listFacts } from './list-facts.ts';
export { type CoveredSource, sourceCoverage } from './source-coverage.ts';
export { openYears, readSourceYears } from './source-years.ts';
