/**
 * The codes that every zone starts with. What they are called stands in the zone's code lists, where a
 * zone adds and ends codes; codes are never deleted and never change their meaning.
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
/** A reason of the starter list; a zone may have others. */
export type StarterReason = (typeof CONTACT_REASONS)[number];

export const CHANNELS = [
  'street',
  'at-home',
  'station',
  'telephone',
  'mail',
  'appointment',
  'meeting',
] as const;
export type StarterChannel = (typeof CHANNELS)[number];

/** Usual neighbourhood problems, as the security survey names them. */
export const PROBLEMS = [
  'unadapted-speed',
  'dumping-litter',
  'aggressive-driving',
  'nuisance-parking',
  'traffic-noise',
  'heavy-transport',
  'home-burglary',
  'noise-by-neighbours',
  'bicycle-theft',
  'car-theft-damage',
  'vandalism',
  'drug-nuisance',
  'other',
] as const;
export type StarterProblem = (typeof PROBLEMS)[number];

/** What happens after the contact. Rules rest on these: the list is closed. */
export const NEXT_STEPS = ['nothing', 'promise', 'task', 'action', 'referral'] as const;
export type NextStep = (typeof NEXT_STEPS)[number];

/** How often somebody feels unsafe here, from never to always: five ordered steps. */
export const FEELINGS = ['never', 'rarely', 'sometimes', 'often', 'always'] as const;
export type Feeling = (typeof FEELINGS)[number];

/** Who may see a contact: the team, or only its author and those who answer for it. */
export const SENSITIVITIES = ['normal', 'restricted'] as const;
export type Sensitivity = (typeof SENSITIVITIES)[number];
