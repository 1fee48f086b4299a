import type { TextsOf } from '../../../ui/texts-of.ts';
import type { nl } from './nl.ts';

export const fr: TextsOf<typeof nl> = {
  title: 'Raccourcis clavier',
  everywhere: 'Partout',
  pages: 'Pages',
  form: 'Dans un formulaire',
  list: 'Dans une liste',
  newContact: 'Nouveau contact',
  lock: 'Verrouiller',
  help: 'Cette feuille',
  save: 'Enregistrer',
  close: 'Fermer ; le texte d’un contact est gardé',
  open: 'Ouvrir la ligne',
  backToList: 'Revenir à la liste',
  search: 'Chercher',
  palette: 'Chercher ou agir, même en tapant',
  nextRow: 'Ligne suivante, où que vous soyez',
  previousRow: 'Ligne précédente',
  rowBelow: 'Ligne suivante',
  rowAbove: 'Ligne précédente',
  firstLetter: 'Choix par sa première lettre',
  singleKeys: 'Raccourcis d’une seule lettre',
  singleKeysHint: 'Désactivez-les si vous dictez à la voix ou les touchez par mégarde.',
};
