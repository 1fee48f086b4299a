export { BoardPage } from './board-page.tsx';
export { boardSearchOf, boardSearchSchema } from './board-search.ts';
