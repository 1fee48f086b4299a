export { addNewParties } from './add-new-parties.ts';
export { PartiesPage, partySearchSchema } from './parties-page.tsx';
export { type ChosenParty, PartyField } from './party-field.tsx';
export { PartyPanel } from './party-panel.tsx';
