export { NeighbourhoodPage } from './neighbourhood-page.tsx';
