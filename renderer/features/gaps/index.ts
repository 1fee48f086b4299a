export { GapMark } from './gap-mark.tsx';
export { gapSearchSchema } from './gap-search.ts';
export { GapsPage } from './gaps-page.tsx';
