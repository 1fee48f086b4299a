export { useFactWords } from './fact-words.ts';
export { FactsPage, factsSearchSchema } from './facts-page.tsx';
export { ANY_FACT, factsQuestion } from './queries.ts';
