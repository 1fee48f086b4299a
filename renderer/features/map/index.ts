export { MapPage } from './map-page.tsx';
export { mapSearchSchema } from './map-search-schema.ts';
