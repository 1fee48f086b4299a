export { ClosePromiseDialog } from './close-promise-dialog.tsx';
export { PromiseAgenda } from './promise-agenda.tsx';
export { PromiseList } from './promise-list.tsx';
export { promiseSearchSchema } from './promise-search.ts';
export { useOpenPromises, usePromiseOfContact } from './promises.ts';
export { PromisesPage } from './promises-page.tsx';
