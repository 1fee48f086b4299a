import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A line that can stand still: it is open and takes everything, and nothing comes back. */
export interface FrozenLine {
  readonly address: string;
  freeze(): void;
  thaw(): void;
  close(): Promise<void>;
}

/** Leads to `address`, as a cable does: what stands at its end does not show in it. */
export async function openFrozenLine(address: string): Promise<FrozenLine> {
  const port = Number(new URL(address).port);
  const sockets = new Set<Socket>();
  let isFrozen = false;
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    return socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
  };
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    for (const [from, to] of [
      [keep(near), keep(far)],
      [far, near],
    ] as const) {
      from.on('data', (data) => {
        if (isFrozen) from.pause().unshift(data);
        else to.write(data);
      });
      from.on('close', () => to.destroy());
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    freeze: () => {
      isFrozen = true;
    },
    thaw: () => {
      isFrozen = false;
      for (const socket of sockets) socket.resume();
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
