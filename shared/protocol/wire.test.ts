import { describe, expect, it } from 'vitest';

import { makeId } from '../lib/ids.ts';
import { randomBytes, seededRandom } from '../lib/random.ts';
import { LIMITS } from './limits.ts';
import { pullMessageSchema, pullRequestSchema } from './pull.ts';
import { pushRequestSchema } from './push.ts';
import { WIRE } from './wire.ts';

const random = seededRandom(4);
const newId = () => makeId(1_780_000_000_000, randomBytes(random, 16));

const operation = (change: unknown, deviceSeq = 1) => ({
  opId: newId(),
  deviceSeq,
  authorId: newId(),
  madeAt: '2026-06-15T08:00:00.000Z',
  entity: 'contact',
  entityId: newId(),
  baseVersion: 0,
  baseEpoch: null,
  opVersion: 1,
  dependsOn: [],
  change,
});
const push = (...operations: unknown[]) =>
  pushRequestSchema.safeParse({ deviceId: newId(), epoch: null, waiting: 1, operations });
const patch = (fields: Record<string, unknown>) => operation({ kind: 'patch', fields });

describe('a push', () => {
  it('takes an operation on an entity that is not known yet', () => {
    expect(push({ ...patch({ colour: 'red' }), entity: 'task-list' }).success).toBe(true);
  });

  it('is bounded in count, in size, and in the names of fields', () => {
    const many = (count: number) => Array.from({ length: count }, () => patch({ a: 1 }));
    expect(push(...many(LIMITS.operationsPerPush)).success).toBe(true);
    expect(push(...many(LIMITS.operationsPerPush + 1)).success).toBe(false);
    expect(push().success).toBe(false);
    expect(push(patch({ text: 'x'.repeat(LIMITS.changeCharacters) })).success).toBe(false);
    // zod leaves a key that would change the prototype out.
    const sly = push(patch(JSON.parse('{"__proto__": 1}') as Record<string, unknown>));
    expect(JSON.stringify(sly.data?.operations[0]?.change)).toBe('{"kind":"patch","fields":{}}');
    expect(push(patch({ 'a b': 1 })).success).toBe(false);
    const wide = Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`f${at}`, 1]));
    expect(push(patch(wide)).success).toBe(false);
  });
});

describe('a pull', () => {
  it('names scopes of a known form only', () => {
    const pull = (scope: string) =>
      pullRequestSchema.safeParse({
        deviceId: newId(),
        epoch: null,
        cursors: { [scope]: 5 },
        resultsAfter: 0,
      }).success;
    expect(pull('reference')).toBe(true);
    expect(pull(`neighbourhood:${newId()}/restricted`)).toBe(true);
    expect(pull(`neighbourhood:' or true`)).toBe(false);
  });

  it('has lines of known types only', () => {
    expect(pullMessageSchema.safeParse({ type: 'surprise' }).success).toBe(false);
  });
});

it('asks for a token wherever data is', () => {
  const open = Object.entries(WIRE).filter(([, { token }]) => !token);
  expect(open.map(([name]) => name)).toEqual([
    'challenge',
    'enrol',
    'signIn',
    'token',
    'oidcStart',
    'oidcEnrol',
    'oidcSignIn',
  ]);
});
