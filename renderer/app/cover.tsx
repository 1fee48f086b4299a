import { Center, Loader } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { SIGNS_OF_LIFE, untilCover } from '../client/cover.ts';
import { acceptDeskState } from '../client/desk-state.ts';
import { useErrorText } from '../client/error-text.ts';
import { failureOf } from '../client/errors.ts';
import { useIsSomethingUnkept } from '../client/unkept-texts.ts';
import { useConnectionStatus, useWorkbench } from '../client/workbench.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';

const MINUTE_MS = 60_000;

/** Hides the officer's page at once, where the desk itself cannot be locked. */
export const CoverContext = createContext<() => void>(() => undefined);

export function useCoverNow(): () => void {
  return useContext(CoverContext);
}

/**
 * Whether the page has to hide what it shows of an officer: the workbench, which would have locked
 * the desk, has been away until the moment of that lock. It stays so until nobody is at work.
 */
export function useCover(isAtWork: boolean, idleMinutes: number): [boolean, () => void] {
  const [isCovered, setCovered] = useState(false);
  const status = useConnectionStatus();
  const isAway = status === 'lost' || status === 'refused';
  const lastSignAt = useRef(0);

  useEffect(() => {
    const note = (): void => {
      lastSignAt.current = Date.now();
    };
    note();
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, note, { passive: true });
    return () => {
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, note);
    };
  }, [isAtWork]);
  useEffect(() => {
    if (!isAtWork) setCovered(false);
    if (!isAtWork || !isAway) return undefined;
    let timer: number | undefined;
    const look = (): void => {
      const left = untilCover({
        now: Date.now(),
        lastSignAt: lastSignAt.current,
        idleMs: idleMinutes * MINUTE_MS,
      });
      if (left === 0) setCovered(true);
      // Looks often: a timer does not run while the device sleeps.
      else timer = window.setTimeout(look, Math.min(left, 1_000));
    };
    look();
    return () => {
      window.clearTimeout(timer);
    };
  }, [isAtWork, isAway, idleMinutes]);
  return [
    isCovered,
    () => {
      setCovered(true);
    },
  ];
}

/** Nothing of the officer, and why. Locks the desk as soon as the workbench is back. */
export function Cover() {
  const { t } = useTranslation('frame');
  const client = useWorkbench();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const status = useConnectionStatus();
  const isUnkept = useIsSomethingUnkept();
  const [failure, setFailure] = useState<unknown>();
  const [round, setRound] = useState(0);

  useEffect(() => {
    if (status !== 'open') return;
    const lock = async (): Promise<void> => {
      setFailure(undefined);
      try {
        acceptDeskState(queries, await client.desk.lock());
      } catch (error) {
        if (failureOf(error).code !== 'NOT_ANSWERING') setFailure(error);
      }
    };
    void lock();
  }, [client, queries, status, round]);

  return (
    <Center mih="100vh" component="main">
      {failure === undefined ? (
        <EmptyState
          icon={<IconEyeOff size={22} />}
          title={t('coverTitle')}
          text={t(isUnkept ? 'coverUnkept' : 'cover')}
          action={status === 'open' && <Loader size="sm" />}
        />
      ) : (
        <FailureNotice
          title={t('lockFailed')}
          text={errorText(failure)}
          onRetry={() => {
            setRound((last) => last + 1);
          }}
        />
      )}
    </Center>
  );
}
