export { keepIndexed } from './keep-indexed.ts';
export { searchDossiers } from './search-dossiers.ts';
export { searchEverything } from './search-everything.ts';
export { searchNames } from './search-names.ts';
export { searchContacts, searchPromises } from './search-texts.ts';
