export { ActionPage, actionSearchSchema } from './action-page.tsx';
export { BenchPage } from './bench-page.tsx';
export { DealSheetPage } from './deal-sheet-page.tsx';
export { DialogForm } from './dialog-form.tsx';
export { DossierPage } from './dossier-page.tsx';
export { dossierSearchSchema, DossiersPage } from './dossiers-page.tsx';
export { DuePanel } from './due-panel.tsx';
export { useOfficers, usePartners } from './queries.ts';
