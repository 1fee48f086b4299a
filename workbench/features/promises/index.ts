export { closePromise } from './close-promise.ts';
export { readOpenPromises, readPromiseOfContact, readPromisePage } from './read-promises.ts';
export { reassignPromise } from './reassign-promise.ts';
