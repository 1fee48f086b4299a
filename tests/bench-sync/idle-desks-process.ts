import type { PullRequest } from '#shared/protocol/pull.ts';

import type { HttpCentre } from '../../workbench/sync/http-transport.ts';
import { serveCommands } from './child.ts';
import { connect } from './desk.ts';
import type { DeskFile } from './desk-files.ts';

/**
 * Many desks that do nothing, as the centre sees them: each listens, and asks now and then whether there
 * is anything new. They have the real line to the centre, but no file: what is measured is the centre.
 */

type IdleDesk = Pick<DeskFile, 'address' | 'identity' | 'key'>;

const closing = new AbortController();

/** Pulls, and tells what the next pull goes on from. */
async function pulled(centre: HttpCentre, request: PullRequest): Promise<PullRequest> {
  let { epoch, cursors, resultsAfter } = request;
  let scopes: readonly string[] = [];
  for await (const message of centre.pull(request, closing.signal)) {
    if (message.type === 'begin') epoch = message.epoch;
    if (message.type === 'scopes') scopes = Object.keys(message.scopes);
    if (message.type !== 'complete') continue;
    cursors = Object.fromEntries(scopes.map((scope) => [scope, message.targetSeq]));
    resultsAfter = message.targetSeq;
  }
  return { ...request, epoch, cursors, resultsAfter };
}

async function connected(desk: IdleDesk, everyMs: number): Promise<void> {
  const centre = connect(desk);
  const { deviceId } = desk.identity;
  let request = await pulled(centre, { deviceId, epoch: null, cursors: {}, resultsAfter: 0 });
  const listening = Promise.withResolvers<null>();
  centre.listen(() => listening.resolve(null), closing.signal).catch(listening.reject);
  await listening.promise;
  const ask = async (): Promise<void> => {
    request = await pulled(centre, request);
    setTimeout(() => void ask(), everyMs).unref();
  };
  setTimeout(() => void ask(), Math.random() * everyMs).unref();
}

const commands = {
  /** Connects desks, some at a time, each of which pulls every so many milliseconds. */
  async connect({ desks, everyMs }: { desks: readonly IdleDesk[]; everyMs: number }) {
    for (let from = 0; from < desks.length; from += 20) {
      await Promise.all(desks.slice(from, from + 20).map((desk) => connected(desk, everyMs)));
    }
  },
};
export type IdleCommands = typeof commands;

serveCommands(commands, async () => closing.abort());
