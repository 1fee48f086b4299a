import { DESK_IN_USE, NOT_A_DESK } from '../host-messages.ts';

export interface Texts {
  readonly file: string;
  readonly newWindow: string;
  readonly closeWindow: string;
  readonly quit: string;
  readonly edit: string;
  readonly undo: string;
  readonly redo: string;
  readonly cut: string;
  readonly copy: string;
  readonly paste: string;
  readonly selectAll: string;
  readonly view: string;
  readonly actualSize: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fullScreen: string;
  readonly restartedTitle: string;
  readonly restartedDetail: string;
  readonly defectTitle: string;
  readonly defectDetail: string;
  readonly deskInUse: string;
  readonly notADesk: string;
  readonly unkeptTitle: string;
  readonly unkeptDetail: string;
  readonly stay: string;
  readonly closeAnyway: string;
  readonly failedTitle: string;
  readonly failedDetail: string;
}

const nl: Texts = {
  file: 'Bestand',
  newWindow: 'Nieuw venster',
  closeWindow: 'Venster sluiten',
  quit: 'Wijkwerk afsluiten',
  edit: 'Bewerken',
  undo: 'Ongedaan maken',
  redo: 'Opnieuw',
  cut: 'Knippen',
  copy: 'Kopiëren',
  paste: 'Plakken',
  selectAll: 'Alles selecteren',
  view: 'Beeld',
  actualSize: 'Ware grootte',
  zoomIn: 'Groter',
  zoomOut: 'Kleiner',
  fullScreen: 'Volledig scherm',
  restartedTitle: 'Wijkwerk is onverwacht gestopt en opnieuw gestart.',
  restartedDetail:
    'Wat je had bewaard, is er nog. Ontgrendel je bureau opnieuw om verder te werken.',
  defectTitle: 'Wijkwerk heeft een fout gemaakt en sluit af.',
  defectDetail: 'Wat je had bewaard, is er nog. Start Wijkwerk opnieuw.',
  deskInUse: 'Dit bureau is al open in een ander Wijkwerk. Sluit dat eerst.',
  notADesk:
    'In de gekozen map staat iets anders dan een bureau van Wijkwerk. Kies een lege of een nieuwe map.',
  unkeptTitle: 'Wat je typte, is nog niet bewaard.',
  unkeptDetail: 'Als je dit venster sluit, gaat het verloren. Wijkwerk probeert het te bewaren.',
  stay: 'Venster open laten',
  closeAnyway: 'Sluiten en verliezen',
  failedTitle: 'Wijkwerk kan niet werken op dit bureau.',
  failedDetail: 'Er is niets gewijzigd. Geef deze code door aan je beheerder:',
};

const fr: Texts = {
  file: 'Fichier',
  newWindow: 'Nouvelle fenêtre',
  closeWindow: 'Fermer la fenêtre',
  quit: 'Quitter Wijkwerk',
  edit: 'Édition',
  undo: 'Annuler',
  redo: 'Rétablir',
  cut: 'Couper',
  copy: 'Copier',
  paste: 'Coller',
  selectAll: 'Tout sélectionner',
  view: 'Affichage',
  actualSize: 'Taille réelle',
  zoomIn: 'Agrandir',
  zoomOut: 'Réduire',
  fullScreen: 'Plein écran',
  restartedTitle: 'Wijkwerk s’est arrêté de façon inattendue et a redémarré.',
  restartedDetail:
    'Ce que vous aviez enregistré est toujours là. Déverrouillez votre bureau pour continuer.',
  defectTitle: 'Wijkwerk a rencontré une erreur et se ferme.',
  defectDetail: 'Ce que vous aviez enregistré est toujours là. Redémarrez Wijkwerk.',
  deskInUse: 'Ce bureau est déjà ouvert dans un autre Wijkwerk. Fermez-le d’abord.',
  notADesk:
    'Le répertoire choisi contient autre chose qu’un bureau de Wijkwerk. Choisissez un répertoire vide ou nouveau.',
  unkeptTitle: 'Ce que vous avez tapé n’est pas encore conservé.',
  unkeptDetail: 'Si vous fermez cette fenêtre, ce sera perdu. Wijkwerk essaie de le conserver.',
  stay: 'Laisser la fenêtre ouverte',
  closeAnyway: 'Fermer et perdre',
  failedTitle: 'Wijkwerk ne peut pas fonctionner sur ce bureau.',
  failedDetail: 'Rien n’a été modifié. Transmettez ce code à votre administrateur :',
};

const en: Texts = {
  file: 'File',
  newWindow: 'New window',
  closeWindow: 'Close window',
  quit: 'Quit Wijkwerk',
  edit: 'Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  view: 'View',
  actualSize: 'Actual size',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fullScreen: 'Full screen',
  restartedTitle: 'Wijkwerk stopped unexpectedly and was started again.',
  restartedDetail: 'What you had saved is still there. Unlock your desk again to go on.',
  defectTitle: 'Wijkwerk made an error and closes.',
  defectDetail: 'What you had saved is still there. Start Wijkwerk again.',
  deskInUse: 'This desk is already open in another Wijkwerk. Close that one first.',
  notADesk:
    'The folder given as profile holds something else than a Wijkwerk desk. Name an empty or a new folder.',
  unkeptTitle: 'What you typed is not kept yet.',
  unkeptDetail: 'If you close this window, it is lost. Wijkwerk is trying to keep it.',
  stay: 'Leave the window open',
  closeAnyway: 'Close and lose it',
  failedTitle: 'Wijkwerk cannot work on this desk.',
  failedDetail: 'Nothing was changed. Give this code to your administrator:',
};

/** Why the application ends, by the code of the failure; one without words of its own is quoted. */
export function failureDetail(texts: Texts, code: string): string {
  if (code === DESK_IN_USE) return texts.deskInUse;
  if (code === NOT_A_DESK) return texts.notADesk;
  return `${texts.failedDetail} ${code}`;
}

/** The native texts in the language of the system (`nl-BE`, `fr`, …); Dutch where it is another. */
export function textsFor(locale: string): Texts {
  const language = locale.toLowerCase().split(/[-_]/, 1)[0];
  return language === 'fr' ? fr : language === 'en' ? en : nl;
}
