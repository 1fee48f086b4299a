import type { TextsOf } from '../../../../ui/texts-of.ts';
import type { nl } from './nl.ts';

export const en: TextsOf<typeof nl> = {
  map: 'Map of the stretches, with their numbers',
  street: 'Street',
  further: 'A further street',
  area: 'Neighbourhood',
  areaHint: 'The street runs through several neighbourhoods; a dossier stays within one.',
  outside: 'Outside of every neighbourhood',
  ofStreet: 'Which stretches of {{street}}',
  elsewhere_one: '{{count}} more stretch lies in another neighbourhood: {{area}}.',
  elsewhere_other: '{{count}} more stretches lie in another neighbourhood: {{area}}.',
  noneHere_one: 'This street is not in the neighbourhood of the dossier, but in {{area}}.',
  noneHere_other: 'This street is not in the neighbourhood of the dossier, but in {{area}}.',
  unmapped: 'A chosen street has no line on the map and does not count here. Choose another one.',
  usedBy: 'Stays: a measure of “{{action}}” is here.',
  leaveOut: 'Leave {{street}} out',
  where: 'Where it is',
  change: 'Change stretches',
  about:
    'Where the problem is, within one neighbourhood. Actions and proposals follow these stretches.',
  save: 'Save',
  changed: 'The stretches of the dossier were changed.',
  missing: 'Choose at least one stretch of street.',
  missingOf: 'Choose a stretch of {{street}}, or leave that street out.',
  loading: 'The stretches are still being looked up. Try again in a moment.',
  gone_one: '{{count}} stretch of this dossier is no longer on the map; it stays with the dossier.',
  gone_other:
    '{{count}} stretches of this dossier are no longer on the map; they stay with the dossier.',
};
