import type { FactSource, FactSourceFields } from '#shared/contract/facts.ts';
import { type MethodBreak, methodBreakSchema } from '#shared/domain/facts/fact.ts';
import { factPlanSchema } from '#shared/domain/facts/fact-plan.ts';
import { type Day, daySchema } from '#shared/lib/dates.ts';
import { type Id, makeId } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import {
  type FactSourceRow,
  listFactSources,
  putFactSource,
} from '../../store/repositories/fact-source-repository.ts';

/** Every source of facts, by name. */
export async function readFactSources({ store }: OpenFile): Promise<FactSource[]> {
  return (await listFactSources(store.read)).map(sourceOf);
}

function sourceOf(row: FactSourceRow): FactSource {
  const { id, name, origin, credit } = row;
  const plan = factPlanSchema.nullable().catch(null).parse(row.mapping);
  return { id, name, origin, credit, plan, ...knownMethodOf(row) };
}

/** What was said of how a source counts; what a newer application wrote otherwise counts as nothing. */
export function knownMethodOf(row: Pick<FactSourceRow, 'breaks' | 'unchanged'>): {
  readonly breaks: MethodBreak[];
  readonly unchanged: Day[];
} {
  return {
    breaks: methodBreakSchema.array().catch([]).parse(row.breaks),
    unchanged: daySchema.array().catch([]).parse(row.unchanged),
  };
}

/**
 * Adds a source, or changes what it is called, whose it is, and when its method changed. Throws NOT_FOUND,
 * or ALREADY_EXISTS for a name that another has.
 */
export async function saveFactSource(
  file: OpenFile,
  { id, fields }: { readonly id: Id | null; readonly fields: FactSourceFields },
): Promise<FactSource> {
  const { store } = file;
  const breaks = fields.breaks.toSorted((one, other) => (one.on < other.on ? -1 : 1));
  const saved = await store.write(async (handle) => {
    const all = await listFactSources(handle.tables);
    const before = all.find((source) => source.id === id);
    if (id !== null && before === undefined) {
      throw new WorkbenchError('NOT_FOUND', { what: 'fact-source' });
    }
    if (all.some((source) => source.id !== id && source.name === fields.name)) {
      throw new WorkbenchError('ALREADY_EXISTS', { what: 'fact-source' });
    }
    const { name, origin, credit } = fields;
    const unchanged = fields.unchanged ?? (before ? knownMethodOf(before).unchanged : []);
    const wanted = { name, origin, credit, breaks, unchanged: unchanged.toSorted() };
    const after: FactSourceRow = {
      id: id ?? makeId(Date.parse(store.clock.now()), store.entropy.bytes(16)),
      mapping: before?.mapping ?? null,
      ...wanted,
      version: (before?.version ?? 0) + 1,
    };
    const known = new Map<string, unknown>(Object.entries(before ?? {}));
    const changed = Object.fromEntries(
      Object.entries(before ? wanted : { ...wanted, mapping: null }).filter(
        ([name, value]) => JSON.stringify(known.get(name)) !== JSON.stringify(value),
      ),
    );
    if (Object.keys(changed).length === 0) return after;
    await putFactSource(handle, after);
    await handle.record({
      entity: 'fact-source',
      entityId: after.id,
      baseVersion: before?.version ?? 0,
      change: { kind: 'patch', fields: changed },
    });
    return after;
  });
  file.announce(['facts', 'outbox']);
  return sourceOf(saved);
}
