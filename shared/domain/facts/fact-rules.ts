import { z } from 'zod';

import { daySchema, instantSchema } from '../../lib/dates.ts';
import { idSchema } from '../../lib/ids.ts';
import type { EntityRules } from '../operations/entity-rules.ts';
import { field, fixed, name } from '../operations/field-rule.ts';
import type { Entity } from '../operations/operation.ts';
import {
  FACT_ORIGINS,
  factSchema,
  LONGEST_SOURCE_NAME,
  methodBreakSchema,
  MOST_BREAKS,
  MOST_FACTS_OF_BATCH,
} from './fact.ts';
import { weightsVersionSchema } from './weights.ts';

type FactEntity = Extract<Entity, `fact-${string}`>;

/** What centre and desk know of recorded facts, where they come from and how they weigh; see `EntityRules`. */
export const FACT_RULES: Readonly<Record<FactEntity, EntityRules>> = {
  'fact-source': {
    fields: {
      name: field(z.string().min(1).max(LONGEST_SOURCE_NAME)),
      origin: field(z.enum(FACT_ORIGINS), 'arrival'),
      credit: field(z.string().max(LONGEST_SOURCE_NAME)),
      mapping: field(z.json(), 'arrival'),
      breaks: field(z.array(methodBreakSchema).max(MOST_BREAKS)),
      unchanged: field(z.array(daySchema).max(MOST_BREAKS).default([])),
    },
    commands: {},
    placement: { kind: 'reference' },
    references: {},
    writers: 'leaders',
  },
  'fact-import': {
    fields: {
      sourceId: fixed(idSchema),
      fileName: fixed(name),
      importedAt: fixed(instantSchema),
      importedBy: fixed(idSchema),
      plan: fixed(z.json()),
      counts: fixed(z.json()),
      undoneAt: field(instantSchema.nullable(), 'arrival'),
    },
    commands: {
      importFacts: { does: 'create', sets: () => ({ undoneAt: null }) },
      undoFactImport: { does: 'patch' },
      redoFactImport: { does: 'patch', sets: () => ({ undoneAt: null }) },
    },
    placement: { kind: 'reference' },
    references: { sourceId: 'fact-source', importedBy: 'officer' },
    writers: 'leaders',
  },
  'fact-batch': {
    fields: {
      importId: fixed(idSchema),
      neighbourhoodId: fixed(idSchema.nullable()),
      authorId: fixed(idSchema),
      facts: fixed(z.array(factSchema).min(1).max(MOST_FACTS_OF_BATCH)),
    },
    commands: { storeFacts: { does: 'create' } },
    placement: { kind: 'neighbourhood', field: 'neighbourhoodId', author: 'authorId' },
    references: { importId: 'fact-import', neighbourhoodId: 'area', authorId: 'officer' },
    writers: 'leaders',
  },
  'fact-weights': {
    fields: {
      setAt: fixed(weightsVersionSchema.shape.setAt),
      setById: fixed(weightsVersionSchema.shape.setById),
      validFrom: fixed(weightsVersionSchema.shape.validFrom),
      note: fixed(weightsVersionSchema.shape.note),
      weights: fixed(weightsVersionSchema.shape.weights),
    },
    commands: { setFactWeights: { does: 'create' } },
    placement: { kind: 'reference' },
    references: { setById: 'officer' },
    writers: 'administrators',
  },
};
