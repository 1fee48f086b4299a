import { describe, expect, it, vi } from 'vitest';

import { LARGEST_BODY_BYTES } from './request-body.ts';
import { LARGEST_MESSAGE_BYTES } from './socket.ts';
import {
  closeCode,
  events,
  exchange,
  onWindows,
  pass,
  send,
  server,
  sessions,
  signIn,
  upgrade,
  useListeningServer,
} from './test-support/listening-server.ts';
import { LAUNCH_TOKEN_LIFETIME } from './token.ts';

useListeningServer();

describe('the way in', () => {
  it('serves the page, exchanges the token and answers calls and streams', async () => {
    expect((await send('GET', '/')).body).toContain('<p>page</p>');
    const cookie = await signIn();
    const { socket, outcome } = await upgrade({ cookie, origin: server.origin });
    expect(outcome).toBe('open');
    const answers: unknown[] = [];
    socket.on('message', (data: Buffer) => answers.push(JSON.parse(data.toString())));
    socket.send(JSON.stringify({ i: '1', p: { u: '/echo', b: { json: 'goeiedag' } } }));
    socket.send(JSON.stringify({ i: '2', p: { u: '/ticks' } }));
    await expect.poll(() => answers).toHaveLength(5);
    expect(answers).toContainEqual({ i: '1', p: { b: { json: 'goeiedag' } } });
    for (const tick of [1, 2]) {
      const p = expect.objectContaining({ d: { json: tick } });
      expect(answers).toContainEqual(expect.objectContaining({ i: '2', p }));
    }
    expect(onWindows).toHaveBeenLastCalledWith(1);
  });

  it('goes on after a call was taken back', async () => {
    const cookie = await signIn();
    const { socket } = await upgrade({ cookie, origin: server.origin });
    const answers: unknown[] = [];
    socket.on('message', (data: Buffer) => answers.push(JSON.parse(data.toString())));
    socket.send(JSON.stringify({ i: '1', p: { u: '/ticks' } }));
    // As the client writes it: type 4, without content.
    socket.send(JSON.stringify({ i: '1', t: 4 }));
    socket.send(JSON.stringify({ i: '2', p: { u: '/echo', b: { json: 'goeiedag' } } }));
    await expect.poll(() => answers).toContainEqual({ i: '2', p: { b: { json: 'goeiedag' } } });
  });

  it('keeps the session over a reload', async () => {
    const cookie = await signIn();
    const first = await upgrade({ cookie, origin: server.origin });
    first.socket.close();
    expect((await upgrade({ cookie, origin: server.origin })).outcome).toBe('open');
  });

  it('gives a cookie that no script reads and no other site sends', async () => {
    const answer = await exchange(sessions.issueLaunchToken());
    expect(answer.status).toBe(204);
    const port = new URL(server.origin).port;
    expect(answer.headers['set-cookie']).toEqual([
      expect.stringMatching(
        new RegExp(`^wijkwerk-session-${port}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/$`),
      ),
    ]);
  });
});

