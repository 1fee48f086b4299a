import type { ServerResponse } from 'node:http';

import type { PullMessage } from '#shared/protocol/pull.ts';

/** Characters gathered into one write. */
const CHUNK = 64_000;
/** A desk takes a line on which nothing comes for a dead one: it hears of us this often, in milliseconds. */
const BEAT_MS = 5_000;

/** The desk went away in the middle. */
export class Disconnected extends Error {
  override readonly name = 'Disconnected';
}

export interface LineStream {
  /** Resolves when the desk can take more. Rejects with Disconnected. */
  send(message: PullMessage): Promise<void>;
  /** Whether an answer has begun, so that an error can no longer be one. */
  readonly begun: boolean;
  end(): Promise<void>;
  /** No signs of life any more: it has ended, or it failed. */
  stop(): void;
}

/**
 * Newline-delimited JSON over a response, as fast as the desk reads and no faster. While what comes next is still being
 * looked for, what was gathered goes out, or else an empty line.
 */
export function lineStream(response: ServerResponse, beatMs = BEAT_MS): LineStream {
  let gathered = '';
  let begun = false;
  let written = false;
  let beat: NodeJS.Timeout | undefined;
  /** @returns whether the desk can take more. */
  const write = (): boolean => {
    if (!begun) {
      begun = true;
      response.writeHead(200, {
        'content-type': 'application/x-ndjson; charset=utf-8',
        'cache-control': 'no-store',
      });
    }
    const chunk = gathered === '' ? '\n' : gathered;
    gathered = '';
    written = true;
    return response.write(chunk);
  };
  const flush = async (): Promise<void> => {
    if (response.destroyed) throw new Disconnected();
    if (write()) return;
    await new Promise<void>((resolve, reject) => {
      const settle = (): void => {
        response.off('drain', settle).off('close', settle);
        if (response.destroyed) reject(new Disconnected());
        else resolve();
      };
      response.on('drain', settle).on('close', settle);
    });
  };
  const showLife = (): void => {
    if (!written && !response.destroyed && !response.writableNeedDrain) write();
    written = false;
  };
  return {
    get begun() {
      return begun;
    },
    async send(message) {
      // Not before: whatever is refused is refused before the first message.
      beat ??= setInterval(showLife, beatMs);
      gathered += `${JSON.stringify(message)}\n`;
      if (gathered.length >= CHUNK) await flush();
    },
    async end() {
      await flush();
      response.end();
    },
    stop() {
      clearInterval(beat);
    },
  };
}
