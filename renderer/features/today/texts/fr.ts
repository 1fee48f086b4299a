import type { TextsOf } from '../../../ui/texts-of.ts';
import type { nl } from './nl.ts';

export const fr: TextsOf<typeof nl> = {
  title: 'Aujourd’hui',
  recovered:
    'La dernière fois, Wijkwerk n’a pas été fermé correctement. Votre coffre a été vérifié : il est en ordre.',
  promises: 'Promesses ouvertes',
  late_one: '{{count}} en retard',
  late_other: '{{count}} en retard',
  noPromises: 'Aucune promesse ouverte',
  noPromisesText:
    'Choisissez « Promesse » comme suite d’un contact : elle apparaît ici, la plus ancienne d’abord, jusqu’à ce que vous disiez comment cela s’est terminé.',
  latest: 'Derniers contacts',
  noContacts: 'Pas encore de contacts',
  noContactsText: 'Appuyez sur c, où que vous soyez, et notez la première conversation du jour.',
  noContactsHeld:
    'Ce bureau n’a aucun quartier. Dès que votre compte aura des droits sur un quartier, les contacts de ce quartier seront ici.',
  first: 'Noter un contact',
  whose: 'Quelles promesses',
  mine: 'Les miennes et celles de mes quartiers',
  everybody: 'De tout le monde',
  noneMine: 'Rien pour vous',
  noneMineText_one: 'Il y a pourtant {{count}} promesse ouverte chez des collègues.',
  noneMineText_other: 'Il y a pourtant {{count}} promesses ouvertes chez des collègues.',
  showAll: 'Montrer celles de tout le monde',
  all: 'Toutes les promesses',
  allContacts: 'Tous les contacts',
  unfinished: 'Pas encore enregistré',
  outcome: 'Ce que vous dites à l’habitant : {{text}}',
  correction: 'Correction : {{text}}',
  withdrawal: 'Retrait : {{text}}',
  goOn: 'Continuer',
  gone: 'Cette promesse a été close entre-temps. Ce que vous avez tapé est encore ici.',
};
