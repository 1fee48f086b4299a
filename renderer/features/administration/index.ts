export { AdministrationPage, administrationSearchSchema } from './administration-page.tsx';
export { FormDialog } from './form-dialog.tsx';
export { QuarantinePage, quarantineSearchSchema } from './quarantine-page.tsx';
export { useRole } from './questions.ts';
export { SetAsidePanel } from './set-aside-panel.tsx';
