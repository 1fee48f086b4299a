export { readNeighbourhood } from './read-neighbourhood.ts';
export { readStreet } from './read-street.ts';
export { readStreetProfile } from './read-street-profile.ts';
