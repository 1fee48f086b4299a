import type { TextsOf } from '../../ui/texts-of.ts';
import type { nl } from './nl.ts';

export const en: TextsOf<typeof nl> = {
  LOCKED: 'The desk is locked. Unlock it and try again.',
  LEASE_OVER: 'The centre has not heard of you for too long. Sign in at the centre first.',
  WRONG_PASSPHRASE: 'This passphrase does not open this file.',
  TRY_LATER_one: 'Too many wrong attempts. Wait {{count}} more second.',
  TRY_LATER_other: 'Too many wrong attempts. Wait {{count}} more seconds.',
  WEAK_PASSPHRASE:
    'This passphrase is too short or too common. Use at least {{minimumLength}} characters, for example four unrelated words.',
  KEY_STORE_UNAVAILABLE:
    'This device’s key store does not answer. Sign in to the device again, then try again.',
  NOT_FOUND: 'This does not exist, or no longer.',
  INVALID_FIELD: 'One of the fields is not right. Check them and try again.',
  fieldNamed: '{{field}}: {{text}}',
  fieldWrong: 'this is not right. Check it and try again.',
  fieldEmpty: 'fill this in.',
  checkThis: 'Check this.',
  field: {
    firstDay: 'First day',
    lastDay: 'Last day',
    substituteId: 'Who stands in',
    title: 'Title',
    aim: 'Aim',
    sign: 'Sign of success',
    'sign-what': 'Sign of success',
    'sign-baseline': 'Baseline',
    'sign-from': 'Counted from',
    'sign-to': 'Counted until',
    startsOn: 'Starts on',
    endsOn: 'Ends on',
    minutes: 'Minutes',
    timesPerWeek: 'Times a week',
    day: 'Day',
    theyDueOn: 'Partner by',
    weDueOn: 'We by',
    theyDoneOn: 'Partner done on',
    weDoneOn: 'We done on',
    theyDo: 'What the partner does',
    theyWho: 'Who there (function)',
    weDo: 'What we do',
    ground: 'On which ground',
    note: 'Remark',
    decidedBy: 'Who decided',
    legalGround: 'Legal ground',
    necessity: 'Why it is necessary',
    proportionality: 'Why it is in proportion',
  },
  invalidField: {
    'another-neighbourhood':
      'A dossier stays within one neighbourhood. Open another one for the other neighbourhood.',
    'no-stretch': 'A dossier needs at least one stretch of street. Choose one.',
    withdrawn: 'This contact was withdrawn. Choose another one.',
    'lighter-unsaid':
      'Say of every lighter means first whether it was tried, or why not. If it could not wait, tick “Could not wait”.',
    'off-ladder':
      'This means weighs on somebody. First note in the dossier, on the ladder of means, that it is taken, with its grounds, and let a colleague look at it; or choose a lighter means.',
    'not-possible':
      'This verdict is not possible with what was done and counted. Choose one of the others.',
    immutable: 'This cannot change any more: it is fixed since the start.',
    'already-began':
      'The action is running: its first day is fixed. Its last day can still change.',
    'more-than-can-be-sent':
      'This is more than can be sent to the centre at once. Shorten it, or spread it.',
    'stands-in-for-oneself': 'Nobody stands in for themselves. Choose a colleague.',
    'absence-overlaps':
      'An absence is set already for some of these days. Change that one, or choose other days.',
    'end-before-start': 'The last day is before the first. Choose a later last day.',
    'in-the-past': 'The last day would be over already. Choose a day from today on.',
    'no-days': 'This action has no days yet. Give it a first and a last day first.',
    'no-window': 'This time was moved or taken away meanwhile. Look at the board again.',
    'too-many-windows': 'This measure has as many times as it can have. Take one away first.',
    'before-planned': 'This measure was not in the plan yet on that day.',
    removed: 'This measure had been removed by then.',
    'before-made': 'This day is before the day on which the deal was made.',
    'before-it-began': 'On that day the action was not running yet.',
    'not-encrypted': 'Outside this machine the address of a centre begins with https://.',
    'before-start': 'This day is before the first day of the assignment.',
    'already-ended':
      'This assignment ends earlier already. Choose a day before that end, or assign again.',
    'too-long': 'This is longer than three years. Check the days.',
    'not-beforehand':
      'The baseline is fixed beforehand: it is counted until the day before the action starts, at the latest.',
    'too-early': 'This day is too far in the past: check the year.',
    'too-late': 'This day is too far ahead: check the year.',
    'not-later':
      'The version that is there begins on or after that day. Choose a later day for “Valid from”, or undo the earlier import.',
    'not-newest': 'Another file of the same kind was brought in after it. Undo that one first.',
    undone: 'This file is undone already.',
    'for-somebody':
      'Assessments do not go into what is for somebody else. Leave them out, or leave “For whom” empty.',
    required: 'A required field is still empty.',
    'in-the-future': 'This moment has not come yet.',
    'too-long-ago': 'This is too long ago: check the year.',
    'before-the-contact': 'This is before the day of the contact.',
    taken: 'You have used this name already. Choose another one.',
    unknown: 'This part of the list is not known any more. Open the list again.',
  },
  ALREADY_EXISTS: 'This exists already.',
  FILE_NEWER: 'This file was made by a newer Wijkwerk. Update Wijkwerk on this device first.',
  FILE_DAMAGED: 'This file is damaged. Restore a backup.',
  BACKUP_UNUSABLE: 'This is not a usable backup: the file is cut short, altered or something else.',
  BASEMAP_UNUSABLE: 'This file cannot be a background map.',
  IMPORT_UNUSABLE: 'This file cannot be read.',
  TERRITORY_FROM_CENTRE:
    'Your zone’s territory comes from the centre. Only an administrator imports a file here, to prepare the next version.',
  IMPORT_BUSY: 'An import is already running. Wait until it is done, or stop it.',
  IMPORT_IN_USE_one:
    'This cannot be undone now: a contact, promise, post, partner or row of a later file relies on it. Undo later files first, or bring in a corrected version with a later day for “Valid from”.',
  IMPORT_IN_USE_other:
    'This cannot be undone now: contacts, promises, posts, partners or rows of later files rely on it ({{count}} in all). Undo later files first, or bring in a corrected version with a later day for “Valid from”.',
  UPLOAD_REFUSED: 'This file is too large or did not arrive complete.',
  ENROLMENT_STANDS: 'This desk belongs to a centre already.',
  NOT_ENROLLED: 'This desk belongs to no centre yet. Connect it on the page “Sync”.',
  CENTRE_UNREACHABLE:
    'The centre does not answer. What you made stays here; check the address and the line, then try again.',
  CENTRE_REFUSED: 'The centre does not do this ({{code}}).',
  centreRefused: {
    UNKNOWN:
      'At this address something answers that is no centre of Wijkwerk. Check the address, or ask your administrator.',
    WRONG_CREDENTIALS:
      'The login, the password or the one-time code is not right, or the code is too old. Ask your administrator for a new code.',
    SIGN_IN_AGAIN: 'The centre wants your password again: give it on the page “Sync”.',
    NOT_SIGNED_IN: 'The centre does not know this desk just now. Try again.',
    REVOKED: 'This desk or this account was shut out of the centre. Ask your administrator.',
    TRY_LATER: 'Too many attempts. Wait {{count}} seconds, then try again.',
    OFFICER_MISMATCH:
      'This file already holds work of another officer than this account’s. It stays here and readable; make a backup of it. Lock, make a new file on this desk, and connect that one with a new code before you write anything in it.',
    PROTOCOL_UNSUPPORTED: 'The centre speaks another version. Update Wijkwerk on this device.',
    UNAVAILABLE: 'The centre cannot answer just now. Try again in a moment.',
    NOT_FOUND: 'The centre does not have this, or you may not see it.',
    FORBIDDEN: 'Your role or your rights do not allow this.',
    LAST_ADMINISTRATOR:
      'This is the last administrator: nobody could administer the zone any more. Make another administrator first.',
    ALREADY_DECIDED: 'Somebody else has decided on this meanwhile.',
    INVALID_FIELD: 'The centre does not accept one of the fields. Check them and try again.',
  },
  ATTACHMENT_REFUSED: 'This file cannot hang on a contact.',
  attachmentRefused: {
    empty: 'This file is empty.',
    'too-large':
      'This file is larger than {{most}} MB. Make it smaller, or add only the part that matters.',
    'too-many': 'A contact has at most {{count}} files.',
    type: 'This kind of file cannot hang on a contact. Photos (JPEG, PNG, WebP), PDFs and plain text can: save it as one of these and try again.',
    damaged:
      'This file is damaged or incomplete. Open it in another program, save it anew and try again.',
    'too-many-pixels':
      'This photo has more pixels than a screen can take. Make it smaller and try again.',
  },
  PARCEL_REFUSED: 'This parcel is not possible.',
  parcelRefused: {
    'not-a-parcel': 'This file is neither a parcel nor receipts.',
    torn: 'This file is cut short. Copy it again from where it was made.',
    altered:
      'This file is damaged or altered. Copy it again from where it was made; nothing was changed.',
    'too-new': 'This file was made by a newer Wijkwerk. Update Wijkwerk here first.',
    'too-large': 'This file is larger than a parcel can be.',
    'other-zone': 'This file is of another zone.',
    'unknown-desk':
      'The centre does not know the desk that made this parcel. Speak with your administrator.',
    revoked:
      'The desk that made this parcel was shut out of the centre. Speak with your administrator.',
    'unknown-key':
      'The parcel does not fit the key of the centre. Make a new one after the next contact with the centre.',
    'own-parcel':
      'This parcel was made here. As soon as there is a line everything goes along by itself; else give it to a colleague or to your administrator.',
    'other-desk': 'These are the receipts of another desk. Bring them there.',
    outdated:
      'The centre was restored since: these receipts no longer count. Nothing was changed; what waits goes along again.',
    empty: 'Nothing waits for the centre.',
  },
  NOT_NOW: 'That cannot be done now.',
  notNow: {
    'already-closed': 'This is closed already.',
    'wrong-state': 'That cannot be done as it stands. Look at it again and try once more.',
    'same-person':
      'Who noted it or decided on it cannot look at it as the second person. Ask a colleague.',
    'not-a-leader': 'Only somebody who leads the team can decide on this.',
    'not-your-step':
      'The grounds are filled in by who noted it, who decided, or who leads the team. Ask one of them.',
    'not-active': 'The action is not running. Start it first.',
  },
  CHANGED_MEANWHILE:
    'Somebody else changed this meanwhile: nothing was replaced. Look at what stands there now. If you still want yours, save once more.',
  STRETCH_IN_USE:
    'A measure of an action in this dossier stands on this stretch. Take that measure away first.',
  COUNT_RUNNING:
    'An action of this dossier runs whose sign of success is counted by this. Its problem and its recorded facts stay until that action is closed.',
  NOT_READY: 'This action cannot start yet. Fill in what is missing first.',
  GROUNDS_LACKING:
    'A heavy means that could not wait still lacks grounds. Fill them in on the ladder of means, then close.',
  STORAGE_FULL:
    'The disk is full or cannot be written. Nothing was stored: make room and try again.',
  INTERNAL: 'Something went wrong inside Wijkwerk. Pass on this number: {{reference}}.',
  NOT_ANSWERING: 'Wijkwerk does not answer. What you typed stays; it is tried again by itself.',
  INVALID_INPUT: 'One of the fields is not right. Check them and try again.',
  UNKNOWN: 'Something unexpected went wrong ({{reference}}). Try again.',
};
