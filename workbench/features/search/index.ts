export { keepIndexed } from './keep-indexed.ts';
export { searchEverything } from './search-everything.ts';
export { searchContacts, searchPromises } from './search-texts.ts';
