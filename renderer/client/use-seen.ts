import { useCallback, useEffect, useRef, useState } from 'react';
import type { z } from 'zod';

import { failureOf } from './errors.ts';
import type { SeenInDraft, SentDraft } from './use-dialog-draft.ts';

/** The draft of a form that changes a row, and what of the row the form may change. */
export interface SeenBy<Seen> {
  readonly draft: SeenInDraft & Pick<SentDraft, 'kept'>;
  readonly schema: z.ZodType<Seen>;
}

/**
 * What stood in a row when somebody began to change it, so that nothing goes over what a colleague wrote since. Once they
 * were told that something else stands there, the next try is over that. The form's draft keeps it: it is still known
 * when the page was left, the desk locked or the application ended meanwhile.
 *
 * @param isChanged whether something is changed that was not sent yet; always, in a dialog.
 * @returns what runs a change with it.
 */
export function useSeen<Seen extends object>(
  row: Seen,
  { draft, schema }: SeenBy<Seen>,
  isChanged = true,
): (change: (seen: Seen) => Promise<void>) => Promise<void> {
  const [begun, setBegun] = useState<{ readonly row: Seen }>();
  if (isChanged !== (begun !== undefined)) setBegun(isChanged ? { row } : undefined);
  const seen = readSeen(schema, draft.seen) ?? begun?.row ?? row;
  const latest = useRef(row);
  useEffect(() => {
    latest.current = row;
  });
  const { keepSeen } = draft;
  const keep = useCallback(
    (one: Seen): void => {
      const said = schema.safeParse(one);
      if (said.success) keepSeen(JSON.stringify(said.data));
    },
    [keepSeen, schema],
  );
  const isUnsaid = isChanged && draft.kept !== undefined && draft.seen === undefined;
  useEffect(() => {
    if (isUnsaid) keep(seen);
  }, [isUnsaid, keep, seen]);
  return useCallback(
    async (change) => {
      try {
        await change(seen);
      } catch (error) {
        if (failureOf(error).code === 'CHANGED_MEANWHILE') {
          setBegun({ row: latest.current });
          keep(latest.current);
        }
        throw error;
      }
    },
    [keep, seen],
  );
}

/** Undefined for what an older or newer application kept otherwise. */
function readSeen<Seen>(schema: z.ZodType<Seen>, kept: string | undefined): Seen | undefined {
  if (kept === undefined) return undefined;
  try {
    return schema.safeParse(JSON.parse(kept)).data;
  } catch {
    return undefined;
  }
}
