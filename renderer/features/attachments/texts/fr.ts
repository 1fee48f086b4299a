import type { nl } from './nl.ts';

export const fr: typeof nl = {
  title: 'Annexes',
  none: 'Aucun fichier n’accompagne encore ce contact.',
  add: 'Ajouter un fichier',
  hint: 'Ou déposez-les ou collez-les ici : photos, pdf et texte, jusqu’à {{most}} par fichier.',
  dropHere: 'Lâchez pour ajouter.',
  keepDetails: 'Garder le lieu et l’heure des photos',
  taking: '{{name}} est en cours d’ajout',
  notTaken: '{{name}} n’a pas été ajouté',
  tryAgain: 'Réessayer',
  dismiss: 'Abandonner',
  unsettled:
    'Un fichier n’a pas été ajouté. Réessayez ou abandonnez-le, puis enregistrez le contact.',
  open: 'Ouvrir {{name}}',
  save: 'Enregistrer {{name}} comme fichier',
  saveAs: 'Enregistrer comme fichier',
  fetch: 'Récupérer',
  fetchLabel: 'Récupérer {{name}} auprès de la centrale',
  takeOff: 'Supprimer {{name}}',
  takenOff: '{{name}} a été supprimé.',
  reinstate: 'Annuler le retrait de {{name}}',
  previous: 'Précédent',
  next: 'Suivant',
  position: '{{at}} sur {{count}}',
  opensElsewhere:
    'Un pdf s’ouvre dans un autre programme. Enregistrez-le comme fichier : en dehors de Wijkwerk, il n’est plus chiffré.',
  notHere: 'Pas encore sur ce bureau',
  hereSoFar: '{{here}} sur {{size}} sur ce bureau',
  sentSoFar: '{{sent}} sur {{size}} envoyés',
  refused:
    'La centrale n’a pas reçu ce fichier tel qu’il est ici, et ne l’a pas accepté. Enregistrez-le comme fichier et ajoutez-le à nouveau.',
  withdrawn: 'Retiré : {{note}}',
  type: {
    'image/jpeg': 'Photo',
    'image/png': 'Image',
    'image/webp': 'Image',
    'application/pdf': 'Pdf',
    'text/plain': 'Texte',
  },
  details: {
    removed: 'sans les données de l’appareil',
    'place-removed': 'lieu de la prise de vue enlevé',
    kept: 'avec le lieu et l’heure de la prise de vue',
  },
  withdraw: {
    title: 'Retirer le fichier',
    label: 'Retirer {{name}}',
    intro:
      '{{name}} reste auprès du contact, avec la raison : ce qui a été soumis ne disparaît pas.',
    why: 'Pourquoi ce fichier n’est-il pas correct ?',
    missing: 'Dites brièvement pourquoi.',
    tooLong: '{{count}} caractères au plus.',
    submit: 'Retirer',
    done: '{{name}} a été retiré.',
  },
};
