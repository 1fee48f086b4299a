import { expect, it } from 'vitest';
import { z } from 'zod';

import { canonicalJson } from '../lib/canonical-json.ts';
import { memberDigest } from '../lib/set-digest.ts';
import { wireErrorSchema } from './errors.ts';
import {
  parcelAnswerSchema,
  parcelContentSchema,
  parcelHeaderSchema,
  receiptsHeaderSchema,
} from './parcel.ts';
import { OLDEST_PROTOCOL_VERSION, PROTOCOL_VERSION } from './version.ts';
import { WIRE, type WireEndpoint } from './wire.ts';

/** The hash of the wire in each version. Never change a line: add the next. */
const WIRE_HASHES: Readonly<Record<number, string>> = {
  1: '5918374843eb35c4',
  2: '9ad750b87d211293',
  3: 'e319fba4e269854e',
  4: 'fb444e6648153e03',
  5: 'b188ebe764999bb9',
  6: '20f53b63a70590b1',
};

const schemaOf = (schema: z.ZodType, io: 'input' | 'output') =>
  z.toJSONSchema(schema, { io, unrepresentable: 'any' });

function wireHash(): string {
  const endpoints: readonly WireEndpoint[] = Object.values(WIRE);
  const wire = endpoints.map(({ method, path, token, form, request, response }) => ({
    method,
    path,
    token,
    form,
    request: request && schemaOf(request, 'input'),
    response: schemaOf(response, 'output'),
  }));
  // What is sealed crosses as well.
  const sealed = [
    parcelHeaderSchema,
    parcelContentSchema,
    parcelAnswerSchema,
    receiptsHeaderSchema,
  ];
  const text = canonicalJson([
    wire,
    schemaOf(wireErrorSchema, 'output'),
    sealed.map((schema) => schemaOf(schema, 'output')),
  ]);
  return memberDigest(text);
}

it('is the wire of this version: a change of it needs a new version, with a line of its own', () => {
  expect(wireHash()).toBe(WIRE_HASHES[PROTOCOL_VERSION]);
});

it('has a hash for every version, and a window of them that are spoken', () => {
  expect(Object.keys(WIRE_HASHES).map(Number)).toEqual(
    Array.from({ length: PROTOCOL_VERSION }, (_, index) => index + 1),
  );
  expect(OLDEST_PROTOCOL_VERSION).toBeLessThanOrEqual(PROTOCOL_VERSION);
});
