import type { TextsOf } from '../../ui/texts-of.ts';
import type { nl } from './nl.ts';

export const fr: TextsOf<typeof nl> = {
  LOCKED: 'Le bureau est verrouillé. Déverrouillez-le et réessayez.',
  LEASE_OVER:
    'La centrale n’a plus de vos nouvelles depuis trop longtemps. Identifiez-vous d’abord auprès de la centrale.',
  WRONG_PASSPHRASE: 'Cette phrase de passe n’ouvre pas ce coffre.',
  TRY_LATER_one: 'Trop de tentatives. Attendez encore {{count}} seconde.',
  TRY_LATER_other: 'Trop de tentatives. Attendez encore {{count}} secondes.',
  WEAK_PASSPHRASE:
    'Cette phrase de passe est trop courte ou trop courante. Prenez au moins {{minimumLength}} caractères, par exemple quatre mots sans lien.',
  KEY_STORE_UNAVAILABLE:
    'Le trousseau du système de cet appareil ne répond pas. Reconnectez-vous à l’appareil, puis réessayez.',
  NOT_FOUND: 'Cet élément n’existe pas ou plus.',
  INVALID_FIELD: 'Un des champs n’est pas correct. Vérifiez-les et réessayez.',
  fieldNamed: '{{field}} : {{text}}',
  fieldWrong: 'ce n’est pas correct. Vérifiez et réessayez.',
  fieldEmpty: 'à remplir.',
  checkThis: 'À vérifier.',
  field: {
    firstDay: 'Premier jour',
    lastDay: 'Dernier jour',
    substituteId: 'Qui remplace',
    title: 'Titre',
    aim: 'But',
    sign: 'Signe de réussite',
    'sign-what': 'Signe de réussite',
    'sign-baseline': 'Mesure de départ',
    'sign-from': 'Compté du',
    'sign-to': 'Compté jusqu’au',
    startsOn: 'Commence le',
    endsOn: 'Se termine le',
    minutes: 'Minutes',
    timesPerWeek: 'Fois par semaine',
    day: 'Jour',
    theyDueOn: 'Partenaire pour le',
    weDueOn: 'Nous pour le',
    theyDoneOn: 'Partenaire, fait le',
    weDoneOn: 'Nous, fait le',
    theyDo: 'Ce que fait le partenaire',
    theyWho: 'Qui là-bas (fonction)',
    weDo: 'Ce que nous faisons',
    ground: 'Sur quelle base',
    note: 'Remarque',
    decidedBy: 'Qui a décidé',
    legalGround: 'Base légale',
    necessity: 'Pourquoi c’est nécessaire',
    proportionality: 'Pourquoi ce n’est pas excessif',
  },
  invalidField: {
    'not-encrypted': 'Hors de cet appareil, l’adresse d’une centrale commence par https://.',
    'another-neighbourhood':
      'Un dossier reste dans un seul quartier. Ouvrez-en un autre pour l’autre quartier.',
    'no-stretch': 'Un dossier a besoin d’au moins un tronçon de rue. Choisissez-en un.',
    withdrawn: 'Ce contact a été retiré. Choisissez-en un autre.',
    'lighter-unsaid':
      'Dites d’abord de chaque moyen plus léger s’il a été essayé, ou pourquoi pas. Si cela ne pouvait attendre, cochez « Ne pouvait attendre ».',
    'off-ladder':
      'Ce moyen pèse sur quelqu’un. Notez d’abord dans le dossier, sur l’échelle des moyens, qu’il est pris, avec ses motifs, et faites-le voir par un collègue ; ou choisissez un moyen plus léger.',
    'not-possible':
      'Cette conclusion n’est pas possible avec ce qui a été fait et compté. Choisissez-en une autre.',
    immutable: 'Ceci ne peut plus changer : c’est fixé depuis le début.',
    'already-began':
      'L’action est en cours : son premier jour est fixé. Le dernier jour peut encore changer.',
    'more-than-can-be-sent':
      'C’est plus que ce qui peut partir en une fois vers la centrale. Raccourcissez, ou répartissez.',
    'stands-in-for-oneself': 'Personne ne se remplace soi-même. Choisissez un collègue.',
    'absence-overlaps':
      'Une absence est déjà fixée pour une partie de ces jours. Modifiez-la, ou choisissez d’autres jours.',
    'end-before-start':
      'Le dernier jour précède le premier. Choisissez un dernier jour plus tardif.',
    'in-the-past': 'Le dernier jour serait déjà passé. Choisissez un jour à partir d’aujourd’hui.',
    'no-days':
      'Cette action n’a pas encore de jours. Donnez-lui d’abord un premier et un dernier jour.',
    'no-window': 'Ce moment a été déplacé ou retiré entre-temps. Consultez à nouveau le tableau.',
    'too-many-windows':
      'Cette mesure a déjà autant de moments que possible. Retirez-en d’abord un.',
    'before-planned': 'Cette mesure ne figurait pas encore dans le plan ce jour-là.',
    removed: 'Cette mesure était déjà retirée ce jour-là.',
    'before-made': 'Ce jour précède celui où l’accord a été conclu.',
    'before-it-began': 'Ce jour-là, l’action n’était pas encore en cours.',
    'before-start': 'Ce jour précède le premier jour de l’affectation.',
    'already-ended':
      'Cette affectation se termine déjà plus tôt. Choisissez un jour avant cette fin, ou affectez à nouveau.',
    'too-long': 'C’est plus de trois ans. Vérifiez les jours.',
    'not-beforehand':
      'La mesure de départ est fixée d’avance : elle est comptée au plus tard jusqu’à la veille du début de l’action.',
    'too-early': 'Ce jour est trop loin dans le passé : vérifiez l’année.',
    'too-late': 'Ce jour est trop loin dans l’avenir : vérifiez l’année.',
    'not-later':
      'La version en place commence ce jour-là ou plus tard. Choisissez un jour plus tardif sous « Valable à partir du », ou annulez l’importation précédente.',
    'not-newest': 'Un fichier du même type a été importé depuis. Annulez d’abord celui-là.',
    undone: 'Ce fichier est déjà annulé.',
    'for-somebody':
      'Les appréciations ne figurent pas dans ce qui est destiné à quelqu’un d’autre. Retirez-les, ou laissez « Pour qui » vide.',
    required: 'Un champ obligatoire est encore vide.',
    'in-the-future': 'Ce moment n’est pas encore arrivé.',
    'too-long-ago': 'C’est trop ancien : vérifiez l’année.',
    'before-the-contact': 'C’est avant le jour du contact.',
    taken: 'Vous avez déjà utilisé ce nom. Choisissez-en un autre.',
    unknown: 'Cette partie de la liste n’est plus connue. Ouvrez la liste à nouveau.',
  },
  ALREADY_EXISTS: 'Cet élément existe déjà.',
  FILE_NEWER:
    'Ce coffre vient d’une version plus récente de Wijkwerk. Mettez d’abord Wijkwerk à jour sur cet appareil.',
  FILE_DAMAGED: 'Ce coffre est endommagé. Restaurez une sauvegarde.',
  BACKUP_UNUSABLE:
    'Ce n’est pas une sauvegarde utilisable : le fichier est incomplet, modifié ou d’un autre type.',
  BASEMAP_UNUSABLE: 'Ce fichier ne peut pas servir de fond de carte.',
  IMPORT_UNUSABLE: 'Ce fichier est illisible.',
  TERRITORY_FROM_CENTRE:
    'Le territoire de votre zone vient de la centrale. Seul un administrateur importe un fichier ici, pour préparer la version suivante.',
  IMPORT_BUSY: 'Une importation est déjà en cours. Attendez qu’elle se termine ou arrêtez-la.',
  IMPORT_IN_USE_one:
    'Ceci ne peut pas être annulé maintenant : un contact, une promesse, une affectation, un partenaire ou une ligne d’un fichier plus récent s’y appuie. Annulez d’abord les fichiers plus récents, ou importez une version corrigée avec un jour plus tardif sous « Valable à partir du ».',
  IMPORT_IN_USE_other:
    'Ceci ne peut pas être annulé maintenant : des contacts, promesses, affectations, partenaires ou lignes de fichiers plus récents s’y appuient ({{count}} en tout). Annulez d’abord les fichiers plus récents, ou importez une version corrigée avec un jour plus tardif sous « Valable à partir du ».',
  UPLOAD_REFUSED: 'Ce fichier est trop grand ou n’est pas arrivé en entier.',
  ENROLMENT_STANDS: 'Ce bureau appartient déjà à une centrale.',
  NOT_ENROLLED:
    'Ce bureau n’appartient encore à aucune centrale. Reliez-le sur la page « Synchronisation ».',
  CENTRE_UNREACHABLE:
    'La centrale ne répond pas. Ce que vous avez fait reste ici ; vérifiez l’adresse et la connexion, puis réessayez.',
  CENTRE_REFUSED: 'La centrale ne fait pas cela ({{code}}).',
  centreRefused: {
    UNKNOWN:
      'À cette adresse répond quelque chose qui n’est pas une centrale de Wijkwerk. Vérifiez l’adresse, ou demandez à votre administrateur.',
    WRONG_CREDENTIALS:
      'L’identifiant, le mot de passe ou le code unique n’est pas correct, ou le code est trop ancien. Demandez un nouveau code à votre administrateur.',
    SIGN_IN_AGAIN:
      'La centrale demande à nouveau votre mot de passe : donnez-le sur la page « Synchronisation ».',
    NOT_SIGNED_IN: 'La centrale ne connaît pas ce bureau en ce moment. Réessayez.',
    REVOKED: 'Ce bureau ou ce compte est exclu de la centrale. Demandez à votre administrateur.',
    TRY_LATER: 'Trop de tentatives. Attendez {{count}} secondes, puis réessayez.',
    OFFICER_MISMATCH:
      'Ce coffre contient déjà du travail d’un autre inspecteur de quartier que celui de ce compte. Il reste ici et lisible ; faites-en une sauvegarde. Verrouillez, créez un nouveau coffre sur ce bureau et connectez-le avec un nouveau code avant d’y écrire quoi que ce soit.',
    PROTOCOL_UNSUPPORTED:
      'La centrale parle une autre version. Mettez Wijkwerk à jour sur cet appareil.',
    UNAVAILABLE: 'La centrale ne peut pas répondre en ce moment. Réessayez dans un instant.',
    NOT_FOUND: 'La centrale n’a pas cela, ou vous ne pouvez pas le voir.',
    FORBIDDEN: 'Votre rôle ou vos droits ne le permettent pas.',
    LAST_ADMINISTRATOR:
      'C’est le dernier administrateur : plus personne ne pourrait administrer la zone. Faites d’abord un autre administrateur.',
    ALREADY_DECIDED: 'Quelqu’un d’autre en a décidé entre-temps.',
    INVALID_FIELD: 'La centrale n’accepte pas l’un des champs. Vérifiez-les et réessayez.',
  },
  ATTACHMENT_REFUSED: 'Ce fichier ne peut pas accompagner un contact.',
  attachmentRefused: {
    empty: 'Ce fichier est vide.',
    'too-large': 'Ce fichier dépasse {{most}} Mo. Réduisez-le, ou n’ajoutez que la partie utile.',
    'too-many': 'Un contact compte au plus {{count}} fichiers.',
    type: 'Ce type de fichier ne peut pas accompagner un contact. Les photos (JPEG, PNG, WebP), les pdf et le texte simple le peuvent : enregistrez-le sous un de ces types et réessayez.',
    damaged:
      'Ce fichier est endommagé ou incomplet. Ouvrez-le dans un autre programme, enregistrez-le à nouveau et réessayez.',
    'too-many-pixels':
      'Cette photo compte plus de pixels qu’un écran ne peut en traiter. Réduisez-la et réessayez.',
  },
  PARCEL_REFUSED: 'Ce colis n’est pas possible.',
  parcelRefused: {
    'not-a-parcel': 'Ce fichier n’est ni un colis ni un accusé de réception.',
    torn: 'Ce fichier est interrompu. Copiez-le à nouveau depuis l’endroit où il a été fait.',
    altered:
      'Ce fichier est endommagé ou modifié. Copiez-le à nouveau depuis l’endroit où il a été fait ; rien n’a changé.',
    'too-new': 'Ce fichier vient d’un Wijkwerk plus récent. Mettez d’abord Wijkwerk à jour ici.',
    'too-large': 'Ce fichier dépasse la taille d’un colis.',
    'other-zone': 'Ce fichier est d’une autre zone.',
    'unknown-desk':
      'La centrale ne connaît pas le bureau qui a fait ce colis. Parlez-en à votre administrateur.',
    revoked:
      'Le bureau qui a fait ce colis est exclu de la centrale. Parlez-en à votre administrateur.',
    'unknown-key':
      'Le colis ne correspond pas à la clé de la centrale. Faites un nouveau colis après le prochain contact avec la centrale.',
    'own-parcel':
      'Ce colis a été fait ici. Dès qu’il y a une connexion, tout part tout seul ; sinon, confiez-le à un collègue ou à votre administrateur.',
    'other-desk': 'C’est l’accusé de réception d’un autre bureau. Rapportez-le là-bas.',
    outdated:
      'La centrale a été restaurée depuis : cet accusé ne compte plus. Rien n’a changé ; ce qui attend repart.',
    empty: 'Rien n’attend la centrale.',
  },
  NOT_NOW: 'Ce n’est pas possible maintenant.',
  notNow: {
    'already-closed': 'C’est déjà clôturé.',
    'wrong-state': 'Ce n’est pas possible dans l’état actuel. Vérifiez et réessayez.',
    'same-person':
      'Qui l’a noté ou décidé ne peut pas être aussi le second regard. Demandez à un collègue.',
    'not-a-leader': 'Seul un responsable d’équipe peut en décider.',
    'not-your-step':
      'Les motifs sont complétés par qui l’a noté, qui l’a décidé ou un responsable d’équipe. Demandez à l’un d’eux.',
    'not-active': 'L’action n’est pas en cours. Commencez-la d’abord.',
  },
  CHANGED_MEANWHILE:
    'Quelqu’un d’autre a changé ceci entre-temps : rien n’a été remplacé. Voyez ce qui s’y trouve maintenant. Si vous gardez votre version, enregistrez encore une fois.',
  STRETCH_IN_USE:
    'Une mesure d’une action de ce dossier porte sur ce tronçon. Retirez d’abord cette mesure.',
  COUNT_RUNNING:
    'Une action de ce dossier est en cours et mesure sa réussite ainsi. Le problème et les faits constatés restent jusqu’à sa clôture.',
  NOT_READY: 'Cette action ne peut pas encore commencer. Complétez d’abord ce qui manque.',
  GROUNDS_LACKING:
    'Un moyen lourd qui ne pouvait attendre n’a pas encore tous ses motifs. Complétez-les sur l’échelle des moyens, puis clôturez.',
  STORAGE_FULL:
    'Le disque est plein ou protégé en écriture. Rien n’a été enregistré : libérez de la place et réessayez.',
  INTERNAL: 'Une erreur est survenue dans Wijkwerk. Communiquez ce numéro : {{reference}}.',
  NOT_ANSWERING:
    'Wijkwerk ne répond pas. Votre texte reste en place ; un nouvel essai se fait tout seul.',
  INVALID_INPUT: 'Un des champs n’est pas correct. Vérifiez-les et réessayez.',
  UNKNOWN: 'Une erreur inattendue est survenue ({{reference}}). Réessayez.',
};
