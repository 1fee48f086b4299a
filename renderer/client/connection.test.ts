import { RPCLink } from '@orpc/client/message-port';
import { implement } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { contract } from '#shared/contract/contract.ts';

import { keepConnected } from './connection.ts';
import { NotAnswering, type Transport, WindowRefused } from './transport.ts';

/** A real message channel with a workbench of one operation behind it. */
function channel(count: number): Transport & { end(): void } {
  const { port1, port2 } = new MessageChannel();
  const handler = new RPCHandler({
    outbox: {
      summary: implement(contract).outbox.summary.handler(() => ({
        onlyHere: count,
        notTaken: 0,
        oldestAt: null,
      })),
    },
  });
  handler.upgrade(port1);
  port1.start();
  port2.start();
  const gone = Promise.withResolvers<undefined>();
  opened.push(port1);
  return {
    link: new RPCLink({ port: port2 }),
    closed: gone.promise.then(() => undefined),
    end: () => {
      port1.close();
      gone.resolve(undefined);
    },
  };
}

const opened: MessagePort[] = [];
afterEach(() => {
  for (const port of opened.splice(0)) port.close();
});

describe('keepConnected', () => {
  it('answers calls over a new connection when the old one broke', async () => {
    const first = channel(1);
    const transports = [first, channel(2)];
    const connection = keepConnected(() => {
      const next = transports.shift();
      return next ? Promise.resolve(next) : Promise.reject(new NotAnswering());
    });
    expect((await connection.client.outbox.summary()).onlyHere).toBe(1);
    first.end();
    await vi.waitFor(() => {
      expect(connection.status()).toBe('lost');
    });
    expect((await connection.client.outbox.summary()).onlyHere).toBe(2);
    expect(connection.status()).toBe('open');
  });

  it('gives a call up when nobody answers, instead of letting it hang', async () => {
    const connection = keepConnected(() => Promise.reject(new NotAnswering()));
    await expect(connection.client.outbox.summary()).rejects.toBeInstanceOf(NotAnswering);
    expect(connection.status()).toBe('lost');
  });

  it('stops trying when the host refuses this window', async () => {
    const open = vi.fn(() => Promise.reject(new WindowRefused()));
    const connection = keepConnected(open);
    await vi.waitFor(() => {
      expect(connection.status()).toBe('refused');
    });
    connection.retryNow();
    expect(open).toHaveBeenCalledTimes(1);
  });
});
