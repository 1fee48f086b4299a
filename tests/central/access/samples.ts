import type { Fields } from '#shared/domain/operations/entity-rules.ts';
import type { Entity } from '#shared/domain/operations/operation.ts';
import { OPEN_END } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import { CASEWORK_SAMPLES } from './casework-samples.ts';

/** Where a sample row lies, and whose it is. */
export interface SampleSituation {
  readonly authorId: Id;
  readonly neighbourhoodId: Id | null;
  readonly restricted: boolean;
  /** The contact that an amendment or a promise hangs on. */
  readonly contactId: Id;
  /** The dossier that an action hangs on. */
  readonly dossierId: Id;
  /** Where a row is moved to. */
  readonly elsewhere: Id;
  readonly anyId: Id;
}

export interface Sample {
  readonly fields: Fields;
  /** Another value for each field. */
  readonly other: Fields;
  /** Arguments of each command that does not make the row. */
  readonly commands: Readonly<Record<string, Fields>>;
  /** The row before a command that does not follow from `fields`. */
  readonly before?: Readonly<Record<string, Fields>>;
}

const THEN = '2026-06-14T14:00:00.000Z';
const LATER = '2026-06-15T07:00:00.000Z';

/** A row of each entity as it may really be, and what may be made of it. */
export function sampleOf(entity: Entity, situation: SampleSituation): Sample {
  return SAMPLES[entity](situation);
}

