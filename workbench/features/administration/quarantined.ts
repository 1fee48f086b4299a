import type { QuarantinedWork } from '#shared/contract/administration.ts';
import type { Id } from '#shared/lib/ids.ts';
import { QUARANTINE_WIRE } from '#shared/protocol/quarantine.ts';

import type { OpenFile } from '../../context.ts';
import { idsIn, namesOf } from '../../store/repositories/name-repository.ts';
import type { CentreLink } from '../sync/index.ts';

/** Work that was set aside, with what the ids in it are called here. Throws what the line throws. */
export async function readQuarantined(
  file: OpenFile,
  centre: CentreLink,
  input: { readonly opId: Id },
): Promise<QuarantinedWork> {
  const work = await centre.ask(QUARANTINE_WIRE.quarantined, input);
  const { change, current } = work;
  const given = change.kind === 'patch' ? change.fields : change.arguments;
  const ids = [...idsIn(given), ...idsIn(current ?? {})];
  return { ...work, names: await namesOf(file.store.read, [...new Set(ids)]) };
}
