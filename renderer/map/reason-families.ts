import type { ContactReason } from '#shared/domain/contacts/code-lists.ts';

/**
 * Fourteen reasons are more than the eye tells apart on a map: they share seven colours, by family.
 * Tooltip and list always name the reason itself, so that no meaning hangs on the colour alone.
 */
export const REASON_FAMILIES = [
  'care',
  'nuisance',
  'traffic',
  'prevention',
  'partners',
  'town',
  'administration',
] as const;
export type ReasonFamily = (typeof REASON_FAMILIES)[number];

const familyByReason: Readonly<Record<ContactReason, ReasonFamily>> = {
  'help-request': 'care',
  'victim-after-care': 'care',
  nuisance: 'nuisance',
  'neighbour-dispute': 'nuisance',
  traffic: 'traffic',
  prevention: 'prevention',
  'neighbourhood-network': 'prevention',
  school: 'partners',
  shopkeeper: 'partners',
  association: 'partners',
  partner: 'partners',
  event: 'town',
  spontaneous: 'town',
  administrative: 'administration',
};

export function familyOf(reason: ContactReason): ReasonFamily {
  return familyByReason[reason];
}
