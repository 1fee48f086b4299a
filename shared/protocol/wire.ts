import type { z } from 'zod';

import {
  challengeRequestSchema,
  challengeResponseSchema,
  enrolRequestSchema,
  sessionResponseSchema,
  signInRequestSchema,
  tokenRequestSchema,
} from './account.ts';
import { ADMINISTRATION_WIRE } from './administration.ts';
import {
  blobGetRequestSchema,
  blobGetResponseSchema,
  blobPutRequestSchema,
  blobPutResponseSchema,
  blobStateRequestSchema,
  blobStateResponseSchema,
} from './blobs.ts';
import { LIMITS } from './limits.ts';
import { OIDC_WIRE } from './oidc.ts';
import { PARCEL_WIRE } from './parcel.ts';
import { pokeSchema, pullMessageSchema, pullRequestSchema } from './pull.ts';
import { pushRequestSchema, pushResponseSchema } from './push.ts';
import { QUARANTINE_WIRE } from './quarantine.ts';
import { TERRITORY_WIRE } from './territory.ts';

/** One address of the centre. */
export interface WireEndpoint {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly summary: string;
  /** Whether a token of a desk is needed. */
  readonly token: boolean;
  readonly request: z.ZodType | null;
  /** With `lines`, the schema of each line of newline-delimited JSON; with `events`, of each event's data. */
  readonly response: z.ZodType;
  readonly form: 'json' | 'lines' | 'events';
  /** Largest request, in bytes. */
  readonly bytes: number;
}

/** All that a desk can ask of a centre: the server, its description and the wire's hash come from here. */
export const WIRE = {
  challenge: {
    method: 'POST',
    path: '/v1/challenge',
    summary: 'Something to sign, for one use',
    token: false,
    request: challengeRequestSchema,
    response: challengeResponseSchema,
    form: 'json',
    bytes: LIMITS.requestBytes,
  },
  enrol: {
    method: 'POST',
    path: '/v1/enrol',
    summary: 'Make a desk known with a one-time code',
    token: false,
    request: enrolRequestSchema,
    response: sessionResponseSchema,
    form: 'json',
    bytes: LIMITS.requestBytes,
  },
  signIn: {
    method: 'POST',
    path: '/v1/sign-in',
    summary: 'The officer of a known desk types the password',
    token: false,
    request: signInRequestSchema,
    response: sessionResponseSchema,
    form: 'json',
    bytes: LIMITS.requestBytes,
  },
  token: {
    method: 'POST',
    path: '/v1/token',
    summary: 'A new token for a known desk',
    token: false,
    request: tokenRequestSchema,
    response: sessionResponseSchema,
    form: 'json',
    bytes: LIMITS.requestBytes,
  },
  push: {
    method: 'POST',
    path: '/v1/push',
    summary: 'Hand over operations, in order',
    token: true,
    request: pushRequestSchema,
    response: pushResponseSchema,
    form: 'json',
    bytes: LIMITS.pushBytes,
  },
  pull: {
    method: 'POST',
    path: '/v1/pull',
    summary: 'Everything that changed since, of what the desk may see',
    token: true,
    request: pullRequestSchema,
    response: pullMessageSchema,
    form: 'lines',
    bytes: 4 * LIMITS.requestBytes,
  },
  blobState: {
    method: 'POST',
    path: '/v1/blobs/state',
    summary: 'How much of a blob the centre has',
    token: true,
    request: blobStateRequestSchema,
    response: blobStateResponseSchema,
    form: 'json',
    bytes: LIMITS.requestBytes,
  },
  blobPut: {
    method: 'POST',
    path: '/v1/blobs/put',
    summary: 'Hand over a part of a blob',
    token: true,
    request: blobPutRequestSchema,
    response: blobPutResponseSchema,
    form: 'json',
    bytes: LIMITS.blobRequestBytes,
  },
  blobGet: {
    method: 'POST',
    path: '/v1/blobs/get',
    summary: 'A part of a blob',
    token: true,
    request: blobGetRequestSchema,
    response: blobGetResponseSchema,
    form: 'json',
    bytes: LIMITS.requestBytes,
  },
  pokes: {
    method: 'GET',
    path: '/v1/pokes',
    summary: 'A sign whenever something changed',
    token: true,
    request: null,
    response: pokeSchema,
    form: 'events',
    bytes: 0,
  },
  ...ADMINISTRATION_WIRE,
  ...QUARANTINE_WIRE,
  ...OIDC_WIRE,
  ...PARCEL_WIRE,
  ...TERRITORY_WIRE,
} as const satisfies Readonly<Record<string, WireEndpoint>>;
