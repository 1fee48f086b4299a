export { readThread } from './read-thread.ts';
export { writeThreadFile } from './thread-file.ts';