const SAMPLES: Readonly<Record<Entity, (situation: SampleSituation) => Sample>> = {
  officer: () => ({
    fields: { displayName: 'Noor Voorbeeld' },
    other: { displayName: 'Bert Voorbeeld' },
    commands: {},
  }),
  partner: ({ anyId }) => ({
    fields: { name: 'De Voorbeeldschool', kind: 'school', neighbourhoodId: null },
    other: { name: 'Het Voorbeeldhuis', kind: 'welfare', neighbourhoodId: anyId },
    commands: {},
  }),
  post: ({ anyId, elsewhere }) => ({
    fields: {
      officerId: anyId,
      kind: 'thematic',
      areaId: anyId,
      theme: 'scholen',
      validFrom: '2026-01-01',
      validTo: OPEN_END,
    },
    other: {
      officerId: elsewhere,
      kind: 'geographic',
      areaId: elsewhere,
      theme: 'milieu',
      validFrom: '2026-02-01',
      validTo: '2027-01-01',
    },
    commands: {},
  }),
  code: () => ({
    fields: {
      list: 'channel',
      code: 'by-boat',
      nameNl: 'per boot',
      nameFr: '',
      nameEn: '',
      family: '',
      position: 7,
      validFrom: '2026-01-01',
      validTo: OPEN_END,
    },
    other: {
      list: 'problem',
      code: 'by-raft',
      nameNl: 'per vlot',
      nameFr: 'en radeau',
      nameEn: 'by raft',
      family: 'water',
      position: 8,
      validFrom: '2026-02-01',
      validTo: '2027-01-01',
    },
    commands: {},
  }),
  party: ({ anyId }) => ({
    fields: { kind: 'person', name: 'Familie Voorbeeld', reach: '', language: null, role: null },
    other: {
      kind: 'organisation',
      name: 'Vereniging Voorbeeld',
      reach: 'aan de deur',
      language: 'nl',
      role: 'resident',
      history: [{ id: anyId, authorId: anyId, madeAt: THEN, fields: {} }],
    },
    commands: {},
  }),
  'party-merge': ({ authorId, anyId, elsewhere }) => ({
    fields: {
      partyId: anyId,
      intoId: elsewhere,
      madeBy: authorId,
      madeAt: THEN,
      undone: false,
      undoneBy: null,
      undoneAt: null,
    },
    other: {
      partyId: elsewhere,
      intoId: anyId,
      madeBy: anyId,
      madeAt: LATER,
      undone: true,
      undoneBy: anyId,
      undoneAt: LATER,
    },
    commands: { unmergeParties: {} },
  }),
  contact: ({ authorId, neighbourhoodId, restricted, anyId, elsewhere }) => ({
    fields: {
      occurredAt: THEN,
      loggedAt: LATER,
      authorId,
      streetId: anyId,
      houseNumber: '12',
      neighbourhoodId,
      position: null,
      placeSource: 'unknown',
      reason: 'spontaneous',
      nextStep: 'nothing',
      nextNote: '',
      channel: null,
      durationMinutes: null,
      parties: [],
      language: null,
      problems: [],
      need: '',
      feeling: null,
      summary: 'Over het speelplein gesproken.',
      assessment: '',
      sensitivity: restricted ? 'restricted' : 'normal',
      withdrawn: false,
    },
    other: {
      occurredAt: LATER,
      loggedAt: THEN,
      authorId: anyId,
      streetId: elsewhere,
      houseNumber: '14',
      neighbourhoodId: elsewhere,
      position: [4.4, 51],
      placeSource: 'address',
      reason: 'school',
      nextStep: 'promise',
      nextNote: 'terugbellen',
      channel: 'street',
      durationMinutes: 5,
      parties: [anyId],
      language: 'fr',
      problems: ['other'],
      need: 'een bank',
      feeling: 'safe',
      summary: 'Iets anders.',
      assessment: 'rustig',
      sensitivity: restricted ? 'normal' : 'restricted',
      withdrawn: true,
    },
    commands: {},
  }),
  amendment: ({ authorId, contactId, anyId }) => ({
    fields: {
      contactId,
      note: 'huisnummer verbeterd',
      changes: { houseNumber: '14' },
      authorId,
      madeAt: THEN,
      position: 1,
      place: null,
      was: null,
    },
    other: {
      contactId: anyId,
      note: 'iets anders',
      changes: {},
      authorId: anyId,
      madeAt: LATER,
      position: 2,
      place: { streetId: anyId, houseNumber: '14', position: null, placeSource: 'unknown' },
      was: { neighbourhoodId: null, sensitivity: 'normal' },
    },
    commands: {},
  }),
  attachment: ({ authorId, contactId, anyId, elsewhere }) => ({
    fields: {
      contactId,
      authorId,
      addedAt: LATER,
      hash: 'a'.repeat(64),
      size: 12,
      mediaType: 'image/png',
      name: 'plein.png',
      details: 'none',
      withdrawn: true,
      withdrawnNote: 'Van een andere dag',
    },
    other: {
      contactId: elsewhere,
      authorId: anyId,
      addedAt: THEN,
      hash: 'b'.repeat(64),
      size: 13,
      mediaType: 'image/jpeg',
      name: 'straat.jpg',
      details: 'removed',
      withdrawn: false,
      withdrawnNote: 'Van een ander contact',
    },
    commands: { withdrawAttachment: { withdrawnNote: 'dubbel' }, reinstateAttachment: {} },
  }),
  promise: ({ contactId, authorId, anyId, elsewhere }) => ({
    fields: {
      contactId,
      ownerId: authorId,
      streetId: anyId,
      text: 'Terugbellen',
      dueOn: '2026-07-01',
      channel: null,
      state: 'kept',
      outcome: '',
      toldBy: null,
      closedAt: THEN,
    },
    other: {
      contactId: anyId,
      ownerId: elsewhere,
      streetId: elsewhere,
      text: 'Langsgaan',
      dueOn: '2026-08-01',
      channel: 'telephone',
      state: 'not-kept',
      outcome: 'niet gelukt',
      toldBy: 'telephone',
      closedAt: LATER,
    },
    commands: {
      closePromise: { state: 'not-kept', outcome: 'niet gelukt', closedAt: LATER },
      reassignPromise: { ownerId: elsewhere, fromOwnerId: authorId },
    },
  }),
  'saved-view': ({ authorId, anyId }) => ({
    fields: { ownerId: authorId, name: 'Mijn straten', shared: false, view: {}, deleted: false },
    other: {
      ownerId: anyId,
      name: 'Onze straten',
      shared: true,
      view: { sort: 'day' },
      deleted: true,
    },
    commands: {},
  }),
  'territory-import': () => ({
    fields: { streets: 3 },
    other: {},
    commands: { undoTerritoryImport: { streets: 0 } },
  }),
  'fact-source': () => ({
    fields: { name: 'Meldingen', origin: 'public', credit: '', mapping: null, breaks: [] },
    other: {
      name: 'Camera’s',
      origin: 'police',
      credit: 'De stad',
      mapping: { kind: 'soort' },
      breaks: [{ on: '2022-01-01', note: 'nieuwe camera’s' }],
    },
    commands: {},
  }),
  'fact-import': ({ authorId, anyId, elsewhere }) => ({
    fields: {
      sourceId: anyId,
      fileName: 'feiten.csv',
      importedAt: LATER,
      importedBy: authorId,
      plan: {},
      counts: { read: 3 },
      undoneAt: THEN,
    },
    other: {
      sourceId: elsewhere,
      fileName: 'andere.csv',
      importedAt: THEN,
      importedBy: anyId,
      plan: { kind: 'soort' },
      counts: { read: 4 },
      undoneAt: LATER,
    },
    commands: { undoFactImport: { undoneAt: LATER }, redoFactImport: {} },
  }),
  'fact-batch': ({ authorId, neighbourhoodId, anyId, elsewhere }) => ({
    fields: {
      importId: anyId,
      neighbourhoodId,
      authorId,
      facts: [{ kind: 'theft', origin: 'public', time: '2026-03', tie: 'no-place' }],
    },
    other: {
      importId: elsewhere,
      neighbourhoodId: elsewhere,
      authorId: anyId,
      facts: [{ kind: 'theft', origin: 'public', time: '2026-04', tie: 'no-place' }],
    },
    commands: {},
  }),
  'fact-weights': ({ authorId, anyId }) => ({
    fields: {
      setAt: LATER,
      setById: authorId,
      validFrom: '2026-07-01',
      note: 'Na overleg.',
      weights: { theft: 3 },
    },
    other: {
      setAt: THEN,
      setById: anyId,
      validFrom: '2026-08-01',
      note: 'Nog eens overlegd.',
      weights: { theft: 4 },
    },
    commands: {},
  }),
  ...CASEWORK_SAMPLES,
};
