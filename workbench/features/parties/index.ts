export { mergeParties, unmergeParties } from './merge-parties.ts';
export { getParty, listParties, readPartyContacts, readPartyPromises } from './read-parties.ts';
export { similarParties, suggestParties } from './suggest-parties.ts';
export { addParty, changeParty } from './write-parties.ts';
