import { z } from 'zod';

import { daySchema, instantSchema } from '../../lib/dates.ts';
import { idSchema } from '../../lib/ids.ts';
import { answerDaysFieldsSchema } from '../actions/answer-days.ts';
import { CASEWORK, CASEWORK_RULES } from '../actions/casework-rules.ts';
import {
  hashSchema,
  LARGEST_ATTACHMENT_BYTES,
  LONGEST_FILE_NAME,
  LONGEST_WITHDRAWAL_NOTE,
  PHOTO_DETAILS,
} from '../attachments/attachment.ts';
import { MEDIA_TYPES } from '../attachments/media-type.ts';
import { shiftHoursFieldsSchema } from '../briefing/shift-setting.ts';
import { CODE_LISTS, codeSchema, LONGEST_CODE_NAME } from '../codes/code.ts';
import { FEELINGS, NEXT_STEPS, SENSITIVITIES } from '../contacts/code-lists.ts';
import {
  contactChangesSchema,
  LONGEST_MINUTES,
  LONGEST_TEXT,
  MOST_PARTIES,
  MOST_PROBLEMS,
  PLACE_SOURCES,
} from '../contacts/contact.ts';
import { amendedFromSchema, settledPlaceSchema } from '../contacts/contact-content.ts';
import { FACT_RULES } from '../facts/fact-rules.ts';
import { LONGEST_PARTY_NAME, LONGEST_REACH, PARTY_KINDS } from '../parties/party.ts';
import { absencePeriodsSchema } from '../people/absence.ts';
import { PARTNER_KINDS, POST_KINDS } from '../people/people.ts';
import { positionSchema } from '../territory/geometry.ts';
import { LONGEST_VIEW_NAME } from '../views/saved-view.ts';
import type { EntityRules } from './entity-rules.ts';
import { field, fixed, name } from './field-rule.ts';
import { ENTITIES, type Entity } from './operation.ts';
import { historySchema } from './row-history.ts';

const text = z.string().max(LONGEST_TEXT);

/**
 * What the centre, the desk and the simulation know of each entity. The centre has no table of its own
 * for any of them: a new field or entity is a line here.
 */
