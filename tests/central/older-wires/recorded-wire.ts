import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { z } from 'zod';

import { wireErrorSchema } from '#shared/protocol/errors.ts';
import { PROTOCOL_VERSION } from '#shared/protocol/version.ts';
import { WIRE, type WireEndpoint } from '#shared/protocol/wire.ts';

/** What every desk asks of a centre, with or without an administrator at it. */
const ASKED_BY_DESKS = [
  'challenge',
  'enrol',
  'signIn',
  'token',
  'push',
  'pull',
  'pokes',
  'blobState',
  'blobPut',
  'blobGet',
  'parcelPart',
  'territoryVersions',
  'territoryGet',
] as const;
export type AskedByDesks = (typeof ASKED_BY_DESKS)[number];

const endpointSchema = z.object({
  method: z.enum(['GET', 'POST']),
  path: z.string(),
  form: z.enum(['json', 'lines', 'events']),
  request: z.record(z.string(), z.json()).nullable(),
  response: z.record(z.string(), z.json()),
});
const recordedWireSchema = z.object({
  version: z.number(),
  error: z.record(z.string(), z.json()),
  endpoints: z.partialRecord(z.enum(ASKED_BY_DESKS), endpointSchema),
});

/** The messages of one version of the wire, as JSON Schema: what a desk of that version sends, and reads. */
export type RecordedWire = z.infer<typeof recordedWireSchema>;
export type RecordedEndpoint = z.infer<typeof endpointSchema>;

const asJson = (schema: z.ZodType): unknown =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });

/** The wire as it is now. */
export function wireOfToday(): RecordedWire {
  const endpoints = ASKED_BY_DESKS.map((name) => {
    const { method, path, form, request, response }: WireEndpoint = WIRE[name];
    const asked = request && asJson(request);
    return [name, { method, path, form, request: asked, response: asJson(response) }];
  });
  return recordedWireSchema.parse({
    version: PROTOCOL_VERSION,
    error: asJson(wireErrorSchema),
    endpoints: Object.fromEntries(endpoints),
  });
}

/** Where a version is kept. */
export function pathOfWire(version: number): string {
  return fileURLToPath(new URL(`wire-${version}.json`, import.meta.url));
}

/** As it was kept when it was the newest. */
export function recordedWire(version: number): RecordedWire {
  return recordedWireSchema.parse(JSON.parse(readFileSync(pathOfWire(version), 'utf8')));
}

/**
 * Reads as that version does. Patterns are read without Unicode's classes, which have no meaning to `fromJSONSchema`:
 * letters are those of Europe here.
 */
export function readerOf(schema: RecordedEndpoint['response']): z.ZodType {
  const text = JSON.stringify(schema)
    .replaceAll(String.raw`\\p{L}`, 'A-Za-z\u00c0-\u024f')
    .replaceAll(String.raw`\\p{N}`, '0-9');
  return z.fromJSONSchema(JSON.parse(text) as Parameters<typeof z.fromJSONSchema>[0]);
}
