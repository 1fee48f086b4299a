export { closePromise } from './close-promise.ts';
export { withKeepers } from './keepers.ts';
export { readOpenPromises, readPromiseOfContact, readPromisePage } from './read-promises.ts';
export { reassignPromise } from './reassign-promise.ts';
