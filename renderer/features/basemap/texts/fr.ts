import type { nl } from './nl.ts';

export const fr: typeof nl = {
  title: 'Fond de carte',
  text: 'Ce fichier de la zone se trouve sous la carte. Là où il s’arrête, le territoire lui-même est dessiné.',
  none: 'La carte est dessinée à partir du territoire importé. Avec un fichier de la zone (PMTiles), elle montre aussi les bâtiments, l’eau et la verdure. Il reste sur ce bureau ; rien ne passe par le réseau.',
  choose: 'Choisir un fichier',
  replace: 'Choisir un autre fichier',
  remove: 'Supprimer',
  sending: 'Transfert du fichier en cours',
  done: '{{file}} se trouve maintenant sous la carte.',
  removeTitle: 'Supprimer le fond de carte ?',
  removeText:
    'La carte sera de nouveau dessinée à partir du territoire. Les contacts et le territoire restent tels quels.',
  keep: 'Garder',
  file: 'Fichier',
  size: 'Taille',
  bounds: 'Étendue',
  detail: 'Niveaux',
  zooms: '{{from}} à {{to}}',
  source: 'Source',
  noSource: 'non indiquée dans le fichier',
  added: 'Ajouté',
  unusable: {
    foreign:
      'Ce n’est pas un fichier PMTiles. Demandez-le à la personne qui fait la carte de la zone.',
    'old-version':
      'Ce fichier est d’une ancienne version de PMTiles. Convertissez-le en version 3.',
    'not-vector':
      'Ce fichier contient des images. Il faut un fichier PMTiles à tuiles vectorielles.',
    compression: 'Ce fichier est comprimé d’une manière illisible ici. Utilisez gzip.',
    damaged: 'Ce fichier est endommagé ou incomplet. Récupérez-le à nouveau.',
    empty: 'Ce fichier ne contient aucune tuile.',
    'too-large': 'Ce fichier dépasse {{most}}. Découpez-en la zone.',
  },
};
