export { AddressField } from './address-field.tsx';
export { addressLabel, type AddressValue, addressValue } from './address-label.ts';
export { NeighbourhoodLine } from './neighbourhood-line.tsx';
export { useLocated, useTerritorySummary, useZoneName } from './queries.ts';
export { TerritoryMap } from './territory-map.tsx';
export { TerritoryPage } from './territory-page.tsx';
