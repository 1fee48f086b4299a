import fc from 'fast-check';
import { z } from 'zod';

import { instantSchema } from '#shared/lib/dates.ts';
import { idSchema } from '#shared/lib/ids.ts';

/** What of JSON Schema the wire's schemas make use of. */
interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly propertyNames?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

const UUID_V7 = '^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$';
const INSTANTS = ['2026-06-15T08:00:00.000Z', '1970-01-01T00:00:00.000Z'];

/** Characters and entries of what is made: the bounds themselves have tests of their own. */
const LONGEST = 64;
const MOST = 3;

/** Makes bodies that the schema takes, as far as a schema can say it. */
export function fromSchema(schema: z.ZodType): fc.Arbitrary<unknown> {
  const root = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema }) {
      // What these two check, no schema tells.
      if (zodSchema === idSchema) jsonSchema.pattern = UUID_V7;
      if (zodSchema === instantSchema) jsonSchema.enum = INSTANTS;
    },
  }) as Schema;
  return arbitraryOf(root, root, 0);
}

function arbitraryOf(schema: Schema, root: Schema, depth: number): fc.Arbitrary<unknown> {
  const { const: only, enum: values, anyOf, oneOf, allOf, $ref } = schema;
  if (only !== undefined) return fc.constant(only);
  if (values !== undefined) return fc.constantFrom(...values);
  // JSON within JSON refers to itself: any value will do there.
  if ($ref !== undefined) return fc.jsonValue({ maxDepth: 1 });
  const choices = anyOf ?? oneOf;
  if (choices !== undefined) {
    return fc.oneof(...choices.map((choice) => arbitraryOf(choice, root, depth)));
  }
  if (allOf !== undefined) return arbitraryOf(Object.assign({}, ...allOf) as Schema, root, depth);
  switch (schema.type) {
    case 'object':
      return objectOf(schema, root, depth);
    case 'array':
      return fc.array(arbitraryOf(schema.items ?? {}, root, depth + 1), {
        minLength: Math.min(schema.minItems ?? 0, MOST),
        maxLength: Math.min(schema.maxItems ?? MOST, MOST),
      });
    case 'string':
      return stringOf(schema);
    case 'integer':
      return fc.integer({
        min: Math.max(schema.minimum ?? 0, -1_000),
        max: Math.min(schema.maximum ?? 1_000, 1_000),
      });
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true });
    case 'boolean':
      return fc.boolean();
    case undefined:
      return fc.jsonValue({ maxDepth: 2 });
    case 'null':
      return fc.constant(null);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function objectOf(schema: Schema, root: Schema, depth: number): fc.Arbitrary<unknown> {
  const { properties, required, propertyNames, additionalProperties } = schema;
  if (properties === undefined) {
    const name = arbitraryOf(propertyNames ?? { type: 'string' }, root, depth + 1).map(String);
    const value = arbitraryOf(
      typeof additionalProperties === 'object' ? additionalProperties : {},
      root,
      depth + 1,
    );
    return fc.dictionary(name, value, { maxKeys: MOST });
  }
  const members = Object.entries(properties).map(
    ([name, member]) => [name, arbitraryOf(member, root, depth + 1)] as const,
  );
  return fc.record(Object.fromEntries(members), { requiredKeys: [...(required ?? [])] });
}

function stringOf({ pattern, minLength = 0, maxLength = LONGEST }: Schema): fc.Arbitrary<string> {
  const most = Math.max(minLength, Math.min(maxLength, LONGEST));
  if (pattern === undefined) return fc.string({ minLength, maxLength: most });
  const expression = new RegExp(pattern, 'u');
  // Classes of characters by their properties are more than the library can make texts of.
  const matching = pattern.includes(String.raw`[^\p{`)
    ? fc
        .string({ minLength: Math.max(1, minLength), maxLength: most, unit: 'grapheme' })
        .filter((text) => expression.test(text))
    : fc.stringMatching(expression, { maxLength: most });
  // The pattern for base64url tells nothing of the length that a key or a signature has.
  return matching.map((text) =>
    minLength > text.length ? text.padEnd(minLength, 'A') : text.slice(0, maxLength),
  );
}
