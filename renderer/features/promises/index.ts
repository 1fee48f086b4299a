export { PromiseList } from './promise-list.tsx';
export { useOpenPromises } from './promises.ts';