const ENTITY_RULES: Readonly<Record<Entity, EntityRules>> = {
  officer: {
    fields: { displayName: field(name) },
    // Every desk of an officer says who works at it.
    commands: { addOfficer: { does: 'create', again: 'stands' } },
    placement: { kind: 'reference' },
    references: {},
    writers: 'leaders',
    self: true,
  },
  partner: {
    fields: {
      name: field(name),
      kind: field(z.enum(PARTNER_KINDS), 'arrival'),
      neighbourhoodId: field(idSchema.nullable(), 'arrival'),
    },
    commands: {},
    placement: { kind: 'reference' },
    references: { neighbourhoodId: 'area' },
    writers: 'scope',
  },
  post: {
    fields: {
      officerId: fixed(idSchema),
      kind: fixed(z.enum(POST_KINDS)),
      areaId: fixed(idSchema),
      theme: field(z.string().max(200)),
      validFrom: field(daySchema),
      validTo: field(daySchema),
    },
    commands: {},
    inconsistent: (row) =>
      String(row['validFrom']) > String(row['validTo']) ? 'validTo' : undefined,
    placement: { kind: 'reference' },
    references: { officerId: 'officer', areaId: 'area' },
    writers: 'leaders',
  },
  code: {
    // Every desk has the starter codes: rewording one is all that the centre ever hears of it.
    fields: {
      list: fixed(z.enum(CODE_LISTS).optional()),
      code: fixed(codeSchema.optional()),
      nameNl: field(z.string().max(LONGEST_CODE_NAME).optional()),
      nameFr: field(z.string().max(LONGEST_CODE_NAME).optional()),
      nameEn: field(z.string().max(LONGEST_CODE_NAME).optional()),
      family: field(z.string().max(40).optional(), 'arrival'),
      position: field(z.number().int().optional(), 'arrival'),
      validFrom: field(daySchema.optional()),
      validTo: field(daySchema.optional()),
    },
    commands: {},
    placement: { kind: 'reference' },
    references: {},
    writers: 'leaders',
  },
  party: {
    fields: {
      kind: field(z.enum(PARTY_KINDS)),
      name: field(z.string().min(1).max(LONGEST_PARTY_NAME)),
      reach: field(z.string().max(LONGEST_REACH)),
      language: field(codeSchema.nullable()),
      role: field(codeSchema.nullable()),
      history: fixed(historySchema),
    },
    commands: {},
    history: 'history',
    placement: { kind: 'people' },
    references: { 'history.authorId': 'officer' },
    writers: 'scope',
  },
  'party-merge': {
    fields: {
      partyId: fixed(idSchema),
      intoId: fixed(idSchema),
      madeBy: fixed(idSchema),
      madeAt: fixed(instantSchema),
      undone: field(z.boolean().default(false), 'arrival'),
      undoneBy: field(idSchema.nullable().default(null), 'arrival'),
      undoneAt: field(instantSchema.nullable().default(null), 'arrival'),
    },
    commands: {
      mergeParties: { does: 'create' },
      unmergeParties: {
        does: 'patch',
        // Whoever took it back first, did.
        sets: ({ authorId, madeAt }, row) =>
          row['undone'] === true ? {} : { undone: true, undoneBy: authorId, undoneAt: madeAt },
      },
    },
    signed: ({ authorId, madeAt }) => ({ madeBy: authorId, madeAt }),
    inconsistent: (row) => (row['partyId'] === row['intoId'] ? 'intoId' : undefined),
    placement: { kind: 'people' },
    references: { partyId: 'party', intoId: 'party', madeBy: 'officer', undoneBy: 'officer' },
    writers: 'scope',
  },
  contact: {
    fields: {
      occurredAt: fixed(instantSchema),
      loggedAt: fixed(instantSchema),
      authorId: fixed(idSchema),
      streetId: fixed(idSchema),
      houseNumber: fixed(z.string().max(12)),
      // A border that moved takes its contacts along; nobody typed this.
      neighbourhoodId: field(idSchema.nullable(), 'arrival'),
      position: fixed(positionSchema.nullable()),
      placeSource: fixed(z.enum(PLACE_SOURCES)),
      reason: fixed(codeSchema),
      nextStep: fixed(z.enum(NEXT_STEPS)),
      nextNote: fixed(text),
      channel: fixed(codeSchema.nullable().default(null)),
      durationMinutes: fixed(z.number().int().min(1).max(LONGEST_MINUTES).nullable().default(null)),
      parties: fixed(z.array(idSchema).max(MOST_PARTIES).default([])),
      language: fixed(codeSchema.nullable().default(null)),
      problems: fixed(z.array(codeSchema).max(MOST_PROBLEMS).default([])),
      need: fixed(text.default('')),
      feeling: fixed(z.enum(FEELINGS).nullable().default(null)),
      summary: fixed(text),
      assessment: fixed(text.default('')),
      // Where it lies and who may see it follow its amendments; what was submitted stands in the first one.
      sensitivity: field(z.enum(SENSITIVITIES).default('normal'), 'arrival'),
      withdrawn: fixed(z.boolean().default(false)),
    },
    commands: { logContact: { does: 'create' } },
    placement: {
      kind: 'neighbourhood',
      field: 'neighbourhoodId',
      author: 'authorId',
      sensitivity: 'sensitivity',
    },
    references: {
      authorId: 'officer',
      streetId: 'street',
      neighbourhoodId: 'area',
      parties: 'party',
    },
    writers: 'scope',
  },
  amendment: {
    fields: {
      contactId: fixed(idSchema),
      note: fixed(z.string().min(1).max(LONGEST_TEXT)),
      changes: fixed(contactChangesSchema.loose()),
      authorId: fixed(idSchema),
      madeAt: fixed(instantSchema),
      /** One more than the amendments that its author knew of. */
      position: fixed(z.number().int().min(1).default(1)),
      place: fixed(settledPlaceSchema.nullable().default(null)),
      was: fixed(amendedFromSchema.nullable().default(null)),
    },
    commands: { amendContact: { does: 'create' } },
    signed: ({ authorId, madeAt }) => ({ authorId, madeAt }),
    placement: { kind: 'parent', entity: 'contact', field: 'contactId' },
    references: {
      contactId: 'contact',
      authorId: 'officer',
      'changes.parties': 'party',
      'changes.place.streetId': 'street',
    },
    writers: 'scope',
  },
  attachment: {
    fields: {
      contactId: fixed(idSchema),
      authorId: fixed(idSchema),
      addedAt: fixed(instantSchema),
      hash: fixed(hashSchema),
      size: fixed(z.number().int().min(1).max(LARGEST_ATTACHMENT_BYTES)),
      mediaType: fixed(z.enum(MEDIA_TYPES)),
      name: fixed(z.string().min(1).max(LONGEST_FILE_NAME)),
      details: fixed(z.enum(PHOTO_DETAILS)),
      withdrawn: field(z.boolean().default(false), 'arrival'),
      withdrawnNote: field(z.string().max(LONGEST_WITHDRAWAL_NOTE).default(''), 'arrival'),
    },
    commands: {
      attachFile: { does: 'create' },
      withdrawAttachment: { does: 'patch', sets: () => ({ withdrawn: true }) },
      reinstateAttachment: { does: 'patch', sets: () => ({ withdrawn: false, withdrawnNote: '' }) },
    },
    signed: ({ authorId }) => ({ authorId }),
    placement: { kind: 'parent', entity: 'contact', field: 'contactId' },
    blob: { hash: 'hash', size: 'size', mediaType: 'mediaType' },
    references: { contactId: 'contact', authorId: 'officer' },
    writers: 'scope',
  },
  promise: {
    fields: {
      contactId: fixed(idSchema),
      ownerId: field(idSchema, 'arrival'),
      streetId: fixed(idSchema),
      text: field(text),
      dueOn: field(daySchema),
      channel: field(codeSchema.nullable().default(null)),
      state: field(z.enum(['open', 'kept', 'not-kept']).default('open')),
      outcome: field(text.default('')),
      toldBy: field(codeSchema.nullable().default(null)),
      closedAt: field(instantSchema.nullable().default(null)),
    },
    commands: {
      makePromise: { does: 'create' },
      closePromise: { does: 'patch' },
      reassignPromise: { does: 'patch', leavesOut: ['fromOwnerId'] },
    },
    inconsistent: (row) =>
      (row['state'] === 'open') === (row['closedAt'] === null) ? undefined : 'closedAt',
    placement: { kind: 'parent', entity: 'contact', field: 'contactId' },
    references: { contactId: 'contact', ownerId: 'officer', streetId: 'street' },
    writers: 'scope',
  },
  'saved-view': {
    fields: {
      ownerId: fixed(idSchema),
      name: field(z.string().min(1).max(LONGEST_VIEW_NAME)),
      shared: field(z.boolean(), 'arrival'),
      view: field(z.json()),
      deleted: field(z.boolean().default(false), 'arrival'),
    },
    commands: {},
    signed: ({ authorId }) => ({ ownerId: authorId }),
    placement: { kind: 'owner', field: 'ownerId', shared: 'shared' },
    references: { ownerId: 'officer' },
    writers: 'owner',
  },
  // What a desk did with its own territory. It changes nothing but that desk, so anybody may tell of it.
  'territory-import': {
    fields: {},
    commands: {
      importTerritory: { does: 'create' },
      undoTerritoryImport: { does: 'patch' },
    },
    placement: { kind: 'reference' },
    references: {},
    writers: 'scope',
  },
  ...FACT_RULES,
  'answer-days': {
    fields: {
      setAt: fixed(answerDaysFieldsSchema.shape.setAt),
      setById: fixed(answerDaysFieldsSchema.shape.setById),
      days: fixed(answerDaysFieldsSchema.shape.days),
    },
    commands: { setAnswerDays: { does: 'create' } },
    signed: ({ authorId, madeAt }) => ({ setById: authorId, setAt: madeAt }),
    placement: { kind: 'reference' },
    references: { setById: 'officer' },
    writers: 'administrators',
  },
  'shift-hours': {
    fields: {
      setAt: fixed(shiftHoursFieldsSchema.shape.setAt),
      setById: fixed(shiftHoursFieldsSchema.shape.setById),
      begins: fixed(shiftHoursFieldsSchema.shape.begins),
    },
    commands: { setShiftHours: { does: 'create' } },
    signed: ({ authorId, madeAt }) => ({ setById: authorId, setAt: madeAt }),
    placement: { kind: 'reference' },
    references: { setById: 'officer' },
    writers: 'administrators',
  },
  // Under the id of the officer who is away.
  absence: {
    fields: { periods: field(absencePeriodsSchema) },
    commands: {},
    placement: { kind: 'reference' },
    references: { 'periods.substituteId': 'officer' },
    writers: 'leaders',
    self: true,
  },
  ...CASEWORK_RULES,
};

/** Entities in an order in which each comes after those it refers to. */
export const ENTITY_ORDER: readonly Entity[] = [
  'officer',
  'code',
  'partner',
  'party',
  'party-merge',
  'post',
  'contact',
  'amendment',
  'attachment',
  'promise',
  'saved-view',
  'territory-import',
  'fact-source',
  'fact-import',
  'fact-batch',
  'fact-weights',
  'answer-days',
  'shift-hours',
  'absence',
  ...CASEWORK,
];

/** The rules of an entity; undefined for one that only a newer desk or centre knows. */
export function rulesOf(entity: Entity): EntityRules;
export function rulesOf(entity: string): EntityRules | undefined;
export function rulesOf(entity: string): EntityRules | undefined {
  return isEntity(entity) ? ENTITY_RULES[entity] : undefined;
}

export function isEntity(entity: string): entity is Entity {
  return (ENTITIES as readonly string[]).includes(entity);
}
