import type { TextsOf } from '../../ui/texts-of.ts';
import type { nl } from './nl.ts';

export const fr: TextsOf<typeof nl> = {
  skip: 'Aller au contenu',
  navigation: 'Menu principal',
  status: 'État de ce bureau',
  today: 'Aujourd’hui',
  contacts: 'Contacts',
  promises: 'Promesses',
  parties: 'Personnes',
  map: 'Carte',
  gaps: 'Ressenti et faits',
  territory: 'Territoire',
  codeLists: 'Listes de codes',
  quarantine: 'Mis à part',
  administration: 'Administration',
  sync: 'Synchronisation',
  desk: 'Bureau',
  newContact: 'Nouveau contact',
  search: 'Chercher…',
  lock: 'Verrouiller',
  lockFailed: 'Pas encore verrouillé : tout n’est pas enregistré',
  appearance: 'Langue et affichage',
  help: 'Raccourcis clavier',
  signedIn: 'Connecté : {{name}}',
  onlyHere_one: '{{count}} modification seulement ici',
  onlyHere_other: '{{count}} modifications seulement ici',
  nothingOnlyHere: 'Rien seulement ici',
  onlyHereHint:
    'Ces modifications n’existent que sur ce bureau. Faites de temps en temps une sauvegarde à la page Bureau.',
  connecting: 'Ouverture de Wijkwerk…',
  lostTitle: 'Wijkwerk ne répond pas',
  lost: 'Un nouvel essai se fait tout seul. Cela dure ? Fermez cette fenêtre et redémarrez Wijkwerk.',
  lostUnkept: 'Pas encore gardé : laissez cette fenêtre ouverte. Wijkwerk continue d’essayer.',
  refusedTitle: 'Cette fenêtre n’appartient pas à un Wijkwerk ouvert',
  refused: 'Le lien de cette fenêtre a déjà servi ou a expiré. Fermez-la et redémarrez Wijkwerk.',
  refusedUnkept:
    'Ce que vous avez tapé ici n’est gardé nulle part ailleurs. Rouvrez Wijkwerk, recopiez-y votre texte et ne fermez cette fenêtre qu’ensuite.',
  coverTitle: 'Cet écran est masqué',
  cover:
    'Wijkwerk ne répond pas et ne peut donc pas verrouiller le bureau. C’est pourquoi plus rien n’est affiché ici. Dès que Wijkwerk répond, déverrouillez comme d’habitude.',
  coverUnkept:
    'Wijkwerk ne répond pas et ne peut donc pas verrouiller le bureau. Votre texte n’est plus que dans la mémoire de cette fenêtre : laissez-la ouverte. Il réapparaît dès que Wijkwerk répond et que vous avez déverrouillé.',
  notFoundTitle: 'Cette page n’existe pas',
  notFound: 'Choisissez une page à gauche',
  notFoundText: 'L’adresse est peut-être incomplète, ou la page n’existe plus.',
  crashedTitle: 'Cette page n’a pas pu être affichée',
  crashed: 'Ce qui était enregistré l’est toujours. Allez à une autre page ou rechargez celle-ci.',
  reload: 'Recharger',
  palette: {
    backup: 'Faire une copie de secours',
  },
};
