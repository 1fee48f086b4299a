export { closePromise, readOpenPromises } from './promises.ts';