describe('session', () => {
  it('refuses an upgrade without cookie, with a wrong one and with two', async () => {
    const cookie = await signIn();
    const name = cookie.split('=')[0] ?? '';
    const origin = server.origin;
    expect((await upgrade({ origin })).outcome).toBe(401);
    expect((await upgrade({ origin, cookie: `${name}=${'A'.repeat(43)}` })).outcome).toBe(401);
    expect((await upgrade({ origin, cookie: `${name}=` })).outcome).toBe(401);
    expect((await upgrade({ origin, cookie: `${name}=x; ${cookie}` })).outcome).toBe(401);
    expect((await upgrade({ origin, cookie: `other=1; ${cookie}` })).outcome).toBe('open');
  });

  it('has one path', async () => {
    const headers = { cookie: await signIn(), origin: server.origin };
    expect((await upgrade(headers, '/')).outcome).toBe(404);
    expect((await upgrade(headers, '/workbench?x')).outcome).toBe(404);
  });

  it('refuses a token used before and ends the session it had opened', async () => {
    const token = sessions.issueLaunchToken();
    const stolen = (await exchange(token)).headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    const { socket } = await upgrade({ cookie: stolen, origin: server.origin });
    const ended = closeCode(socket);
    expect((await exchange(token)).status).toBe(403);
    expect(await ended).toBe(1008);
    expect((await upgrade({ cookie: stolen, origin: server.origin })).outcome).toBe(401);
    expect(events).toContain('session.revoked');
  });

  it('refuses a token after its time', async () => {
    const token = sessions.issueLaunchToken();
    pass(LAUNCH_TOKEN_LIFETIME + 1);
    const answer = await exchange(token);
    expect(answer.status).toBe(403);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('takes the token in JSON only, as a form of a foreign page would not send it', async () => {
    const token = sessions.issueLaunchToken();
    expect((await exchange(token, { 'content-type': 'text/plain' })).status).toBe(415);
    const headers = { origin: server.origin, 'content-type': 'application/json' };
    for (const body of ['', '{', '[]', '{"token":1}', `{"token":"${token}","more":1}`]) {
      expect((await send('POST', '/session', headers, body)).status).toBe(400);
    }
    expect((await exchange(token)).status).toBe(204);
  });

  it('is not given to a GET with the token in its address', async () => {
    const answer = await send('GET', `/session?token=${sessions.issueLaunchToken()}`);
    expect(answer.status).toBe(404);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });
});

describe('sizes', () => {
  it('refuses a large body, said or unsaid', async () => {
    const headers = { origin: server.origin, 'content-type': 'application/json' };
    const body = JSON.stringify({ token: 'x'.repeat(LARGEST_BODY_BYTES) });
    const said = { ...headers, 'content-length': String(body.length) };
    expect((await send('POST', '/session', said, body)).status).toBe(413);
    const unsaid = { ...headers, 'transfer-encoding': 'chunked' };
    expect((await send('POST', '/session', unsaid, body)).status).toBe(413);
  });

  it('refuses large headers', async () => {
    expect((await send('GET', '/', { 'x-large': 'x'.repeat(10_000) })).status).toBe(431);
  });

  it('takes a message of the largest size and closes with 1009 on a larger one', async () => {
    const { socket } = await upgrade({ cookie: await signIn(), origin: server.origin });
    const envelope = JSON.stringify({ i: '1', p: { u: '/echo', b: { json: '' } } });
    const text = 'x'.repeat(LARGEST_MESSAGE_BYTES - envelope.length);
    const answered = new Promise((resolve) => socket.once('message', resolve));
    socket.send(JSON.stringify({ i: '1', p: { u: '/echo', b: { json: text } } }));
    await answered;
    const code = closeCode(socket);
    socket.send(JSON.stringify({ i: '2', p: { u: '/echo', b: { json: `${text}x` } } }));
    expect(await code).toBe(1009);
    await expect.poll(() => onWindows.mock.lastCall).toEqual([0]);
  });

  it('closes on what is not a call, without writing any of it anywhere', async () => {
    const written = vi.spyOn(console, 'error');
    const cookie = await signIn();
    const bad = ['Jan Janssens, not JSON', '{}', '[1]', 'null', '{"i":1,"p":{}}'];
    for (const message of bad) {
      const { socket } = await upgrade({ cookie, origin: server.origin });
      const code = closeCode(socket);
      socket.send(message);
      expect(await code).toBe(1007);
    }
    const { socket } = await upgrade({ cookie, origin: server.origin });
    const code = closeCode(socket);
    socket.send(Buffer.from('{"i":"1","p":{"u":"/echo"}}'));
    expect(await code).toBe(1003);
    expect(written).not.toHaveBeenCalled();
    written.mockRestore();
  });
});
