import type { TextsOf } from '../../../../ui/texts-of.ts';
import type { nl } from './nl.ts';

export const fr: TextsOf<typeof nl> = {
  title: 'Propositions par tronçon',
  hint: 'Compté depuis le {{day}}. Rien n’est choisi tout seul : vous prenez, changez ou refusez.',
  known: 'Sur ce problème : {{contacts}}, {{facts}}.',
  quiet: '{{name}} : {{contacts}}, {{facts}}',
  contacts_one: '{{total}} contact',
  contacts_other: '{{total}} contacts',
  facts_one: '{{total}} fait',
  facts_other: '{{total}} faits',
  standing: {
    'no-problem':
      'Le dossier ne dit pas encore de quel problème il s’agit. Choisissez-le là : quelque chose pourra alors être proposé.',
    'too-little':
      'Trop peu est connu pour proposer quelque chose : il faut au moins {{fewest}} contacts et faits ensemble. Parlez d’abord avec les habitants.',
    'nothing-fits': 'Il ne reste rien à proposer. Vous pouvez ajouter vous-même une mesure.',
  },
  noStretch: 'Le dossier ne nomme encore aucun tronçon connu ici.',
  why: {
    helped_one:
      'A aidé dans {{helped}} action sur {{count}} contre ce problème, dans ces conditions : {{conditions}}',
    helped_other:
      'A aidé dans {{helped}} actions sur {{count}} contre ce problème, dans ces conditions : {{conditions}}',
    learned: 'Appris : {{learned}}',
    fits: 'Souvent essayé d’abord pour ce type de problème ; ici il y a {{contacts}} et {{facts}} à ce sujet.',
  },
  when: {
    'stands-out': 'À ces heures, il y a ici plus de faits que n’en donnerait une semaine égale.',
    'as-said': 'Ce sont les heures que nomme le dossier ; les faits n’en désignent pas d’autres.',
    'not-known': 'Les heures ne sont pas connues : choisissez-les vous-même.',
  },
  leftOut_one:
    '{{type}} est laissé de côté : n’a pas aidé dans {{count}} action qui a pu être jugée.',
  leftOut_other:
    '{{type}} est laissé de côté : n’a aidé dans aucune des {{count}} actions qui ont pu être jugées.',
  take: 'Prendre',
  takeOf: 'Prendre : {{name}}',
  taken: '{{name}} figure parmi les mesures.',
  change: 'Changer',
  changeOf: 'Changer : {{name}}',
  refuse: 'Refuser',
  refuseOf: 'Refuser : {{name}}',
  refuseTitle: 'Refuser la proposition',
  reason: 'Pourquoi pas',
  reasonHint: 'Reste avec l’action, pour qu’un collègue n’ait pas à le chercher à nouveau.',
  reasonMissing: 'Dites pourquoi pas.',
  refused: '{{name}} a été refusé.',
  refusedBefore: 'Refusé : {{type}}',
  restore: 'Proposer quand même',
  restoreOf: 'Proposer quand même : {{name}}',
};
