import { REASON_FAMILIES, type ReasonFamily } from '#shared/domain/codes/code.ts';

export { REASON_FAMILIES, type ReasonFamily };

const familyByReason: Readonly<Partial<Record<string, ReasonFamily>>> = {
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

export function familyOf(reason: string): ReasonFamily {
  return familyByReason[reason] ?? 'town';
}
