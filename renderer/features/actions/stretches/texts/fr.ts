import type { TextsOf } from '../../../../ui/texts-of.ts';
import type { nl } from './nl.ts';

export const fr: TextsOf<typeof nl> = {
  map: 'Carte des tronçons, avec leurs numéros',
  street: 'Rue',
  further: 'Encore une rue',
  area: 'Quartier',
  areaHint: 'La rue traverse plusieurs quartiers ; un dossier reste dans un seul.',
  outside: 'Hors de tout quartier',
  ofStreet: 'Quels tronçons de {{street}}',
  elsewhere_one: 'Encore {{count}} tronçon se trouve dans un autre quartier : {{area}}.',
  elsewhere_other: 'Encore {{count}} tronçons se trouvent dans un autre quartier : {{area}}.',
  noneHere_one: 'Cette rue n’est pas dans le quartier du dossier, mais dans : {{area}}.',
  noneHere_other: 'Cette rue n’est pas dans le quartier du dossier, mais dans : {{area}}.',
  unmapped:
    'Une rue choisie n’a pas de tracé sur la carte et ne compte pas ici. Choisissez-en une autre.',
  usedBy: 'Reste : une mesure de « {{action}} » porte sur ce tronçon.',
  leaveOut: 'Retirer {{street}}',
  where: 'Où c’est',
  change: 'Modifier les tronçons',
  about:
    'Où le problème se pose, dans un seul quartier. Les actions et les propositions suivent ces tronçons.',
  save: 'Enregistrer',
  changed: 'Les tronçons du dossier ont été modifiés.',
  missing: 'Choisissez au moins un tronçon de rue.',
  missingOf: 'Choisissez un tronçon de {{street}}, ou retirez cette rue.',
  loading: 'Les tronçons sont encore recherchés. Réessayez dans un instant.',
  gone_one: '{{count}} tronçon de ce dossier n’est plus sur la carte ; il reste dans le dossier.',
  gone_other:
    '{{count}} tronçons de ce dossier ne sont plus sur la carte ; ils restent dans le dossier.',
};
