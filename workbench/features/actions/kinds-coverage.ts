import type { Days } from '#shared/domain/actions/comparison-streets.ts';
import type { Coverage } from '#shared/domain/facts/coverage.ts';

import type { ReadHandle } from '../../store/handles.ts';
import { sourcesOfKinds } from '../../store/repositories/gap-repository.ts';
import { sourceCoverage } from '../facts/index.ts';

/** Which days each source covers that brought facts of these kinds in these days, or ever (null). */
export async function coveragesOfKinds(
  read: ReadHandle,
  kinds: readonly string[],
  days: Days | null,
): Promise<readonly Coverage[]> {
  const rows = await sourcesOfKinds(read, kinds, days).execute();
  const ids = new Set(rows.map(({ source_id }) => source_id));
  const covered = await sourceCoverage(read);
  return covered.filter(({ id }) => ids.has(id)).map(({ coverage }) => coverage);
}
