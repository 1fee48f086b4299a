import {
  type Code,
  type CodeFields,
  codeFromName,
  type CodeList,
  problemOfCode,
} from '#shared/domain/codes/code.ts';
import { type Id, makeId } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import { allCodes, putCode, type StoredCode } from '../../store/repositories/code-repository.ts';

/** Every code of the zone, also those that ended: old contacts still name them. */
export async function readCodes({ store }: OpenFile): Promise<Code[]> {
  return (await allCodes(store.read)).map(withoutVersion);
}

/** Adds a code to a list. Throws INVALID_FIELD by the rules of `problemOfCode`. */
export async function addCode(
  file: OpenFile,
  { list, fields }: { readonly list: CodeList; readonly fields: CodeFields },
): Promise<Code> {
  check(list, fields, true);
  const { store } = file;
  const added = await store.write(async (handle) => {
    const taken = (await allCodes(handle.tables)).filter((code) => code.list === list);
    const code: StoredCode = {
      id: makeId(Date.parse(store.clock.now()), store.entropy.bytes(16)),
      list,
      code: codeFromName(fields.nameNl, new Set(taken.map(({ code }) => code))),
      ...fields,
      version: 1,
    };
    await putCode(handle, code);
    await handle.record({
      entity: 'code',
      entityId: code.id,
      baseVersion: 0,
      change: { kind: 'patch', fields: { list, code: code.code, ...fields } },
    });
    return code;
  });
  file.announce(['codes', 'outbox']);
  return withoutVersion(added);
}

/** Words, places, ends or takes up a code again. Throws NOT_FOUND or INVALID_FIELD. */
export async function changeCode(
  file: OpenFile,
  { id, fields }: { readonly id: Id; readonly fields: CodeFields },
): Promise<Code> {
  const changed = await file.store.write(async (handle) => {
    const before = (await allCodes(handle.tables)).find((code) => code.id === id);
    if (!before) throw new WorkbenchError('NOT_FOUND', { what: 'code' });
    check(before.list, fields, false);
    const known = new Map<string, unknown>(Object.entries(before));
    const patch = Object.fromEntries(
      Object.entries(fields).filter(([name, value]) => known.get(name) !== value),
    );
    if (Object.keys(patch).length === 0) return before;
    const after = { ...before, ...fields, version: before.version + 1 };
    await putCode(handle, after);
    await handle.record({
      entity: 'code',
      entityId: id,
      baseVersion: before.version,
      change: { kind: 'patch', fields: patch },
    });
    return after;
  });
  file.announce(['codes', 'outbox']);
  return withoutVersion(changed);
}

function check(list: CodeList, fields: CodeFields, isNew: boolean): void {
  const problem = problemOfCode(list, fields, isNew);
  if (!problem) return;
  const { field, reason } = problem;
  throw new WorkbenchError('INVALID_FIELD', {
    field: field === 'list' ? field : `fields.${field}`,
    reason,
  });
}

function withoutVersion({ version, ...code }: StoredCode): Code {
  void version;
  return code;
}
