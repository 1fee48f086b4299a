import { z } from 'zod';

import type { ProviderEvent } from '#shared/contract/sync.ts';

import { WorkbenchError } from '../../errors.ts';
import { type Identify, ProviderSignInFailed, systemBrowser } from '../../sync/provider-sign-in.ts';

export interface ProviderSignInOptions {
  readonly pages: { readonly done: string; readonly failed: string };
  /** Opens the provider's page; without it whoever asked has to. */
  readonly openSignInPage: ((address: string) => void) | undefined;
  /** Milliseconds since 1970 on the desk's clock. */
  readonly now: () => number;
  /** Call it off. */
  readonly signals: readonly (AbortSignal | undefined)[];
}

/**
 * Signs in with the zone's provider of identities, and tells how it goes: first that the provider waits,
 * then how it ended. What the provider or the centre refuses is an event; anything else is thrown.
 */
export async function* signInByProvider(
  work: (identify: Identify) => Promise<void>,
  options: ProviderSignInOptions,
): AsyncGenerator<ProviderEvent, void, void> {
  const { pages, openSignInPage, now, signals } = options;
  const opened = Promise.withResolvers<ProviderEvent>();
  const stop = new AbortController();
  const end = (): void => stop.abort();
  for (const signal of signals) signal?.addEventListener('abort', end, { once: true });
  if (signals.some((signal) => signal?.aborted)) end();
  const identify = systemBrowser({
    openAddress: async (address) => {
      openSignInPage?.(address);
      opened.resolve({ type: 'waiting', address: openSignInPage ? null : address });
    },
    pages,
    signal: stop.signal,
    now,
  });
  const ended = work(identify).then((): ProviderEvent => ({ type: 'done' }), failureOf);
  try {
    const first = await Promise.race([opened.promise, ended]);
    yield first;
    if (first.type === 'waiting') yield await ended;
  } finally {
    end();
    for (const signal of signals) signal?.removeEventListener('abort', end);
    await ended.catch(() => undefined);
  }
}

function failureOf(cause: unknown): ProviderEvent {
  if (cause instanceof ProviderSignInFailed) return { type: 'failed', code: cause.code };
  if (!(cause instanceof WorkbenchError)) throw cause;
  const refusal = z.object({ code: z.string() }).safeParse(cause.data);
  return { type: 'failed', code: refusal.success ? refusal.data.code : cause.code };
}
