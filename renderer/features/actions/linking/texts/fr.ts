import type { TextsOf } from '../../../../ui/texts-of.ts';
import type { nl } from './nl.ts';

export const fr: TextsOf<typeof nl> = {
  link: 'Lier',
  linkOf: 'Lier : {{name}}',
  unlink: 'Délier',
  unlinkOf: 'Délier : {{name}}',
  wasLinked: 'Lié : {{name}}.',
  unlinked: 'Délié : {{name}}.',
  linkAll: 'Lier les {{count}}',
  allLinked: '{{count}} liés.',
  close: 'Terminé',
  metres: 'à {{metres}} m',
  contacts: {
    title: 'Contacts',
    none: 'Aucun contact n’est encore lié à ce dossier. Cherchez-en dans les mêmes rues.',
    find: 'Chercher des contacts',
    elsewhere_one: '{{total}} contact lié n’est pas sur ce bureau, ou vous ne pouvez pas le voir.',
    elsewhere_other:
      '{{total}} contacts liés ne sont pas sur ce bureau, ou vous ne pouvez pas les voir.',
    dialog: 'Chercher des contacts pour ce dossier',
    place: 'Où',
    places: {
      stretches: 'Sur les tronçons du dossier',
      streets: 'Dans les rues du dossier',
      neighbourhood: 'Dans tout le quartier',
    },
    sameProblem: 'Seulement sur : {{problem}}',
    text: 'Mots',
    textHint: 'De ce que dit le contact.',
    empty:
      'Aucun contact trouvé. Cherchez plus large : tout le quartier, tout problème ou moins de mots.',
    found_one: '{{total}} contact trouvé.',
    found_other: '{{total}} contacts trouvés.',
    first: 'Les {{shown}} plus récents sont ici. Donnez un mot pour en voir d’autres.',
    withdrawn: 'retiré',
  },
  dossiers: {
    title: 'Dossiers',
    none: 'Ce contact n’est encore dans aucun dossier.',
    add: 'Ajouter à un dossier',
    dialog: 'Ajouter ce contact à un dossier',
    text: 'Les dossiers ouverts de ce quartier, le plus proche d’abord.',
    empty: 'Ce quartier n’a aucun dossier ouvert.',
    list: 'Dossiers ouverts',
    new: 'Nouveau dossier à partir de ce contact',
    restricted:
      'Ce contact a une visibilité restreinte. Qui ne peut pas le voir voit seulement dans le dossier qu’il y a un contact.',
    hereTitle: 'Dossiers ici',
    hereNone: 'Cette rue n’a pas encore de dossier.',
    contacts_one: '{{total}} contact',
    contacts_other: '{{total}} contacts',
    elsewhere: 'dont {{total}} pas sur ce bureau',
  },
};
