import { daySchema, instantSchema } from '../../lib/dates.ts';
import { idSchema } from '../../lib/ids.ts';
import type { Change, Json } from './operation.ts';

export interface TypedText {
  readonly field: string;
  readonly text: string;
}

/** Fields that hold a code or a hash, which nobody types. */
const CODED: ReadonlySet<string> = new Set([
  'kind',
  'reason',
  'channel',
  'toldBy',
  'nextStep',
  'placeSource',
  'state',
  'feeling',
  'sensitivity',
  'language',
  'role',
  'list',
  'code',
  'family',
  'layer',
  'hash',
  'mediaType',
  'details',
  'problem',
  'priority',
  'type',
  'rung',
  'means',
  'verdict',
  'better',
]);

/**
 * Every text that somebody typed in a change, also within a correction, so that it can be shown and
 * used again whatever became of the change. A field that this desk does not know is a text.
 */
export function typedTexts(change: Change): readonly TypedText[] {
  return textsIn(change.kind === 'patch' ? change.fields : change.arguments);
}

function textsIn(fields: Readonly<Record<string, Json>>): readonly TypedText[] {
  return Object.entries(fields).flatMap(([field, value]) => {
    if (typeof value === 'string') return isTyped(field, value) ? [{ field, text: value }] : [];
    if (Array.isArray(value)) return value.filter(isRecord).flatMap(textsOfEntry);
    return isRecord(value) ? textsIn(value) : [];
  });
}

/** In an entry of a list a reason is no code: somebody says why a proposal or a street is not wanted. */
function textsOfEntry({ reason, ...rest }: Readonly<Record<string, Json>>): readonly TypedText[] {
  return [
    ...textsIn(rest),
    ...textsIn({ why: reason ?? '' }).map(({ text }) => ({ field: 'reason', text })),
  ];
}

function isTyped(field: string, value: string): boolean {
  return (
    value !== '' &&
    !CODED.has(field) &&
    [idSchema, instantSchema, daySchema].every((schema) => !schema.safeParse(value).success)
  );
}

function isRecord(value: Json): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
