import type { ServerResponse } from 'node:http';

import type { Id } from '#shared/lib/ids.ts';

import type { CentralStore } from '../store/central-store.ts';

const HEARTBEAT_MS = 20_000;

export interface PokeOptions {
  readonly zoneId: Id;
  /** Asked at every heartbeat; false ends the stream. */
  readonly mayStay: () => Promise<boolean>;
  readonly onEnd: () => void;
}

/**
 * Server-sent events that say that something changed, and nothing else. A desk that reads too slowly is
 * cut off: it asks again, and the pull does the work.
 */
export function pokeStream(
  store: CentralStore,
  response: ServerResponse,
  options: PokeOptions,
): () => void {
  const write = (text: string): void => {
    if (!response.write(text) && response.writableLength > 64_000) response.destroy();
  };
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
  });
  const stop = store.onCommit((zoneId, seq) => {
    if (zoneId === options.zoneId) write(`data: ${JSON.stringify({ seq })}\n\n`);
  });
  // Only now: whoever reads this misses nothing that is committed afterwards.
  write(': listening\n\n');
  const heartbeat = setInterval(() => {
    options.mayStay().then(
      (stays) => (stays ? write(': still here\n\n') : response.end()),
      () => response.end(),
    );
  }, HEARTBEAT_MS);
  response.on('close', () => {
    clearInterval(heartbeat);
    stop();
    options.onEnd();
  });
  return () => response.end();
}
