import type { Generated } from 'kysely';

import type { CodeList } from '#shared/domain/codes/code.ts';
import type { PartyKind } from '#shared/domain/parties/party.ts';
import type { PartnerKind, PostKind } from '#shared/domain/people/people.ts';

/** Who works here and with whom they speak, and the codes they choose from. */
export interface PeopleTables {
  officer: { id: string; display_name: string; version: number };
  /** When officers are away; `periods` is JSON of absence periods. */
  absence: { officer_id: string; periods: string; version: number };
  post: {
    id: string;
    officer_id: string;
    kind: PostKind;
    area_id: string;
    theme: string;
    valid_from: string;
    valid_to: string;
    version: number;
  };
  partner: {
    id: string;
    name: string;
    kind: PartnerKind;
    neighbourhood_id: string | null;
    version: number;
  };
  code: {
    id: string;
    list: CodeList;
    code: string;
    name_nl: string;
    name_fr: string;
    name_en: string;
    family: string;
    position: number;
    valid_from: string;
    valid_to: string;
    version: number;
  };
  party: {
    id: string;
    kind: PartyKind;
    name: string;
    reach: string;
    language: string | null;
    role: string | null;
    version: number;
  };
  /** That one party is another one: a link, active until it is undone. */
  party_merge: {
    id: string;
    party_id: string;
    into_id: string;
    made_by: string;
    made_at: string;
    undone_by: string | null;
    undone_at: string | null;
    version: number;
    /** 1 when the link holds: not taken back, and no other one stands in its way. */
    stands: Generated<number>;
  };
  /** The words of a party's name as `searchKeyOf` lays them down; `party_gram` indexes them. */
  party_key: { row_id: Generated<number>; party_id: string; key: string };
  /** FTS5 over `party_key.key` by groups of three letters; asked by `match` only. */
  party_gram: { rowid: number; key: string };
  /** In how many names a group of letters occurs. */
  party_gram_count: { term: string; doc: number };
  /** What was written in a party: all its fields, the first time and at every change since. */
  party_change: {
    id: string;
    party_id: string;
    /** 1, 2, 3 … per party. */
    position: number;
    author_id: string;
    made_at: string;
    /** JSON of `PartyFields`. */
    fields: string;
  };
}
