import { type ContactHit, FOUND_IN, type PromiseHit } from '#shared/contract/search.ts';
import { countTerms, excerpt } from '#shared/domain/search/highlight.ts';
import { readQuery, type SearchQuery } from '#shared/domain/search/search-query.ts';

import type { OpenFile } from '../../context.ts';
import {
  findContacts,
  findPromises,
  type FoundContactRow,
  type FoundPromiseRow,
} from '../../store/repositories/search-repository.ts';
import { EXCERPT_LENGTH, type PageAsked, pageOf, type SearchPage } from './search-page.ts';
import { walkBeginnings } from './walk-beginnings.ts';

/** Contacts that hold what was typed, newest first. Throws INVALID_FIELD for a cursor that is not ours. */
export async function searchContacts(
  { store }: OpenFile,
  asked: PageAsked,
): Promise<SearchPage<ContactHit>> {
  const query = readQuery(asked.text);
  const walk = {
    query,
    find: (wanted: SearchQuery, before: number | null, limit: number) =>
      findContacts(store.read, wanted, before, limit),
    textsOf: (row: FoundContactRow) => [
      row.summary,
      row.need,
      row.assessment,
      row.next_note,
      row.notes,
    ],
  };
  return pageOf(asked, query, (cursor, limit) => walkBeginnings(walk, cursor, limit), toContactHit);
}

/** Promises that hold what was typed, newest first. Throws INVALID_FIELD for a cursor that is not ours. */
export async function searchPromises(
  { store }: OpenFile,
  asked: PageAsked,
): Promise<SearchPage<PromiseHit>> {
  const query = readQuery(asked.text);
  const walk = {
    query,
    find: (wanted: SearchQuery, before: number | null, limit: number) =>
      findPromises(store.read, wanted, before, limit),
    textsOf: (row: FoundPromiseRow) => [row.text, row.outcome],
  };
  return pageOf(asked, query, (cursor, limit) => walkBeginnings(walk, cursor, limit), toPromiseHit);
}

function toContactHit(row: FoundContactRow, query: SearchQuery): ContactHit {
  const texts = {
    summary: row.summary,
    need: row.need,
    assessment: row.assessment,
    nextNote: row.next_note,
    amendments: row.notes,
  };
  const foundIn = richest(FOUND_IN, texts, query);
  return {
    id: row.id,
    occurredAt: row.occurred_at,
    streetNameNl: row.street_name_nl,
    streetNameFr: row.street_name_fr,
    houseNumber: row.house_number,
    reason: row.reason,
    withdrawn: row.withdrawn === 1,
    foundIn,
    excerpt: excerpt(texts[foundIn], query, EXCERPT_LENGTH),
  };
}

function toPromiseHit(row: FoundPromiseRow, query: SearchQuery): PromiseHit {
  const foundIn = richest(['text', 'outcome'] as const, row, query);
  return {
    id: row.id,
    contactId: row.contact_id,
    streetNameNl: row.street_name_nl,
    streetNameFr: row.street_name_fr,
    dueOn: row.due_on,
    state: row.state,
    foundIn,
    excerpt: excerpt(row[foundIn], query, EXCERPT_LENGTH),
  };
}

/** The text that holds most of what was typed; the first of them where several do. */
function richest<Name extends string>(
  names: readonly [Name, ...Name[]],
  texts: Readonly<Record<Name, string>>,
  query: SearchQuery,
): Name {
  let [best] = names;
  let most = 0;
  for (const name of names) {
    const count = countTerms(texts[name], query);
    if (count > most) [best, most] = [name, count];
  }
  return best;
}
