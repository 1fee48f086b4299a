import { pick, type Random } from '#shared/lib/random.ts';
import { type PullMessage, pullMessageSchema, pullRequestSchema } from '#shared/protocol/pull.ts';
import { type PushRequest, pushRequestSchema, pushResponseSchema } from '#shared/protocol/push.ts';

import type { Principal } from '../../central/access/access.ts';
import { CentralError } from '../../central/errors.ts';
import type { Centre } from '../../central/ports.ts';
import { pull } from '../../central/pull/pull.ts';
import { push } from '../../central/push/push.ts';
import {
  CentreError,
  type CentreTransport,
  CentreUnreachable,
} from '../../workbench/sync/centre.ts';
import type { Turns } from './turns.ts';

export interface LineOptions {
  readonly centre: Centre;
  readonly principal: Principal;
  readonly random: Random;
  readonly turns: Turns;
  /** Rows after which a pull is cut into another. */
  readonly rowsPerPull: number;
  /** How likely each fault is, 0 for a good line. */
  readonly badness: () => number;
  readonly push?: typeof push;
  readonly pull?: typeof pull;
}

/**
 * The line between a desk and the centre, as lines are: requests get lost, or their answers do, or they
 * arrive twice, or once more much later; a stream is cut in the middle, with or without an error.
 * Everything goes through the schemas of the wire as text.
 */
export function badLine(options: LineOptions): CentreTransport {
  const { centre, principal, random, turns, badness } = options;
  const strikes = (): boolean => random() < badness();
  const late: PushRequest[] = [];

  const deliver = async (request: PushRequest) => {
    await turns.pause();
    const received = pushRequestSchema.parse(throughText(request));
    const answer = await telling(() => (options.push ?? push)(centre, principal, received));
    await turns.pause();
    return pushResponseSchema.parse(throughText(answer));
  };

  return {
    async push(request) {
      if (strikes()) throw new CentreUnreachable();
      if (late.length > 0 && strikes()) {
        // A request that was given up arrives after all; nobody hears the answer.
        await deliver(pick(random, late)).catch(() => undefined);
      }
      if (strikes()) late.push(request);
      if (strikes()) await deliver(request).catch(() => undefined);
      const answer = await deliver(request);
      if (strikes()) throw new CentreUnreachable();
      return answer;
    },
    async *pull(request) {
      if (strikes()) throw new CentreUnreachable();
      await turns.pause();
      const received = pullRequestSchema.parse(throughText(request));
      const messages: PullMessage[] = [];
      const { rowsPerPull } = options;
      await telling(() =>
        (options.pull ?? pull)(
          centre,
          principal,
          received,
          async (message) => {
            messages.push(pullMessageSchema.parse(throughText(message)));
            if (strikes()) await turns.pause();
          },
          { rowsPerPull },
        ),
      );
      const cut = strikes() ? Math.floor(random() * messages.length) : messages.length;
      for (const message of messages.slice(0, cut)) {
        yield message;
        if (message.type === 'row' && strikes()) yield message;
        if (strikes()) await turns.pause();
      }
      if (cut < messages.length && random() < 0.5) throw new CentreUnreachable();
    },
  };
}

/** What the centre refuses is told as a desk hears it. */
export async function telling<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (cause) {
    throw cause instanceof CentralError ? new CentreError(cause.code, cause.data) : cause;
  }
}

/** A value as it is on the other side of a line. */
export function throughText(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value)) as unknown;
}
