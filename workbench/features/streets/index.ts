export { readNeighbourhood } from './read-neighbourhood.ts';
export { readStreet } from './read-street.ts';
