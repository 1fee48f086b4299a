import { z } from 'zod';

import { WIRE_ERRORS, wireErrorSchema } from '#shared/protocol/errors.ts';
import { PROTOCOL_VERSION } from '#shared/protocol/version.ts';
import { WIRE, type WireEndpoint } from '#shared/protocol/wire.ts';

const MEDIA = {
  json: 'application/json',
  lines: 'application/x-ndjson',
  events: 'text/event-stream',
} as const;

/** The description of the centre's addresses (OpenAPI 3.1), made from the schemas that guard them. */
export function openApi(appVersion: string): Readonly<Record<string, unknown>> {
  const endpoints: readonly (readonly [string, WireEndpoint])[] = Object.entries(WIRE);
  const schemas: Schemas = {};
  const paths = endpoints.map(([name, endpoint]) => [
    endpoint.path,
    { [endpoint.method.toLowerCase()]: operationOf(name, endpoint, schemas) },
  ]);
  schemas['Error'] = jsonSchema('Error', wireErrorSchema, 'output', schemas);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Wijkwerk: the centre',
      version: appVersion,
      description: `Protocol version ${PROTOCOL_VERSION}.`,
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    paths: Object.fromEntries(paths),
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas,
    },
  };
}

/** Schemas that others refer to, by name. */
type Schemas = Record<string, unknown>;

function operationOf(name: string, endpoint: WireEndpoint, schemas: Schemas) {
  const { request, response } = endpoint;
  const error = {
    description: `One of ${Object.keys(WIRE_ERRORS).join(', ')}`,
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
  };
  return {
    operationId: name,
    summary: endpoint.summary,
    security: endpoint.token ? [{ token: [] }] : [],
    ...(request && {
      requestBody: {
        required: true,
        content: {
          'application/json': { schema: jsonSchema(`${name}.request`, request, 'input', schemas) },
        },
      },
    }),
    responses: {
      200: {
        description: endpoint.summary,
        content: {
          [MEDIA[endpoint.form]]: {
            schema: jsonSchema(`${name}.response`, response, 'output', schemas),
          },
        },
      },
      default: error,
    },
  };
}

/**
 * The schema for this place in the document. What it defines for itself moves to the document's own
 * schemas, under the name of the place: a reference counts from the document's root.
 */
function jsonSchema(
  place: string,
  schema: z.ZodType,
  io: 'input' | 'output',
  schemas: Schemas,
): unknown {
  const made = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' });
  const text = JSON.stringify(made).replaceAll('"#/$defs/', `"#/components/schemas/${place}.`);
  const { $defs, ...rest } = JSON.parse(text) as Schemas;
  for (const [name, definition] of Object.entries($defs ?? {})) {
    schemas[`${place}.${name}`] = definition;
  }
  delete rest['$schema'];
  return rest;
}
