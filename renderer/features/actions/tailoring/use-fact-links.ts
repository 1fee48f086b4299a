import { useTranslation } from 'react-i18next';

import type { Id } from '#shared/lib/ids.ts';

import { useUndoNotice } from '../../../client/undo-notice.tsx';
import { useWorkbench } from '../../../client/workbench.tsx';

/** Linking a fact to a dossier and unlinking it, each with a way back. */
export function useFactLinks(id: Id) {
  const { t } = useTranslation('tailoring');
  const client = useWorkbench();
  const offerUndo = useUndoNotice();
  const put = (factId: Id) => client.actions.linkFacts({ id, add: [factId], remove: [] });
  const take = (factId: Id) => client.actions.linkFacts({ id, add: [], remove: [factId] });
  return {
    async link(factId: Id, name: string): Promise<void> {
      await put(factId);
      offerUndo({
        id: factId,
        message: t('facts.wasLinked', { name }),
        undo: () => take(factId),
      });
    },
    async unlink(factId: Id, name: string): Promise<void> {
      await take(factId);
      offerUndo({ id: factId, message: t('facts.unlinked', { name }), undo: () => put(factId) });
    },
  };
}
