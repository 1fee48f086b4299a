import { connect, createServer, type Socket } from 'node:net';
import { Transform } from 'node:stream';

import { pick, type Random, randomInteger } from '#shared/lib/random.ts';

/** A line of our own between desks and centres. */
export interface BadProxy {
  readonly address: string;
  /** The share of connections that something happens to; 0 for a good line. */
  badness: number;
  /** How often each kind of trouble came to a connection. */
  readonly struck: Readonly<Record<string, number>>;
  /** Cuts every connection there is. */
  cutAll(): void;
  close(): Promise<void>;
}

const TROUBLES = ['cut', 'reset', 'half-close', 'slow', 'stall'] as const;

interface Trouble {
  readonly kind: (typeof TROUBLES)[number];
  /** Which way it happens to what is sent. */
  readonly way: 'up' | 'down';
  /** Bytes that still get through. */
  readonly after: number;
  /** Milliseconds: of each piece when slow, until the end when stalled. */
  readonly delay: number;
}

/** Passes each connection on to one of the ports on this machine, well or badly. */
export async function badProxy(ports: readonly number[], random: Random): Promise<BadProxy> {
  const open = new Set<Socket>();
  const struck: Record<string, number> = {};
  const onStruck = (kind: Trouble['kind']): void => {
    struck[kind] = (struck[kind] ?? 0) + 1;
  };
  const server = createServer({ allowHalfOpen: true }, (desk) => {
    const port = pick(random, ports);
    const centre = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    const trouble = random() < proxy.badness ? makeTrouble(random) : undefined;
    for (const socket of [desk, centre]) {
      open.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        open.delete(socket);
        desk.destroy();
        centre.destroy();
      });
    }
    join(desk, centre, trouble?.way === 'up' ? trouble : undefined, onStruck);
    join(centre, desk, trouble?.way === 'down' ? trouble : undefined, onStruck);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const at = server.address();
  if (at === null || typeof at === 'string') throw new Error('no port');
  const proxy: BadProxy = {
    address: `http://127.0.0.1:${at.port}`,
    badness: 0,
    struck,
    cutAll() {
      for (const socket of open) socket.destroy();
    },
    async close() {
      proxy.cutAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return proxy;
}

function makeTrouble(random: Random): Trouble {
  return {
    kind: pick(random, TROUBLES),
    way: pick(random, ['up', 'down']),
    after: Math.floor(20_000 * random() ** 3),
    delay: randomInteger(random, 1, 40),
  };
}

/** Pipes one way of a connection, with whatever happens to it. */
function join(
  from: Socket,
  to: Socket,
  trouble: Trouble | undefined,
  onStruck: (kind: Trouble['kind']) => void,
): void {
  if (trouble === undefined) {
    from.pipe(to);
    return;
  }
  let passed = 0;
  const strike = (): void => {
    onStruck(trouble.kind);
    switch (trouble.kind) {
      case 'cut':
        from.destroy();
        break;
      case 'reset':
        from.resetAndDestroy();
        to.resetAndDestroy();
        break;
      case 'half-close':
        // The one end hears that nothing more comes; what it says itself still arrives.
        to.end();
        break;
      case 'stall':
        from.pause();
        setTimeout(() => from.destroy(), trouble.delay * 30);
        break;
      case 'slow':
        break;
    }
  };
  const badly = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (trouble.kind === 'slow') {
        if (passed === 0) onStruck('slow');
        passed += chunk.length;
        setTimeout(() => done(null, chunk), trouble.delay);
        return;
      }
      const room = trouble.after - passed;
      passed += chunk.length;
      if (passed <= trouble.after) {
        done(null, chunk);
        return;
      }
      if (room > 0) this.push(chunk.subarray(0, room));
      // Nothing more gets through: what comes is taken in and lost.
      if (room >= 0) setImmediate(strike);
      done();
    },
  });
  badly.on('error', () => undefined);
  to.on('error', () => badly.destroy());
  from.pipe(badly).pipe(to);
}
