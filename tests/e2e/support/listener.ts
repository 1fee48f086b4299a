import { createSocket } from 'node:dgram';
import { createServer } from 'node:http';

/** Stands for "the network": hears every connection and every datagram to one port of 127.0.0.1. */
export interface Listener {
  readonly http: string;
  readonly port: number;
  heard(): readonly ('tcp' | 'udp')[];
  forget(): void;
  close(): Promise<void>;
}

export async function startListener(): Promise<Listener> {
  let heard: ('tcp' | 'udp')[] = [];
  const server = createServer((_request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*').end('heard');
  });
  server.on('connection', () => heard.push('tcp'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('no port');
  const { port } = address;
  const datagrams = createSocket('udp4');
  datagrams.on('message', () => heard.push('udp'));
  await new Promise<void>((resolve) => datagrams.bind(port, '127.0.0.1', resolve));
  return {
    http: `http://127.0.0.1:${port}/`,
    port,
    heard: () => heard,
    forget: () => {
      heard = [];
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await new Promise<void>((resolve) => datagrams.close(resolve));
    },
  };
}
