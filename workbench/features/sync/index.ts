export { type CentreLink, openCentreLink } from './centre-link.ts';
export { readMembership } from './enrolment.ts';
export { noteRightsSeen, readArrivals, readRightsChanges } from './read-arrivals.ts';
export { readAttention } from './read-attention.ts';
export { readOperations } from './read-operations.ts';
export { readRecordStates } from './read-record-states.ts';
export { chooseSides, settle, undoChoice } from './settle-attention.ts';
export { signInByProvider } from './sign-in-by-provider.ts';
export { topicsOf } from './topics.ts';
