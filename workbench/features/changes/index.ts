export { type ChangeHub, createChangeHub } from './change-hub.ts';
export { countRevisions } from './revisions.ts';
