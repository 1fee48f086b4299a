import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

import type { ContactHistory, NewAmendment } from '#shared/domain/contacts/amendment.ts';
import { LONGEST_TEXT } from '#shared/domain/contacts/contact.ts';
import { takingBack } from '#shared/domain/contacts/corrections.ts';
import { makeId } from '#shared/lib/ids.ts';

import { useUndoNotice } from '../../client/undo-notice.tsx';
import { useWorkbench } from '../../client/workbench.tsx';

export function newAmendmentId(): string {
  return makeId(Date.now(), crypto.getRandomValues(new Uint8Array(16)));
}

export interface Amending {
  /** Stores the amendment and says so, with a way back. */
  amend(amendment: NewAmendment, done: string): Promise<void>;
  /** Takes an amendment back by a further one. */
  takeBack(history: ContactHistory, amendmentId: string): Promise<void>;
}

export function useAmending(): Amending {
  const { t } = useTranslation('corrections');
  const client = useWorkbench();
  const offerUndo = useUndoNotice();
  const takeBack = useCallback(
    async (history: ContactHistory, amendmentId: string): Promise<void> => {
      const taken = history.amendments.find(({ id }) => id === amendmentId);
      const changes = takingBack(history, amendmentId);
      if (!taken || Object.keys(changes).length === 0) return;
      const note = t('correct.undoneNote', { note: taken.note }).slice(0, LONGEST_TEXT);
      await client.contacts.amend({
        id: newAmendmentId(),
        contactId: history.current.id,
        note,
        changes,
      });
      notifications.show({ message: t('correct.undone') });
    },
    [client, t],
  );
  const amend = useCallback(
    async (amendment: NewAmendment, done: string): Promise<void> => {
      await client.contacts.amend(amendment);
      const undo = async (): Promise<void> => {
        const history = await client.contacts.history({ id: amendment.contactId });
        await takeBack(history, amendment.id);
      };
      offerUndo({ id: `amended-${amendment.id}`, message: done, undo });
    },
    [client, offerUndo, takeBack],
  );
  return { amend, takeBack };
}
