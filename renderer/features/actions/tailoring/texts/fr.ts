import type { TextsOf } from '../../../../ui/texts-of.ts';
import type { nl } from './nl.ts';

export const fr: TextsOf<typeof nl> = {
  title: 'Propositions par tronçon',
  hint: 'Compté depuis le {{day}}. Rien n’est choisi tout seul : vous prenez, changez ou refusez.',
  known: 'Sur ce problème : {{contacts}}, {{facts}}.',
  quiet: '{{name}} : {{contacts}}, {{facts}}',
  contacts_one: '{{total}} contact',
  contacts_other: '{{total}} contacts',
  recorded_one: '{{total}} fait',
  recorded_other: '{{total}} faits',
  standing: {
    'no-problem':
      'Le dossier ne dit pas encore de quel problème il s’agit. Choisissez-le là : quelque chose pourra alors être proposé.',
    'too-little':
      'Trop peu est connu pour proposer quelque chose : il faut au moins {{fewest}} contacts et faits ensemble, sur le tronçon ou dans sa rue si quelque chose concerne le tronçon. Parlez d’abord avec les habitants.',
    'nothing-fits': 'Il ne reste rien à proposer. Vous pouvez ajouter vous-même une mesure.',
  },
  pastEnd:
    'Le dernier jour de cette action est passé : ce qui serait prévu maintenant ne pourrait plus s’y faire. Clôturez-la, ou choisissez dans le plan un dernier jour plus tardif.',
  noStretch: 'Le dossier ne nomme encore aucun tronçon connu ici.',
  why: {
    helped_one:
      'A aidé dans {{helped}} action sur {{count}} avec une leçon sur ce problème. Les conditions de cette leçon : {{conditions}}',
    helped_other:
      'A aidé dans {{helped}} actions sur {{count}} avec une leçon sur ce problème. Les conditions de la leçon la plus récente où cela a aidé : {{conditions}}',
    learned: 'Cette leçon : {{learned}}',
    fits: {
      stretch:
        'Souvent essayé d’abord pour ce type de problème ; ici il y a {{contacts}} et {{facts}} à ce sujet.',
      street:
        'Souvent essayé d’abord pour ce type de problème ; dans toute la rue il y a {{contacts}} et {{facts}} à ce sujet.',
    },
  },
  basis:
    'Pour ce tronçon seul, c’est trop peu : ce qui est proposé ici repose sur toute la rue ({{contacts}}, {{facts}}).',
  when: {
    stretch:
      'À ces heures tombent {{inside}} des {{signs}} faits et contacts de ce tronçon dont l’heure est connue : plus que dans une semaine ordinaire.',
    street: {
      none: 'Heures de toute la rue ({{inside}} sur {{signs}}), car pour ce tronçon aucune heure n’est connue.',
      few: 'Heures de toute la rue ({{inside}} sur {{signs}}), car pour ce tronçon l’heure n’est connue que pour {{own}}.',
      even: 'Heures de toute la rue ({{inside}} sur {{signs}}), car les {{own}} de ce tronçon seul ne font ressortir aucune heure.',
    },
    neighbourhood: {
      none: 'Heures de tout le quartier ({{inside}} sur {{signs}}), car pour ce tronçon aucune heure n’est connue et la rue n’en fait ressortir aucune.',
      few: 'Heures de tout le quartier ({{inside}} sur {{signs}}), car pour ce tronçon l’heure n’est connue que pour {{own}} et la rue n’en fait ressortir aucune.',
      even: 'Heures de tout le quartier ({{inside}} sur {{signs}}), car ni les {{own}} de ce tronçon ni la rue ne font ressortir d’heure.',
    },
    even: {
      stretch:
        'L’heure de {{signs}} faits et contacts de ce tronçon est connue, mais aucune ne ressort : choisissez vous-même.',
      street:
        'L’heure de {{signs}} faits et contacts de la rue est connue, mais aucune ne ressort : choisissez vous-même.',
      neighbourhood:
        'L’heure de {{signs}} faits et contacts du quartier est connue, mais aucune ne ressort : choisissez vous-même.',
    },
    'as-said':
      'Ce sont les heures que nomme le dossier ; faits et contacts de la rue n’en désignent pas d’autres.',
    once: 'Pour ce qui se fait une seule fois, les heures ne doivent pas être celles du problème : convenez-en.',
    'not-known': 'L’heure d’aucun fait ni contact n’est connue : choisissez-la vous-même.',
  },
  doseFrom: {
    helped_one: 'La dose de {{count}} action où cela a aidé.',
    helped_other: 'La dose médiane de {{count}} actions où cela a aidé.',
    visits: 'Une courte visite chaque jour de ces heures, cinq fois par semaine au plus.',
    usual: 'La dose habituelle d’une telle mesure.',
    once: 'Une seule fois, au plus tard le dernier jour de l’action : c’est l’habitude pour une telle mesure.',
  },
  leftOut_one:
    '{{type}} est laissé de côté : n’a pas aidé dans {{count}} action avec une leçon qui a pu être jugée.',
  leftOut_other:
    '{{type}} est laissé de côté : n’a aidé dans aucune des {{count}} actions avec une leçon qui ont pu être jugées.',
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
  dose: {
    title: 'Dose par tronçon',
    none: 'Pas encore de mesure sur un tronçon.',
    legend: 'Jusqu’où le plan a été suivi jusqu’à aujourd’hui',
    table: 'Dose par tronçon, en minutes',
    stretch: 'Tronçon',
    planned: 'Prévu',
    soFar: 'Jusqu’à aujourd’hui',
    delivered: 'Fait',
    counted: 'Compte',
    stops: 'Fois',
    standing: {
      nothing: 'encore rien de fait',
      'under-half': 'moins de la moitié',
      'from-half': 'la moitié ou plus',
      whole: 'comme prévu',
    },
  },
  facts: {
    title: 'Faits',
    hint: 'Ce qui a été enregistré. Ce que l’équipe en pense est à part, comme appréciation.',
    none: 'Aucun fait n’est encore lié à ce dossier.',
    find: 'Chercher des faits',
    counts:
      '{{public}} de la population · {{partner}} de partenaires · {{police}} trouvés par la police',
    police: 'Ce que la police trouve dit où elle a regardé : cela compte à part.',
    missing_one: '{{total}} fait lié n’est pas sur ce bureau, ou son importation a été annulée.',
    missing_other:
      '{{total}} faits liés ne sont pas sur ce bureau, ou leur importation a été annulée.',
    times: '{{total}} ×',
    dialog: 'Chercher des faits pour ce dossier',
    street: 'Rue',
    everywhere: 'Partout',
    from: 'De',
    to: 'Jusqu’au',
    kind: 'Type',
    origin: 'Origine',
    all: 'Tous',
    empty: 'Aucun fait trouvé. Prenez une période plus longue ou une autre rue.',
    found_one: '{{total}} fait trouvé.',
    found_other: '{{total}} faits trouvés.',
    first:
      'Voici les {{shown}} lignes les plus récentes. Choisissez une période plus courte pour en voir d’autres.',
    close: 'Terminé',
  },
};
