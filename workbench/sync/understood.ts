import { z } from 'zod';

import { rulesOf } from '#shared/domain/operations/entity-registry.ts';
import type { EntityRules, Fields } from '#shared/domain/operations/entity-rules.ts';
import type { Entity } from '#shared/domain/operations/operation.ts';

/** Schemas of fields that are in use: zod compiles one at its first use, which takes longer than a row does. */
const schemas = new WeakMap<EntityRules['fields'], z.ZodType>();

/** Whether this application knows what these fields may hold, and they hold that. */
export function understands(entity: Entity, fields: Fields): boolean {
  const rules = rulesOf(entity);
  if (rules === undefined) return false;
  const schema = schemas.get(rules.fields) ?? schemaOf(rules.fields);
  schemas.set(rules.fields, schema);
  return schema.safeParse(fields).success && rules.inconsistent?.(fields, fields) === undefined;
}

/** One schema for all fields: that one is compiled, which one for each field would not be. */
function schemaOf(fields: EntityRules['fields']): z.ZodType {
  return z.object(
    Object.fromEntries(Object.entries(fields).map(([name, rule]) => [name, rule.schema])),
  );
}
