export { PartiesPage, partySearchSchema } from './parties-page.tsx';
export { PartyField } from './party-field.tsx';
export { PartyPanel } from './party-panel.tsx';
