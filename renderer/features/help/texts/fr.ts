import type { TextsOf } from '../../../ui/texts-of.ts';
import type { nl } from './nl.ts';

export const fr: TextsOf<typeof nl> = {
  title: 'Raccourcis clavier',
  everywhere: 'Partout',
  pages: 'Pages',
  form: 'Dans un formulaire',
  list: 'Dans une liste',
  newContact: 'Nouveau contact',
  goTo: 'Aller à…',
  lock: 'Verrouiller',
  help: 'Cette feuille',
  today: 'Aujourd’hui',
  contacts: 'Contacts',
  map: 'Carte',
  territory: 'Territoire',
  desk: 'Bureau',
  save: 'Enregistrer',
  close: 'Fermer, le texte est gardé',
  reason: 'Motif par sa première lettre',
  move: 'Ligne précédente, suivante',
  open: 'Ouvrir la ligne',
  backToList: 'Revenir à la liste',
  singleKeys: 'Raccourcis d’une seule lettre',
  singleKeysHint: 'Désactivez-les si vous dictez à la voix ou les touchez par mégarde.',
};
