import type { Server } from 'node:http';
import { setTimeout } from 'node:timers/promises';

import type { FastifyInstance } from 'fastify';

import type { Centre } from '../ports.ts';
import type { SilentDesks } from '../store/directory.ts';
import type { Metrics } from './metrics.ts';
import { openApi } from './open-api.ts';
import { tellError } from './tell-errors.ts';

/** How long the metrics wait for what only the database knows, in milliseconds. */
const DATABASE_PATIENCE_MS = 2_000;

/** What the centre tells whoever runs it: health, readiness, metrics and its own description. */
export function addRunning(
  server: FastifyInstance<Server>,
  centre: Centre,
  given: {
    readonly metrics: Metrics;
    readonly appVersion: string;
    /** It takes no more requests. */
    readonly isStopping: () => boolean;
  },
): void {
  const { directory } = centre.store;
  server.get('/health', async () => ({ alive: true }));
  server.get('/ready', async (_request, reply) => {
    const ready =
      !given.isStopping() &&
      (await centre.store.check().then(
        () => true,
        () => false,
      ));
    return reply.code(ready ? 200 : 503).send({ ready });
  });
  server.get('/metrics', async (_request, reply) => {
    const asked = directory.silentDesks(centre.clock.now()).catch((cause: unknown) => {
      tellError(centre, cause);
      return null;
    });
    // Without the database the rest is told all the same: that is when it is looked at.
    const patience: Promise<readonly SilentDesks[] | null> = setTimeout(
      DATABASE_PATIENCE_MS,
      null,
      { ref: false },
    );
    const silent = await Promise.race([asked, patience]);
    return reply.type('text/plain; version=0.0.4; charset=utf-8').send(given.metrics.text(silent));
  });
  const description = openApi(given.appVersion);
  server.get('/v1/openapi.json', async () => description);
}
