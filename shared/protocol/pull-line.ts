import { entityNameSchema, fieldNameSchema, idSchema, scopeSchema } from './basics.ts';
import { type PullMessage, pullMessageSchema } from './pull.ts';

type RowMessage = Extract<PullMessage, { type: 'row' }>;

/** Texts of one kind that were found right, since there are few and each comes with every row. */
const REMEMBERED = 2_000;

/**
 * Reads one line of a pull; undefined for what is none. It accepts what `pullMessageSchema` accepts, but
 * no field named `__proto__`, and reads rows, of which there may be a million, without asking the schema: what came out of JSON is JSON.
 */
export function readPullLine(line: string): PullMessage | undefined {
  const value = jsonOf(line);
  if (isRecord(value) && value['type'] === 'row') return rowOf(value);
  const parsed = pullMessageSchema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

function rowOf(value: Readonly<Record<string, unknown>>): RowMessage | undefined {
  const { scope, entity, id, version, seq, fields } = value;
  const right =
    isScope(scope) &&
    isEntityName(entity) &&
    typeof id === 'string' &&
    idSchema.safeParse(id).success &&
    isCount(version, 1_000_000_000) &&
    isCount(seq, Number.MAX_SAFE_INTEGER) &&
    isRecord(fields) &&
    Object.keys(fields).every(isFieldName);
  if (!right) return undefined;
  return { type: 'row', scope, entity, id, version, seq, fields: fields as RowMessage['fields'] };
}

const isScope = remembering((text) => scopeSchema.safeParse(text).success);
const isEntityName = remembering((text) => entityNameSchema.safeParse(text).success);
const isFieldName = remembering((text) => fieldNameSchema.safeParse(text).success);

function remembering(check: (text: string) => boolean): (value: unknown) => value is string {
  const right = new Set<string>();
  return (value): value is string => {
    if (typeof value !== 'string') return false;
    if (right.has(value)) return true;
    if (!check(value)) return false;
    if (right.size < REMEMBERED) right.add(value);
    return true;
  };
}

function isCount(value: unknown, most: number): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= most;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}
