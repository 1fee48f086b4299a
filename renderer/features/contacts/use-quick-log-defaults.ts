import { useQuestion } from '../../client/queries.ts';
import type { QuickLogDefaults } from './quick-log-model.ts';

const NOTHING: QuickLogDefaults = { channel: null };

/** What a new contact begins with, until somebody says otherwise. */
export function useQuickLogDefaults(): QuickLogDefaults {
  const answer = useQuestion({
    topics: ['contacts'],
    key: ['contacts.defaults'],
    ask: (client, signal) => client.contacts.defaults(undefined, { signal }),
  });
  return answer.data ?? NOTHING;
}
