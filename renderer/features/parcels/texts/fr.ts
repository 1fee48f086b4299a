import type { TextsOf } from '../../../ui/texts-of.ts';
import type { nl } from './nl.ts';

export const fr: TextsOf<typeof nl> = {
  title: 'Remettre sans connexion',
  text: 'Ce bureau reste des jours sans connexion ? Faites un colis : un fichier scellé que seule la centrale peut ouvrir. Un collègue relié l’emporte, ou votre administrateur le charge. L’accusé de réception revient sous forme de fichier. Remettre deux fois ne nuit pas.',
  noKey:
    'Ce bureau ne peut pas encore faire de colis : il apprend comment le sceller au prochain contact avec la centrale.',
  shutOut: 'D’un bureau exclu, la centrale n’accepte pas de colis non plus.',
  nothing: 'Rien n’attend la centrale : un colis n’est pas nécessaire.',
  wouldHold: 'Un colis contiendrait maintenant : {{what}}.',
  make: 'Faire un colis',
  takeIn: 'Prendre un fichier',
  takeInHint: 'Le colis d’un collègue, ou l’accusé de réception d’un colis fait ici.',
  making: 'Le colis est en préparation',
  reading: 'Le fichier est pris en charge',
  operations_one: '{{count}} modification',
  operations_other: '{{count}} modifications',
  files_one: '{{count}} annexe',
  files_other: '{{count}} annexes',
  done: 'Enregistré sous {{name}} ({{size}}), avec {{what}}. Mettez-le sur une clé et confiez-le ; tout reste aussi ici.',
  leftOut_one: '{{count}} annexe ne tient plus dedans et part avec le colis suivant.',
  leftOut_other: '{{count}} annexes ne tiennent plus dedans et partent avec le colis suivant.',
  taken:
    'Le colis d’un collègue est ici, avec {{what}}. Il part vers la centrale dès qu’il y a une connexion.',
  takenBefore: 'Ce colis était déjà ici.',
  settled_one:
    'La centrale a répondu à {{count}} modification ; vous la trouvez là où sont vos modifications.',
  settled_other:
    'La centrale a répondu à {{count}} modifications ; vous les trouvez là où sont vos modifications.',
  stopped:
    'La centrale n’a pas pu tout prendre ({{code}}). Faites un nouveau colis : il contient tout ce qui manque.',
  made: {
    title: 'Faits ici',
    waiting: 'L’accusé de réception n’est pas encore revenu.',
    back: 'Accusé de réception revenu : {{moment}}.',
    backStopped: 'Accusé revenu : {{moment}} ; la centrale n’a pas pu tout prendre ({{code}}).',
  },
  carried: {
    title: 'De collègues',
    waiting: 'Pas encore à la centrale : part dès qu’il y a une connexion.',
    delivered: 'À la centrale : {{moment}}. Rapportez l’accusé de réception.',
    receipts: 'Enregistrer l’accusé',
    remove: 'Retirer',
    removed: 'Le colis n’est plus ici. Reprenez le fichier s’il vous faut encore l’accusé.',
  },
  of: 'Colis : {{moment}}',
};
