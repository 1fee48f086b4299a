import { createServer, type ServerResponse } from 'node:http';

/** What the officer reads in the browser once the provider has sent it back. */
export interface AnswerPages {
  readonly done: string;
  readonly failed: string;
}

export interface LoopbackAnswer {
  /** Where the provider sends the browser: a free port of 127.0.0.1. */
  readonly redirectUri: string;
  /** The address that the browser was sent to with this state. Rejects when the signal is aborted. */
  answered(state: string, signal: AbortSignal): Promise<URL>;
  /** Shows the officer how it ended, and listens no longer. */
  close(went: keyof AnswerPages): Promise<void>;
}

const PATH = '/signed-in';

/**
 * Takes a provider's answer from the system's browser (RFC 8252, section 7.3). Any other page may send
 * requests here as well: what does not bear the state is answered with nothing.
 */
export async function loopbackAnswer(pages: AnswerPages): Promise<LoopbackAnswer> {
  const answer = Promise.withResolvers<URL>();
  let expected: string | undefined;
  let waiting: ServerResponse | undefined;
  const server = createServer((request, response) => {
    const url = URL.parse(request.url ?? '', redirectUri);
    const ours =
      request.method === 'GET' &&
      request.headers.host === new URL(redirectUri).host &&
      url?.pathname === PATH &&
      expected !== undefined &&
      url.searchParams.get('state') === expected;
    if (!ours || url === null || waiting !== undefined) {
      response.writeHead(404).end();
      return;
    }
    waiting = response;
    answer.resolve(url);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', () => resolve());
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const redirectUri = `http://127.0.0.1:${port}${PATH}`;

  return {
    redirectUri,
    async answered(state, signal) {
      expected = state;
      const stop = (): void => answer.reject(signal.reason);
      signal.addEventListener('abort', stop);
      if (signal.aborted) stop();
      try {
        return await answer.promise;
      } finally {
        signal.removeEventListener('abort', stop);
      }
    },
    async close(went) {
      waiting
        ?.writeHead(200, {
          'content-type': 'text/plain; charset=utf-8',
          'cache-control': 'no-store',
          'referrer-policy': 'no-referrer',
          connection: 'close',
        })
        .end(pages[went]);
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      await closed;
    },
  };
}
