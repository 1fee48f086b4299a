export { FactsPage, factsSearchSchema } from './facts-page.tsx';
