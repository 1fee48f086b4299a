import type { SearchAnswer } from '#shared/contract/search.ts';

import type { OpenFile } from '../../context.ts';
import { searchDossiers } from './search-dossiers.ts';
import { searchNames } from './search-names.ts';
import { searchContacts, searchPromises } from './search-texts.ts';

/**
 * Some of everything that holds what was typed. Contacts, promises and dossiers come newest first, names best
 * first, with a little tolerance for their spelling.
 *
 * @param input.text words, the last of which may be half typed; quotes hold words together
 * @param input.limit the most of each kind, 1 to 20
 */
export async function searchEverything(
  file: OpenFile,
  { text, limit }: { readonly text: string; readonly limit: number },
): Promise<SearchAnswer> {
  const asked = { text, cursor: null, limit };
  // Asked first: what is taken into the index meanwhile is said to be missing, and never the other way round.
  const names = await searchNames(file, { text, limit });
  const contacts = await searchContacts(file, asked);
  const promises = await searchPromises(file, asked);
  const dossiers = await searchDossiers(file, asked);
  return {
    ...names,
    contacts: contacts.rows,
    moreContacts: contacts.nextCursor !== null,
    promises: promises.rows,
    morePromises: promises.nextCursor !== null,
    dossiers: dossiers.rows,
    moreDossiers: dossiers.nextCursor !== null,
  };
}
