export { type ChangeHub, createChangeHub } from './change-hub.ts';
export { keepAnswers } from './keep-answers.ts';
export { countRevisions } from './revisions.ts';
