import { CHANGE_TOPICS } from '#shared/contract/desk.ts';

import type { OpenFile } from '../../context.ts';
import type { Store } from '../../store/store.ts';

/** Everything that is kept in the file may change an answer, but not what somebody is typing. */
const LOOKED_AT = CHANGE_TOPICS.filter(
  (topic) => topic !== 'desk' && topic !== 'preferences' && topic !== 'drafts',
);

interface Kept<Value> {
  readonly revision: number;
  readonly byKey: Map<string, Promise<Value>>;
}

/** The answer that was worked out under this key, or what `read` says now. */
export type KeptAnswers<Value> = (
  file: Pick<OpenFile, 'store' | 'revision'>,
  key: string,
  read: () => Promise<Value>,
) => Promise<Value>;

/**
 * Keeps answers that cost much, as long as nothing in their file changes, and no longer than the file is
 * open. Those who ask at the same time share one reading; one that fails is not kept.
 *
 * @param most answers kept per file: the one used longest ago makes room for a new one
 */
export function keepAnswers<Value>(most: number): KeptAnswers<Value> {
  const kept = new WeakMap<Store, Kept<Value>>();

  function keptFor({ store, revision }: Pick<OpenFile, 'store' | 'revision'>): Kept<Value> {
    const now = revision(LOOKED_AT);
    const known = kept.get(store);
    if (known?.revision === now) return known;
    const fresh = { revision: now, byKey: new Map<string, Promise<Value>>() };
    kept.set(store, fresh);
    return fresh;
  }

  return (file, key, read) => {
    const { byKey } = keptFor(file);
    const known = byKey.get(key);
    const answer = known ?? read();
    // Put last: the first of a map is the one that was used longest ago.
    byKey.delete(key);
    byKey.set(key, answer);
    if (!known) answer.catch(() => byKey.delete(key));
    const [oldest] = byKey.keys();
    if (byKey.size > most && oldest !== undefined) byKey.delete(oldest);
    return answer;
  };
}
