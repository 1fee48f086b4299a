import type { FactCursor, FactFilter, FactPage } from '#shared/contract/facts.ts';

import type { OpenFile } from '../../context.ts';
import { countListedFacts, listedFacts } from '../../store/repositories/fact-list-repository.ts';
import { streetVersions } from '../../store/repositories/place-versions.ts';

/** Facts of one page. */
const PAGE_FACTS = 100;

/** Facts that count, the newest first, with how many there are in all and how they lie. */
export async function listFacts(
  { store }: OpenFile,
  { filter, after }: { readonly filter: FactFilter; readonly after: FactCursor | null },
): Promise<FactPage> {
  const { streetId, ...rest } = filter;
  const asked = {
    ...rest,
    streetIds: streetId === null ? null : await streetVersions(store.read, streetId),
  };
  const found = await listedFacts(store.read, asked, after, PAGE_FACTS + 1);
  const facts = found.slice(0, PAGE_FACTS);
  const last = facts.at(-1);
  const counts = await countListedFacts(store.read, asked);
  return {
    facts,
    next: found.length > PAGE_FACTS && last ? { firstDay: last.firstDay, rowId: last.rowId } : null,
    total: counts.reduce((sum, { amount }) => sum + amount, 0),
    byTie: Object.fromEntries(counts.map(({ tie, amount }) => [tie, amount])),
  };
}
