import { Drawer } from '@mantine/core';
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';

import type { Id } from '#shared/lib/ids.ts';

import { useDeskState } from '../../client/desk-state.ts';
import { isContactDraft } from '../../client/drafts.ts';
import { unkeptTexts } from '../../client/unkept-texts.ts';
import type { AddressValue } from '../territory/index.ts';
import type { QuickLogStart } from './quick-log-begin.ts';
import classes from './quick-log-form.module.css';
import { QuickLogForm } from './quick-log-form.tsx';

export interface QuickLog {
  /** Opens the form: empty, at a known place, or with an unfinished contact. */
  open(start?: QuickLogStart): void;
  /** What an empty form begins with: the place that the open page is about. */
  setHere(place: AddressValue | undefined): void;
}

const QuickLogContext = createContext<QuickLog | undefined>(undefined);

/** Holds the one form for a new contact, over whatever page is open. */
export function QuickLogProvider(props: { readonly children: ReactNode }) {
  const { t } = useTranslation('contacts');
  const officerId = useDeskState().data?.officer?.id ?? '';
  const [start, setStart] = useState<QuickLogStart | undefined>(() => unkeptStart(officerId));
  const [round, setRound] = useState(0);
  const keep = useRef<() => Promise<void>>(() => Promise.resolve());
  const here = useRef<AddressValue>(undefined);
  const quickLog = useMemo<QuickLog>(
    () => ({
      open: (given) => {
        setRound((last) => last + 1);
        setStart(given ?? (here.current ? { place: here.current } : {}));
      },
      setHere: (place) => {
        here.current = place;
      },
    }),
    [],
  );
  const close = (): void => {
    void keep.current();
    setStart(undefined);
  };
  return (
    <QuickLogContext value={quickLog}>
      {props.children}
      <Drawer
        opened={start !== undefined}
        onClose={close}
        position="right"
        // The form, and beside it what happened there before.
        size={920}
        title={t('form.title')}
        padding="lg"
        classNames={{ body: classes.body ?? '' }}
        keepMounted={false}
        // At once: what is typed right after the shortcut must find the field.
        transitionProps={{ duration: 0 }}
      >
        {start && <QuickLogForm key={round} start={start} keepRef={keep} onDone={close} />}
      </Drawer>
    </QuickLogContext>
  );
}

/** What this officer was typing when the workbench went away: shown again after unlocking. */
function unkeptStart(officerId: Id): QuickLogStart | undefined {
  const unkept = unkeptTexts.of(officerId).find(isContactDraft);
  return unkept && { draft: unkept };
}

export function useQuickLog(): QuickLog {
  const quickLog = useContext(QuickLogContext);
  if (!quickLog) throw new Error('useQuickLog outside of QuickLogProvider');
  return quickLog;
}

/** As long as this page is open, a new contact begins at its place. */
export function useHere(place: AddressValue | undefined): void {
  const { setHere } = useQuickLog();
  useEffect(() => {
    setHere(place);
    return () => {
      setHere(undefined);
    };
  }, [setHere, place]);
}
