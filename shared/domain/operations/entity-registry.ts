import { z } from 'zod';

import { daySchema, instantSchema } from '../../lib/dates.ts';
import { idSchema } from '../../lib/ids.ts';
import { CONTACT_REASONS, NEXT_STEPS } from '../contacts/code-lists.ts';
import { LONGEST_TEXT, PLACE_SOURCES } from '../contacts/contact.ts';
import { PARTNER_KINDS, POST_KINDS } from '../people/people.ts';
import { positionSchema } from '../territory/geometry.ts';
import type { EntityRules, FieldPolicy, FieldRule } from './entity-rules.ts';
import { ENTITIES, type Entity } from './operation.ts';

const name = z.string().min(1).max(200);
const text = z.string().max(LONGEST_TEXT);

const field = (schema: z.ZodType, policy: FieldPolicy = 'surface'): FieldRule => ({
  schema,
  policy,
});
const fixed = (schema: z.ZodType): FieldRule => field(schema, 'fixed');

/**
 * What the centre, the desk and the simulation know of each entity. The centre has no table of its own
 * for any of them: a new field or entity is a line here.
 */
const ENTITY_RULES: Readonly<Record<Entity, EntityRules>> = {
  officer: {
    fields: { displayName: field(name) },
    commands: { addOfficer: { does: 'create' } },
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
      reason: fixed(z.enum(CONTACT_REASONS)),
      summary: fixed(text),
      nextStep: fixed(z.enum(NEXT_STEPS)),
      nextNote: fixed(text),
    },
    commands: { logContact: { does: 'create' } },
    placement: { kind: 'neighbourhood', field: 'neighbourhoodId', author: 'authorId' },
    references: { authorId: 'officer', streetId: 'street', neighbourhoodId: 'area' },
    writers: 'scope',
  },
  promise: {
    fields: {
      contactId: fixed(idSchema),
      ownerId: field(idSchema, 'arrival'),
      streetId: fixed(idSchema),
      text: field(text),
      dueOn: field(daySchema),
      state: field(z.enum(['open', 'kept', 'not-kept']).default('open')),
      outcome: field(text.default('')),
      closedAt: field(instantSchema.nullable().default(null)),
    },
    commands: {
      makePromise: { does: 'create' },
      closePromise: { does: 'patch' },
    },
    inconsistent: (row) =>
      (row['state'] === 'open') === (row['closedAt'] === null) ? undefined : 'closedAt',
    placement: { kind: 'parent', entity: 'contact', field: 'contactId' },
    references: { contactId: 'contact', ownerId: 'officer', streetId: 'street' },
    writers: 'scope',
  },
  'territory-import': {
    fields: {},
    commands: {
      importTerritory: { does: 'create' },
      undoTerritoryImport: { does: 'patch' },
    },
    placement: { kind: 'reference' },
    references: {},
    writers: 'administrators',
  },
};

/** Entities in an order in which each comes after those it refers to. */
export const ENTITY_ORDER: readonly Entity[] = [
  'officer',
  'partner',
  'post',
  'contact',
  'promise',
  'territory-import',
];

/** The rules of an entity; undefined for one that only a newer desk or centre knows. */
export function rulesOf(entity: string): EntityRules | undefined {
  return isEntity(entity) ? ENTITY_RULES[entity] : undefined;
}

export function isEntity(entity: string): entity is Entity {
  return (ENTITIES as readonly string[]).includes(entity);
}
