import { z } from 'zod';

import { rulesOf } from '#shared/domain/operations/entity-registry.ts';
import type { Fields } from '#shared/domain/operations/entity-rules.ts';
import type { Entity } from '#shared/domain/operations/operation.ts';

/** Whether this application knows what these fields may hold, and they hold that. */
export type Understands = (entity: Entity, fields: Fields) => boolean;

/**
 * One schema for all fields of an entity: zod compiles it, which one for each field would not be. They are
 * made from the rules as they are now, for the rows of one pull.
 */
export function createUnderstanding(): Understands {
  const schemas = new Map<Entity, z.ZodType>();
  return (entity, fields) => {
    const rules = rulesOf(entity);
    if (rules === undefined) return false;
    const schema =
      schemas.get(entity) ??
      z.object(
        Object.fromEntries(Object.entries(rules.fields).map(([name, rule]) => [name, rule.schema])),
      );
    schemas.set(entity, schema);
    return schema.safeParse(fields).success && rules.inconsistent?.(fields) === undefined;
  };
}
