import type { TextsOf } from '../../../../ui/texts-of.ts';
import type { nl } from './nl.ts';

export const fr: TextsOf<typeof nl> = {
  means: {
    title: 'Échelle des moyens',
    add: 'Noter un moyen',
    several: 'Plusieurs à la fois',
    severalHint: 'Dites de chaque moyen s’il a été essayé. Ce qui reste vide n’est pas noté.',
    severalNote: 'Une raison pour tous les moyens choisis',
    severalMissing: 'Dites d’au moins un moyen s’il a été essayé.',
    severalBare: 'Écrivez une raison : une pour tous, ou une propre à {{means}}.',
    kindOf: '{{means}} : qu’en est-il',
    kindNone: 'ne rien dire encore',
    noteOf: '{{means}} : raison propre',
    noteOwn: 'raison propre, si elle diffère',
    sayUnsaid: 'Le dire de ces moyens ensemble',
    toLadder: 'Vers l’échelle',
    save: 'Noter',
    none: 'Rien de noté. Commencez par le moyen le plus léger : parler.',
    which: 'Quel moyen',
    what: 'Qu’en est-il',
    kind: {
      tried: 'essayé',
      'not-tried': 'pas essayé',
      taken: 'en cours d’emploi',
    },
    standing: {
      waits: 'attend un second regard',
      objected: 'pas d’accord',
      withdrawn: 'retiré',
      review: 'urgent, à réexaminer',
      provisional: 'réexaminé provisoirement',
      again: 'à réexaminer de nouveau',
      seen: 'vu',
    },
    seenBy: 'Vu par',
    notedBy: 'Noté par',
    reviewedBy: 'Réexaminé par',
    reviewNote: 'Ce que dit le réexamen',
    reviewedTooEarly: 'Réexaminé avant que les motifs soient complets',
    groundsLacking: 'motifs manquants',
    otherEyes:
      'Un collègue le verra : ni qui l’a noté, ni qui l’a décidé, ni qui en a complété les motifs.',
    unsaid: 'Dites d’abord ce qu’il en est de ces moyens plus légers : {{list}}.',
    noteMissing: 'Écrivez-y une phrase.',
    text: {
      note: 'Ce qu’il en est, ou pourquoi pas',
      legalGround: 'Base légale',
      necessity: 'Pourquoi c’est nécessaire',
      proportionality: 'Pourquoi ce n’est pas excessif',
    },
    decidedBy: 'Qui a décidé',
    decidedMissing: 'Choisissez qui l’a décidé.',
    urgent: 'Ne pouvait attendre',
    urgentHint:
      'Les motifs peuvent suivre ; cela reste affiché jusqu’à ce qu’un responsable l’ait réexaminé.',
  },
  toSee: {
    title: 'Attend un second regard',
    none: 'Aucun moyen lourd n’attend un second regard.',
    waiting_one: 'Sur l’échelle des moyens, {{count}} étape attend un second regard.',
    waiting_other: 'Sur l’échelle des moyens, {{count}} étapes attendent un second regard.',
    others_one: 'Un collègue en verra {{count}} : vous l’avez notée ou décidée.',
    others_other: 'Un collègue en verra {{count}} : vous les avez notées ou décidées.',
    list: 'Voir la liste',
  },
  toReview: {
    title: 'À réexaminer',
    none: 'Aucun moyen urgent n’attend un réexamen.',
  },
  look: {
    do: 'Voir',
    title: 'Second regard',
  },
  grounds: {
    do: 'Compléter les motifs',
    title: 'Compléter les motifs',
    save: 'Compléter',
    hint: 'Ce qui est déjà écrit reste tel quel. Ce que vous ajoutez porte votre nom et le jour.',
    missing: 'Indiquez au moins un motif.',
    filledIn: 'Complété : {{grounds}}',
    who: 'Qui l’a noté, qui a décidé ou un responsable complète les motifs.',
    blocksClosing:
      'Cette action ne peut se clôturer qu’avec les motifs de chaque moyen lourd. Complétez ceux de : {{list}}.',
  },
  review: {
    do: 'Réexaminer',
    save: 'Réexaminé',
    provisional:
      'Les motifs ne sont pas encore complets : ce réexamen est provisoire. Dès qu’ils y sont, il en faudra un nouveau.',
    note: 'Était-ce justifié, et qu’en apprendre ?',
  },
  mix: {
    title: 'Moyens par quartier',
    none: 'Pas encore de moyens notés.',
    area: 'Quartier',
    means:
      'Combien de fois chaque moyen a été essayé, employé ou prévu dans une action qui a commencé.',
    notUsed: 'pas employé',
  },
};
