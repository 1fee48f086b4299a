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
  const paths = endpoints.map(([name, endpoint]) => [
    endpoint.path,
    { [endpoint.method.toLowerCase()]: operationOf(name, endpoint) },
  ]);
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
      schemas: { Error: jsonSchema(wireErrorSchema) },
    },
  };
}

function operationOf(name: string, endpoint: WireEndpoint) {
  const error = {
    description: `One of ${Object.keys(WIRE_ERRORS).join(', ')}`,
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
  };
  return {
    operationId: name,
    summary: endpoint.summary,
    security: endpoint.token ? [{ token: [] }] : [],
    ...(endpoint.request && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: jsonSchema(endpoint.request, 'input') } },
      },
    }),
    responses: {
      200: {
        description: endpoint.summary,
        content: { [MEDIA[endpoint.form]]: { schema: jsonSchema(endpoint.response) } },
      },
      default: error,
    },
  };
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output' = 'output') {
  return z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' });
}
