import { useTranslation } from 'react-i18next';

import type { ContactView } from '#shared/domain/contacts/contact-view.ts';
import type { SavedView } from '#shared/domain/views/saved-view.ts';

import { useQuestion } from '../../client/queries.ts';
import { useReporter } from '../../client/reporter.ts';
import { useUndoNotice } from '../../client/undo-notice.tsx';
import { useWorkbench } from '../../client/workbench.tsx';

export function useSavedViews() {
  return useQuestion<SavedView[]>({
    topics: ['views', 'people'],
    key: ['views.list'],
    ask: (client, signal) => client.views.list(undefined, { signal }),
  });
}

/** What can be done with a saved view at once, each with a way back. */
export function useViewActions() {
  const { t } = useTranslation('views');
  const client = useWorkbench();
  const report = useReporter();
  const offerUndo = useUndoNotice();
  const tell = (id: string, message: string, undo: () => Promise<unknown>): void => {
    offerUndo({ id: `view-${id}`, message, undo });
  };
  return {
    remove(saved: SavedView) {
      const { id, name } = saved;
      const work = async (): Promise<void> => {
        await client.views.remove({ id });
        tell(id, t('saved.removed', { name }), () => client.views.restore({ id }));
      };
      report(work());
    },
    overwrite(saved: SavedView, view: ContactView) {
      const { id, name } = saved;
      const work = async (): Promise<void> => {
        await client.views.change({ id, fields: { view } });
        tell(id, t('saved.overwritten', { name }), () =>
          client.views.change({ id, fields: { view: saved.view } }),
        );
      };
      report(work());
    },
  };
}
