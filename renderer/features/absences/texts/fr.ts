import type { TextsOf } from '../../../ui/texts-of.ts';
import type { nl } from './nl.ts';

export const fr: TextsOf<typeof nl> = {
  title: 'Qui est absent',
  none: 'Personne n’est absent ni n’a fixé d’absence pour plus tard.',
  add: 'Fixer une absence',
  change: 'Modifier',
  changeOf: 'Modifier l’absence de {{name}}',
  back: 'De retour',
  backOf: '{{name}} est de retour',
  remove: 'Supprimer',
  removeOf: 'Supprimer l’absence de {{name}}',
  days: 'du {{first}} au {{last}} inclus',
  standsIn: '{{name}} remplace',
  now: 'en cours',
  promises_one: '{{total}} promesse ouverte',
  promises_other: '{{total}} promesses ouvertes',
  officer: 'Qui est absent',
  firstDay: 'Premier jour',
  lastDay: 'Dernier jour',
  substitute: 'Qui remplace',
  choose: 'Choisissez un collègue',
  whyNot: 'La raison n’est pas demandée et n’est conservée nulle part.',
  effect:
    'Ces jours-là, les promesses ouvertes sont chez le remplaçant. Le jour annoncé à l’habitant ne change pas.',
  alsoAway:
    '{{name}} est aussi absent une partie de ce temps : {{days}}. {{other}} prend alors le relais.',
  notNamed:
    '{{name}} n’est pas inspecteur de quartier de {{neighbourhoods}}. Les promesses de là n’arrivent chez {{name}} que si l’administrateur lui donne aussi ce quartier.',
  save: 'Fixer',
  lacks: {
    firstDay: 'Choisissez le premier jour.',
    lastDay: 'Choisissez le dernier jour.',
    substituteId: 'Choisissez qui remplace.',
  },
  done: 'Fixé : {{name}} est absent, {{other}} remplace.',
  backDone: '{{name}} est de retour.',
  removed: 'L’absence de {{name}} est supprimée.',
  youAway: 'Vous êtes absent jusqu’au {{last}} inclus. {{name}} s’occupe de vos promesses.',
  youStandIn: 'Vous remplacez {{name}} jusqu’au {{last}} inclus.',
};
