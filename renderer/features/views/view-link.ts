import { defaultParseSearch, defaultStringifySearch } from '@tanstack/react-router';

import type { ContactView } from '#shared/domain/contacts/contact-view.ts';

import { type ContactSearch, searchOf, strictSearchSchema } from './contact-search.ts';

/** The address of the list of contacts in the application, which is the same at every desk. */
const CONTACTS_ADDRESS = 'wijkwerk://app/#/contacts';
/** Longer than any view, whose lists are bounded. */
const LONGEST_LINK = 20_000;

/** A link to the view as a text that can be sent to a colleague: it holds the whole view, no contacts. */
export function viewLink(view: ContactView): string {
  return CONTACTS_ADDRESS + defaultStringifySearch(searchOf(view));
}

export type ReadLink =
  | { readonly search: ContactSearch }
  /** `not-a-link`: no link of this application; `unreadable`: one that holds something else. */
  | { readonly problem: 'not-a-link' | 'unreadable' };

/**
 * Reads a link that somebody pasted. It is believed only whole: a field that is not known, or holds
 * what it cannot hold, makes it unreadable, since half of a filter would show other contacts.
 */
export function readViewLink(text: string): ReadLink {
  const link = text.trim();
  if (link.length > LONGEST_LINK || !link.startsWith(CONTACTS_ADDRESS)) {
    return { problem: 'not-a-link' };
  }
  const query = link.slice(CONTACTS_ADDRESS.length);
  if (query !== '' && !query.startsWith('?')) return { problem: 'not-a-link' };
  try {
    const read = strictSearchSchema.safeParse(query === '' ? {} : defaultParseSearch(query));
    return read.success ? { search: read.data } : { problem: 'unreadable' };
  } catch (error) {
    // A percent sign that encodes nothing.
    if (error instanceof URIError) return { problem: 'unreadable' };
    throw error;
  }
}

/** Whether a text that was pasted somewhere looks like a link to a view. */
export function looksLikeViewLink(text: string): boolean {
  return text.trim().startsWith('wijkwerk://');
}
