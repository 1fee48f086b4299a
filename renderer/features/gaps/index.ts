export { gapSearchSchema } from './gap-search.ts';
export { GapsPage } from './gaps-page.tsx';
