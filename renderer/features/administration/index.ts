export { AdministrationPage, administrationSearchSchema } from './administration-page.tsx';
export { QuarantinePage, quarantineSearchSchema } from './quarantine-page.tsx';
export { useRole } from './questions.ts';
