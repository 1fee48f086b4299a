import type { z } from 'zod';

import type { OpenFile } from '../../context.ts';
import type { JsonEndpoint } from '../../sync/http-transport.ts';
import type { CentreLink } from '../sync/index.ts';

type Handler<Endpoint extends JsonEndpoint> = (call: {
  readonly input: z.input<NonNullable<Endpoint['request']>>;
}) => Promise<z.output<Endpoint['response']>>;

/** Passes an operation on to the centre, in the name of the officer whose file is open. */
export interface AtCentre {
  ask<Endpoint extends JsonEndpoint>(endpoint: Endpoint): Handler<Endpoint>;
  /** The same for what changes something there; every window looks again, also when it failed half-way. */
  change<Endpoint extends JsonEndpoint>(endpoint: Endpoint): Handler<Endpoint>;
}

export function atCentre(session: { file(): OpenFile; centre(): CentreLink }): AtCentre {
  return {
    ask:
      (endpoint) =>
      ({ input }) =>
        session.centre().ask(endpoint, input),
    change:
      (endpoint) =>
      async ({ input }) => {
        const file = session.file();
        try {
          return await session.centre().ask(endpoint, input);
        } finally {
          file.announce(['administration']);
        }
      },
  };
}
