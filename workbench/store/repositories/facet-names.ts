import type { Language } from '#shared/contract/desk.ts';
import type { CodeList } from '#shared/domain/codes/code.ts';
import { FEELINGS } from '#shared/domain/contacts/code-lists.ts';

import type { ReadHandle } from '../handles.ts';
import { allCodes } from './code-repository.ts';
import type { IndexedFacet } from './contact-filter.ts';

/** What one number of `contact_facet` stands for. */
export interface FacetName {
  readonly number: number;
  /** The id or code. */
  readonly value: string;
  readonly nameNl: string;
  readonly nameFr: string;
}

const LOCALES: Record<Language, string> = { nl: 'nl-BE', fr: 'fr-BE', en: 'en-GB' };

/**
 * Every value that some contact has of a facet, by name in the order of the language ("Straat 9" before
 * "Straat 10"); feelings in the order of their scale.
 */
export async function facetNames(
  read: ReadHandle,
  facet: IndexedFacet,
  language: Language,
): Promise<readonly FacetName[]> {
  if (facet === 'feeling') {
    return FEELINGS.map((value, index) => ({ number: index + 1, value, nameNl: '', nameFr: '' }));
  }
  const { compare } = new Intl.Collator(LOCALES[language], { numeric: true });
  const sorted = [...(await namesOf(read, facet, language))].map((name) => ({
    name,
    shown: language === 'fr' && name.nameFr !== '' ? name.nameFr : name.nameNl,
  }));
  sorted.sort(
    (one, other) => compare(one.shown, other.shown) || (one.name.value < other.name.value ? -1 : 1),
  );
  return sorted.map(({ name }) => name);
}

async function namesOf(
  read: ReadHandle,
  facet: Exclude<IndexedFacet, 'feeling'>,
  language: Language,
): Promise<readonly FacetName[]> {
  const values = read.selectFrom('facet_value').where('facet_value.kind', '=', facet);
  switch (facet) {
    case 'street':
      return values
        .innerJoin('street', 'street.id', 'facet_value.value')
        .select(['number', 'value', 'street.name_nl as nameNl', 'street.name_fr as nameFr'])
        .execute();
    case 'neighbourhood':
      return values
        .innerJoin('area', 'area.id', 'facet_value.value')
        .select(['number', 'value', 'area.name_nl as nameNl', 'area.name_fr as nameFr'])
        .execute();
    case 'author': {
      const rows = await values
        .innerJoin('officer', 'officer.id', 'facet_value.value')
        .select(['number', 'value', 'officer.display_name as nameNl'])
        .execute();
      return rows.map((row) => ({ ...row, nameFr: '' }));
    }
    case 'reason':
      return codeNames(read, await values.select(['number', 'value']).execute(), 'contact-reason');
    case 'channel':
      return codeNames(read, await values.select(['number', 'value']).execute(), 'channel');
  }

  /** Codes by their name in the language, in both columns: it is all one word to sort by. */
  async function codeNames(
    handle: ReadHandle,
    rows: readonly { readonly number: number; readonly value: string }[],
    list: CodeList,
  ): Promise<readonly FacetName[]> {
    const codes = new Map(
      (await allCodes(handle))
        .filter((code) => code.list === list)
        .map((code) => [
          code.code,
          { nl: '', fr: code.nameFr, en: code.nameEn }[language] || code.nameNl,
        ]),
    );
    return rows.map((row) => {
      const name = codes.get(row.value) ?? row.value;
      return { ...row, nameNl: name, nameFr: name };
    });
  }
}
