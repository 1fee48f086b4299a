import { isCodeOn } from '#shared/domain/codes/code.ts';
import { changedMeanwhile, ownChanges } from '#shared/domain/operations/meanwhile.ts';
import type { Party, PartyFields } from '#shared/domain/parties/party.ts';
import { dayOf } from '#shared/lib/dates.ts';
import { type Id, makeId } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import type { WriteHandle } from '../../store/handles.ts';
import { allCodes } from '../../store/repositories/code-repository.ts';
import {
  appendPartyChange,
  findParty,
  putParty,
  type StoredParty,
} from '../../store/repositories/party-repository.ts';

interface WrittenParty {
  readonly id: Id;
  readonly fields: PartyFields;
}

/**
 * Adds a person or an organisation. Sent twice it is stored once; other content under a known id is
 * ALREADY_EXISTS. Throws INVALID_FIELD (unknown-code).
 */
export async function addParty(file: OpenFile, { id, fields }: WrittenParty): Promise<Party> {
  const isNew = await file.store.write(async (handle) => {
    const known = await findParty(handle.tables, id);
    if (known) {
      if (!same(known, fields)) throw new WorkbenchError('ALREADY_EXISTS', { what: 'party' });
      return false;
    }
    await write(file, handle, { id, ...fields, version: 1 }, undefined);
    return true;
  });
  if (isNew) file.announce(['parties', 'outbox']);
  return { id, ...fields };
}

/**
 * Brings a party to these fields, or those of them that differ from `seen`; what it said before is kept. Throws
 * NOT_FOUND, INVALID_FIELD or CHANGED_MEANWHILE.
 */
export async function changeParty(
  file: OpenFile,
  { id, fields: given, seen }: WrittenParty & { readonly seen?: PartyFields | undefined },
): Promise<Party> {
  const { fields, isChanged } = await file.store.write(async (handle) => {
    const known = await findParty(handle.tables, id);
    if (!known) throw new WorkbenchError('NOT_FOUND', { what: 'party' });
    const now = fieldsOf(known);
    const own = seen === undefined ? given : ownChanges(seen, given);
    const field = seen && changedMeanwhile(seen, now, own);
    if (field !== undefined) {
      throw new WorkbenchError('CHANGED_MEANWHILE', { field: `fields.${field}` });
    }
    const becomes = { ...now, ...own };
    if (same(known, becomes)) return { fields: becomes, isChanged: false };
    await write(file, handle, { id, ...becomes, version: known.version + 1 }, known);
    return { fields: becomes, isChanged: true };
  });
  // Contacts show the names of their parties.
  if (isChanged) file.announce(['parties', 'contacts', 'outbox']);
  return { id, ...fields };
}

async function write(
  { store }: OpenFile,
  handle: WriteHandle,
  party: StoredParty,
  before: StoredParty | undefined,
): Promise<void> {
  const fields = fieldsOf(party);
  const now = store.clock.now();
  await checkCodes(handle, fields, dayOf(now), before);
  await putParty(handle, party);
  await appendPartyChange(handle, {
    id: makeId(Date.parse(now), store.entropy.bytes(16)),
    partyId: party.id,
    authorId: store.identity.officerId,
    madeAt: now,
    fields,
  });
  const old = new Map<string, unknown>(before ? Object.entries(before) : []);
  await handle.record({
    entity: 'party',
    entityId: party.id,
    baseVersion: before?.version ?? 0,
    change: {
      kind: 'patch',
      fields: Object.fromEntries(
        Object.entries(fields).filter(([name, value]) => !before || old.get(name) !== value),
      ),
    },
  });
}

/** Codes must be choosable today, or have been in the party already. */
async function checkCodes(
  { tables }: WriteHandle,
  fields: PartyFields,
  today: string,
  before: StoredParty | undefined,
): Promise<void> {
  const codes = await allCodes(tables);
  for (const [field, list] of [
    ['language', 'language'],
    ['role', 'party-role'],
  ] as const) {
    const code = fields[field];
    if (code === null || code === before?.[field] || isCodeOn(codes, list, code, today)) continue;
    throw new WorkbenchError('INVALID_FIELD', { field: `fields.${field}`, reason: 'unknown-code' });
  }
}

function fieldsOf({ kind, name, reach, language, role }: PartyFields): PartyFields {
  return { kind, name, reach, language, role };
}

function same(party: PartyFields, fields: PartyFields): boolean {
  return JSON.stringify(fieldsOf(party)) === JSON.stringify(fieldsOf(fields));
}
