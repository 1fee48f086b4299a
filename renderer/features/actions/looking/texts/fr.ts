import type { TextsOf } from '../../../../ui/texts-of.ts';
import type { nl } from './nl.ts';

export const fr: TextsOf<typeof nl> = {
  dossier: 'Dossier',
  actions: 'Action',
  noAction: 'aucune action n’emploie encore ce moyen',
  lighter: 'Moyens plus légers',
  nothing: 'rien de noté',
  question: 'Qu’en dites-vous ?',
  agree: 'Vu et d’accord',
  disagree: 'Pas d’accord, car …',
  disagreeHint: 'Sans réponse à votre raison, ce moyen n’est pas employé.',
  reason: 'Pourquoi vous n’êtes pas d’accord',
  opinionMissing: 'Indiquez si vous êtes d’accord.',
  reasonMissing: 'Écrivez pourquoi vous n’êtes pas d’accord.',
  save: 'Enregistrer',
  notAgreed: 'Pas d’accord',
  says: '{{who}} : {{reason}}',
  revised: 'Raisons modifiées par',
  before: '{{what}}, auparavant : {{text}}',
  withdrawnBy: 'Retiré par',
  who: 'Qui l’a noté, qui a décidé ou un responsable répond : par d’autres raisons, ou en le retirant.',
  today: {
    title: 'Pas d’accord avec un moyen lourd',
    hint: 'Le moyen n’est pas employé tant qu’il n’y a pas d’autres raisons.',
  },
  revise: {
    do: 'Modifier les raisons',
    title: 'Modifier les raisons',
    save: 'Soumettre à nouveau',
    hint: 'Ensuite un second regard s’y pose à nouveau. Ce qui était écrit auparavant reste lisible.',
    missing: 'Modifiez au moins une raison.',
    empty: 'Chaque raison demande une phrase.',
  },
  withdraw: {
    do: 'Retirer',
    title: 'Retirer ce moyen',
    save: 'Retirer',
    text: 'Le moyen n’est alors pas employé. Ce qui en a été noté reste lisible ; pour l’employer plus tard, notez-le à nouveau.',
  },
};
