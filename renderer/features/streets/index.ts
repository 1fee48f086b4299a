export { PlaceMissing } from './place-missing.tsx';
export { PlacePanels } from './place-panels.tsx';
export { isAbsent, useNeighbourhood } from './queries.ts';
export { StreetPage } from './street-page.tsx';
export { streetSearchSchema } from './street-search.ts';
