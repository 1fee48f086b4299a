/**
 * Starter code lists. Codes are never deleted and never change their meaning; a zone ends one and
 * adds another. The labels are translations, in the page.
 */
export const CONTACT_REASONS = [
  'help-request',
  'nuisance',
  'traffic',
  'neighbour-dispute',
  'prevention',
  'victim-after-care',
  'school',
  'shopkeeper',
  'association',
  'neighbourhood-network',
  'partner',
  'event',
  'administrative',
  'spontaneous',
] as const;
export type ContactReason = (typeof CONTACT_REASONS)[number];

/** What happens after the contact. */
export const NEXT_STEPS = ['nothing', 'promise', 'task', 'action', 'referral'] as const;
export type NextStep = (typeof NEXT_STEPS)[number];
