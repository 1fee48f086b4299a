import type { TextsOf } from '../texts-of.ts';
import type { nl } from './nl.ts';

export const fr: TextsOf<typeof nl> = {
  save: 'Enregistrer',
  cancel: 'Annuler',
  close: 'Fermer',
  retry: 'Réessayer',
  loading: 'Chargement…',
  required: 'obligatoire',
  optional: 'facultatif',
  today: 'aujourd’hui',
  tomorrow: 'demain',
  yesterday: 'hier',
  failedTitle: 'Cela n’a pas fonctionné',
  dayPlaceholder: 'jj/mm/aaaa',
  dayUnknown: 'Ce jour n’existe pas.',
  previousMonth: 'Mois précédent',
  nextMonth: 'Mois suivant',
  undo: 'Annuler',
  stretch: {
    of: '{{street}}, tronçon {{number}}',
    within: 'Tronçon {{number}} ({{metres}} m)',
    only: 'Toute la rue ({{metres}} m)',
  },
  kept: {
    saving: 'Mise de côté…',
    saved: 'Gardé sur ce bureau',
    failed: 'Pas encore gardé : laissez cette fenêtre ouverte. Wijkwerk continue d’essayer.',
  },
  unsaved: {
    title: 'Jeter ce que vous avez tapé ?',
    text: 'Ce que vous avez tapé ici n’est encore enregistré nulle part.',
    discard: 'Jeter',
    keepOn: 'Continuer',
  },
  recordState: {
    'only-here': 'seulement ici',
    'under-way': 'en route',
    received: 'reçu',
    'needs-choice': 'à vous de choisir',
    quarantine: 'mis à part',
  },
  language: {
    label: 'Langue',
    system: 'Langue de cet appareil',
    nl: 'Nederlands',
    fr: 'Français',
    en: 'English',
  },
  colourScheme: {
    label: 'Affichage',
    system: 'Comme cet appareil',
    light: 'Clair',
    dark: 'Sombre',
  },
};
