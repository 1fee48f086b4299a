import type { Validity } from '../../lib/dates.ts';
import type { Id } from '../../lib/ids.ts';

/** A member of the neighbourhood team, as colleagues know them. Accounts and rights are the centre's. */
export interface Officer {
  readonly id: Id;
  readonly displayName: string;
}

/** Geographic: one neighbourhood. Thematic: a subject across a district (environment, schools). */
export const POST_KINDS = ['geographic', 'thematic'] as const;
export type PostKind = (typeof POST_KINDS)[number];

/** Who answers for which neighbourhood or theme, from when until when. */
export interface Post extends Validity {
  readonly id: Id;
  readonly officerId: Id;
  readonly kind: PostKind;
  readonly areaId: Id;
  /** What the post is about; empty for a geographic post. */
  readonly theme: string;
}

/** An organisation the team works with: a school, a housing company, the municipality. */
export interface Partner {
  readonly id: Id;
  readonly name: string;
  readonly kind: PartnerKind;
  readonly neighbourhoodId: Id | null;
}

export const PARTNER_KINDS = [
  'municipality',
  'school',
  'housing',
  'welfare',
  'shopkeepers',
  'association',
  'neighbourhood-network',
] as const;
export type PartnerKind = (typeof PARTNER_KINDS)[number];
