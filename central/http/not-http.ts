import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';

import type { FastifyReply, FastifyRequest } from 'fastify';

import { CentralError } from '../errors.ts';

/** Header fields that together are larger than Node takes. */
const OVERFLOW = 'HPE_HEADER_OVERFLOW';

/**
 * What Fastify would answer in words of its own, before any route or hook has seen it, as codes of the
 * catalogue: an address that is none, and bytes that are no HTTP.
 */
export const notHttp = {
  frameworkErrors(_cause: Error, _request: FastifyRequest, reply: FastifyReply): void {
    const { status, code } = new CentralError('UNREADABLE');
    void reply.code(status).send({ error: { code } });
  },
  clientErrorHandler(cause: Error & { code?: string }, socket: Socket): void {
    const { status, code } = new CentralError(cause.code === OVERFLOW ? 'TOO_LARGE' : 'UNREADABLE');
    if (!socket.writable) return;
    const body = JSON.stringify({ error: { code } });
    const head = [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'content-type: application/json; charset=utf-8',
      `content-length: ${body.length}`,
      'connection: close',
    ];
    socket.end([...head, '', body].join('\r\n'));
  },
};
