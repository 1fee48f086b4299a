import type { SearchAnswer } from '#shared/contract/search.ts';
import { isEmptyQuery, readQuery } from '#shared/domain/search/search-query.ts';

import type { OpenFile } from '../../context.ts';
import { countUnindexed } from '../../store/repositories/search-catch-up.ts';
import { searchAddress } from '../territory/index.ts';
import { searchDossiers } from './search-dossiers.ts';
import { searchNeighbourhoods, searchParties } from './search-names.ts';
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
  // Asked first: what is taken into the index meanwhile is said to be missing, and never the other way round.
  const unindexed = await countUnindexed(file.store.read);
  const query = readQuery(text);
  if (isEmptyQuery(query)) {
    return {
      contacts: [],
      moreContacts: false,
      promises: [],
      morePromises: false,
      dossiers: [],
      parties: [],
      places: [],
      neighbourhoods: [],
      unindexed,
    };
  }
  const asked = { text, cursor: null, limit };
  const contacts = await searchContacts(file, asked);
  const promises = await searchPromises(file, asked);
  return {
    contacts: contacts.rows,
    moreContacts: contacts.nextCursor !== null,
    promises: promises.rows,
    morePromises: promises.nextCursor !== null,
    dossiers: await searchDossiers(file, query, limit),
    parties: await searchParties(file, { text, query, limit }),
    places: await searchAddress(file, { text, limit }),
    neighbourhoods: await searchNeighbourhoods(file.store, query, limit),
    unindexed,
  };
}
