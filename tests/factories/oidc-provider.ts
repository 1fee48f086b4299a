import { createServer, type Server } from 'node:http';

import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import Provider from 'oidc-provider';

/** A real provider of identities on a port of 127.0.0.1, where everybody may sign in under any name. */
export interface TestProvider {
  readonly issuer: string;
  readonly clientId: string;
  /** Claims besides the name, for whoever signs in from now on. */
  claims: Record<string, unknown>;
  /** A token with the provider's own signature, whatever it says. */
  sign(claims: JWTPayload): Promise<string>;
  stop(): Promise<void>;
  start(): Promise<void>;
}

const CLIENT = 'wijkwerk-desk';
const KEY_ID = 'test';

export async function startTestProvider(): Promise<TestProvider> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), kid: KEY_ID, alg: 'RS256', use: 'sig' };
  let server = await listening(0);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const issuer = `http://127.0.0.1:${address.port}`;
  const test: TestProvider = {
    issuer,
    clientId: CLIENT,
    claims: {},
    sign: (claims) =>
      new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: KEY_ID }).sign(privateKey),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
    async start() {
      server = await listening(address.port);
      server.on('request', (request, response) => void answer(request, response));
    },
  };
  const provider = new Provider(issuer, {
    jwks: { keys: [jwk] },
    cookies: { keys: ['a key for the cookies of a test'] },
    // As most providers do, the name is in the ID token itself.
    conformIdTokenClaims: false,
    claims: { openid: ['sub'], profile: ['preferred_username', 'email', 'email_verified'] },
    clients: [
      {
        client_id: CLIENT,
        application_type: 'native',
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code'],
        response_types: ['code'],
        redirect_uris: ['http://127.0.0.1/signed-in'],
      },
    ],
    pkce: { required: () => true },
    findAccount: (_context, sub) => ({
      accountId: sub,
      claims: async () => ({ sub, preferred_username: sub, ...test.claims }),
    }),
  });
  const answer = provider.callback();
  server.on('request', (request, response) => void answer(request, response));
  return test;
}

function listening(port: number): Promise<Server> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', () => resolve(server));
  });
}

/**
 * A browser in which somebody signs in as `login` and agrees, or says no. It follows every redirect, the
 * last one to the desk's own loopback address.
 *
 * @returns what the officer reads at the end.
 */
export async function signInAs(address: string, login: string | null): Promise<string> {
  const cookies = new Map<string, string>();
  let url = new URL(address);
  let form: URLSearchParams | undefined;
  for (let step = 0; step < 20; step++) {
    const response = await fetch(url, {
      method: form === undefined ? 'GET' : 'POST',
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form !== undefined && { body: form }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    form = undefined;
    const location = response.headers.get('location');
    const text = await response.text();
    if (location !== null) {
      url = new URL(location, url);
    } else if (text.includes('<form')) {
      const abort = /href="([^"]*abort[^"]*)"/.exec(text)?.[1];
      if (login === null && abort !== undefined) {
        url = new URL(abort, url);
        continue;
      }
      url = new URL(/action="([^"]+)"/.exec(text)?.[1] ?? url, url);
      const prompt = /name="prompt" value="([^"]+)"/.exec(text)?.[1] ?? '';
      form = new URLSearchParams({ prompt, login: login ?? '', password: 'anything' });
    } else {
      return text;
    }
  }
  throw new Error('the browser goes round in circles');
}
