import { useCallback, useEffect, useRef, useState } from 'react';

import type { WorkbenchClient } from '#shared/contract/contract.ts';
import { type Id, makeId } from '#shared/lib/ids.ts';

import { useErrorText } from '../../client/error-text.ts';
import { useWorkbench } from '../../client/workbench.tsx';

/**
 * Prints the page, once the workbench keeps that it is printed; so it does as well when somebody prints by
 * the browser's own menu or keys. Nothing is printed by the button when that cannot be kept.
 *
 * @param record keeps what stands on the page, once for each id; undefined while there is nothing yet
 */
export function usePrinting(
  record: ((client: WorkbenchClient, id: Id) => Promise<unknown>) | undefined,
): {
  readonly print: () => void;
  readonly problem: string | undefined;
} {
  const client = useWorkbench();
  const errorText = useErrorText();
  const [problem, setProblem] = useState<string>();
  const isKept = useRef(false);

  const keep = useCallback(async (): Promise<boolean> => {
    if (!record) return false;
    setProblem(undefined);
    try {
      const id = makeId(Date.now(), crypto.getRandomValues(new Uint8Array(16)));
      await record(client, id);
      return true;
    } catch (error) {
      setProblem(errorText(error));
      return false;
    }
  }, [client, errorText, record]);

  useEffect(() => {
    const onPrint = (): void => {
      if (!isKept.current) void keep();
    };
    window.addEventListener('beforeprint', onPrint);
    return () => {
      window.removeEventListener('beforeprint', onPrint);
    };
  }, [keep]);

  const print = useCallback(() => {
    void keep().then((kept) => {
      if (!kept) return;
      isKept.current = true;
      window.print();
      isKept.current = false;
    });
  }, [keep]);
  return { print, problem };
}
