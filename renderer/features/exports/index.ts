export { DisclosuresPanel } from './disclosures-panel.tsx';
export { ExportButton } from './export-button.tsx';
export { PrintPage } from './print-page.tsx';
export { printSearchSchema } from './print-search.ts';
export { Sheet } from './sheet.tsx';
export { usePrinting } from './use-printing.ts';
