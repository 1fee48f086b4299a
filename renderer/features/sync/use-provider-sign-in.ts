import { ORPCError } from '@orpc/client';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ProviderEvent } from '#shared/contract/sync.ts';

import { useErrorText } from '../../client/error-text.ts';
import { nl } from './texts/nl.ts';

export type ProviderStep =
  | { readonly step: 'idle' | 'starting' | 'done' }
  /** Null where the host has opened it already. */
  | { readonly step: 'waiting'; readonly address: string | null }
  | { readonly step: 'failed'; readonly problem: string };

/** What the provider's browser shows at the end, in the officer's language. */
export interface AnswerPages {
  readonly done: string;
  readonly failed: string;
}

export interface ProviderSignIn {
  readonly state: ProviderStep;
  /** Runs until the officer is signed in, or it failed or was called off. */
  start(
    ask: (pages: AnswerPages, signal: AbortSignal) => Promise<AsyncIterable<ProviderEvent>>,
  ): Promise<void>;
  cancel(): void;
}

/** A sign-in with the zone's provider of identities, as the page shows it. */
export function useProviderSignIn(): ProviderSignIn {
  const { t } = useTranslation('sync');
  const errorText = useErrorText();
  const [state, setState] = useState<ProviderStep>({ step: 'idle' });
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);

  const problemOf = (code: string): string =>
    isOwnCode(code)
      ? t(`provider.code.${code}`)
      : errorText(new ORPCError('CENTRE_REFUSED', { data: { code } }));
  return {
    state,
    cancel() {
      stop.current?.abort();
      setState({ step: 'idle' });
    },
    async start(ask) {
      stop.current?.abort();
      const controller = new AbortController();
      stop.current = controller;
      setState({ step: 'starting' });
      try {
        const pages = { done: t('provider.pageDone'), failed: t('provider.pageFailed') };
        for await (const event of await ask(pages, controller.signal)) {
          if (controller.signal.aborted) return;
          if (event.type === 'waiting') setState({ step: 'waiting', address: event.address });
          else if (event.type === 'done') setState({ step: 'done' });
          else setState({ step: 'failed', problem: problemOf(event.code) });
        }
      } catch (error) {
        if (!controller.signal.aborted) setState({ step: 'failed', problem: errorText(error) });
      }
    },
  };
}

function isOwnCode(code: string): code is keyof typeof nl.provider.code {
  return Object.hasOwn(nl.provider.code, code);
}
