import { useMemo } from 'react';

import type { Language } from '#shared/contract/desk.ts';
import {
  type Code,
  type CodeList,
  codesOn,
  REASON_FAMILIES,
  type ReasonFamily,
} from '#shared/domain/codes/code.ts';
import type { Day } from '#shared/lib/dates.ts';

import { useFormats } from '../ui/formats.ts';
import { type Question, useQuestion } from './queries.ts';

const codesQuestion: Question<Code[]> = {
  topics: ['codes'],
  key: ['codes.all'],
  ask: (client, signal) => client.codes.all(undefined, { signal }),
};

/** The zone's code lists in the language of the reader. */
export interface Codes {
  readonly all: readonly Code[];
  /** What a code is called; the code itself where the list does not know it, nothing for none. */
  name(list: CodeList, code: string | null): string;
  /** The codes that may be chosen for something of `day`, in the zone's order. */
  on(list: CodeList, day: Day): readonly Code[];
  /** The colour a contact reason has on the map. */
  familyOf(reason: string): ReasonFamily;
}

const NONE: readonly Code[] = [];

export function useCodes(): Codes {
  const { language } = useFormats();
  const { data = NONE } = useQuestion(codesQuestion);
  return useMemo(() => codesIn(data, language), [data, language]);
}

export function codesIn(all: readonly Code[], language: Language): Codes {
  const byKey = new Map(all.map((code) => [`${code.list} ${code.code}`, code]));
  return {
    all,
    name(list, code) {
      if (code === null) return '';
      const found = byKey.get(`${list} ${code}`);
      return found ? nameOf(found, language) : code;
    },
    on: (list, day) => codesOn(all, list, day),
    familyOf(reason) {
      const family = byKey.get(`contact-reason ${reason}`)?.family;
      return REASON_FAMILIES.find((known) => known === family) ?? 'town';
    },
  };
}

/** A code's name in this language, or in Dutch where the zone gave none. */
export function nameOf(code: Code, language: Language): string {
  const named = { nl: code.nameNl, fr: code.nameFr, en: code.nameEn }[language];
  return named === '' ? code.nameNl : named;
}
