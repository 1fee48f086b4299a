import type { TextsOf } from '../../../ui/texts-of.ts';
import type { nl } from './nl.ts';

export const fr: TextsOf<typeof nl> = {
  label: 'Chercher et agir',
  placeholder: 'Cherchez, ou tapez ce que vous voulez faire',
  title: 'Chercher',
  description:
    'Dans les contacts, les dossiers, les promesses, les personnes, les organisations et les rues',
  fieldLabel: 'Que cherchez-vous ?',
  actions: 'Agir',
  pages: 'Aller à',
  settings: 'Langue et apparence',
  streets: 'Rues et adresses',
  neighbourhoods: 'Quartiers',
  parties: 'Personnes et organisations',
  contacts: 'Contacts',
  promises: 'Promesses',
  dossiers: 'Dossiers et actions',
  dossierKind: { dossier: 'Dossier', action: 'Action' },
  everything: 'Tout',
  allResults: 'Tous les résultats pour « {{text}} »',
  sharedView: 'Vue partagée',
  openView: 'Ouvrir cette vue',
  badLink:
    'Ce lien ne mène pas à une vue de Wijkwerk. Redemandez-le à la personne qui l’a partagé.',
  entries_one: '{{count}} possibilité',
  entries_other: '{{count}} possibilités',
  hintMove: 'choisir',
  hintOpen: 'ouvrir',
  hintQuotes: '« Entre guillemets », les mots doivent se suivre.',
  empty: 'Tapez un ou plusieurs mots',
  emptyText:
    'Les accents et les majuscules ne comptent pas. Le dernier mot peut être inachevé ; « entre guillemets », les mots doivent se suivre.',
  nothing: 'Rien trouvé pour « {{text}} »',
  nothingText:
    'Essayez moins de mots, ou le début d’un mot seulement. Chaque mot doit s’y trouver.',
  unindexed_one:
    '{{count}} contact ou promesse qui vient d’arriver est encore introuvable. Ce ne sera pas long.',
  unindexed_other:
    '{{count}} contacts et promesses qui viennent d’arriver sont encore introuvables. Ce ne sera pas long.',
  noContacts: 'Aucun contact',
  noPromises: 'Aucune promesse',
  moreContacts: 'Plus de contacts',
  morePromises: 'Plus de promesses',
  moreDossiers: 'Plus de dossiers et d’actions',
  morePlaces: 'Plus de rues et d’adresses',
  moreNeighbourhoods: 'Plus de quartiers',
  moreParties: 'Plus de personnes et d’organisations',
  tooManyNames: 'Voici les {{most}} premiers. Un mot ou une lettre de plus réduit la liste.',
  withdrawn: 'Retiré',
  due: 'pour le {{day}}',
  foundIn: {
    need: 'Besoin ou attente',
    assessment: 'Mon appréciation',
    nextNote: 'Suite',
    amendments: 'Correction',
    outcome: 'Issue',
  },
  promiseState: {
    open: 'Ouverte',
    kept: 'Tenue',
    'not-kept': 'Non tenue',
  },
};
