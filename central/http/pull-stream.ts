import type { ServerResponse } from 'node:http';

import type { PullMessage } from '#shared/protocol/pull.ts';

/** Characters gathered into one write. */
const CHUNK = 64_000;

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
}

/** Newline-delimited JSON over a response, as fast as the desk reads and no faster. */
export function lineStream(response: ServerResponse): LineStream {
  let gathered = '';
  let begun = false;
  const flush = async (): Promise<void> => {
    if (response.destroyed) throw new Disconnected();
    if (!begun) {
      begun = true;
      response.writeHead(200, {
        'content-type': 'application/x-ndjson; charset=utf-8',
        'cache-control': 'no-store',
      });
    }
    const chunk = gathered;
    gathered = '';
    if (response.write(chunk)) return;
    await new Promise<void>((resolve, reject) => {
      const settle = (): void => {
        response.off('drain', settle).off('close', settle);
        if (response.destroyed) reject(new Disconnected());
        else resolve();
      };
      response.on('drain', settle).on('close', settle);
    });
  };
  return {
    get begun() {
      return begun;
    },
    async send(message) {
      gathered += `${JSON.stringify(message)}\n`;
      if (gathered.length >= CHUNK) await flush();
    },
    async end() {
      await flush();
      response.end();
    },
  };
}
