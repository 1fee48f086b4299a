import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

import { RPCHandler } from '@orpc/server/ws';
import { WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';

/** The one path that may be upgraded. */
export const SOCKET_PATH = '/workbench';
/** A chunk of a file is the largest thing a page sends (some 700 kB in base64); bytes. */
export const LARGEST_MESSAGE_BYTES = 1024 * 1024;
/** More windows than anybody opens at once. */
const MOST_SOCKETS = 32;
const HEARTBEAT_MILLISECONDS = 20_000;

/** Close codes of RFC 6455, section 7.4.1. */
const UNSUPPORTED_DATA = 1003;
const MALFORMED = 1007;
const POLICY_VIOLATION = 1008;
const GOING_AWAY = 1001;
const TRY_AGAIN_LATER = 1013;

type NoContext = Record<never, never>;
/** A router that works without anything from the host. */
export type MountableRouter = ConstructorParameters<typeof RPCHandler<NoContext>>[0];

/** The envelope of every call; what is in it is the contract's to check. */
const envelopeSchema = z.object({
  i: z.string(),
  t: z.number().int().optional(),
  // A message that takes a call back has no content.
  p: z.unknown().optional(),
});

export interface SocketDoor {
  /** Takes a connection over; whoever calls it has checked Host, Origin and the session. */
  accept(request: IncomingMessage, stream: Duplex, head: Buffer, session: string): void;
  closeSession(session: string): void;
  close(): Promise<void>;
}

/** Mounts the workbench's router on WebSockets. `onCount` hears how many windows are connected. */
export function createSocketDoor(
  router: MountableRouter,
  onCount: (connected: number) => void,
): SocketDoor {
  const server = new WebSocketServer({
    noServer: true,
    WebSocket: TextSocket,
    maxPayload: LARGEST_MESSAGE_BYTES,
    perMessageDeflate: false,
  });
  const handler = new RPCHandler<NoContext>(router);
  const sessions = new Map<WebSocket, string>();
  const heard = new WeakSet<WebSocket>();

  const heartbeat = setInterval(() => {
    for (const socket of sessions.keys()) {
      if (!heard.delete(socket)) socket.terminate();
      else socket.ping();
    }
  }, HEARTBEAT_MILLISECONDS);
  heartbeat.unref();

  function connect(socket: WebSocket, session: string): void {
    if (sessions.size >= MOST_SOCKETS) {
      socket.close(TRY_AGAIN_LATER);
      return;
    }
    sessions.set(socket, session);
    heard.add(socket);
    socket.on('pong', () => heard.add(socket));
    // An oversized or malformed frame ends this socket with the fitting code; nothing else follows.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      sessions.delete(socket);
      onCount(sessions.size);
    });
    void handler.upgrade(socket);
    onCount(sessions.size);
  }

  return {
    accept(request, stream, head, session) {
      server.handleUpgrade(request, stream, head, (socket) => {
        connect(socket, session);
      });
    },
    closeSession(session) {
      for (const [socket, owner] of sessions) {
        if (owner === session) socket.close(POLICY_VIOLATION);
      }
    },
    async close() {
      clearInterval(heartbeat);
      for (const socket of sessions.keys()) socket.close(GOING_AWAY);
      const grace = setTimeout(() => {
        for (const socket of sessions.keys()) socket.terminate();
      }, 500);
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
      clearTimeout(grace);
    },
  };
}

/**
 * Lets through well-formed calls in text. What is not ends the connection here, before a parser
 * quotes a piece of it in an error text.
 */
class TextSocket extends WebSocket {
  override emit(event: string | symbol, ...values: unknown[]): boolean {
    if (event !== 'message') return super.emit(event, ...values);
    const [data, isBinary] = values;
    if (isBinary !== false || !Buffer.isBuffer(data)) {
      this.close(UNSUPPORTED_DATA);
      return false;
    }
    if (!isCall(data)) {
      this.close(MALFORMED);
      return false;
    }
    return super.emit(event, ...values);
  }
}

function isCall(data: Buffer): boolean {
  try {
    return envelopeSchema.safeParse(JSON.parse(data.toString())).success;
  } catch {
    return false;
  }
}
