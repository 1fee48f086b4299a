import type { Json } from '#shared/domain/operations/operation.ts';
import {
  isSameName,
  type SavedView,
  type SavedViewChanges,
  type SavedViewFields,
} from '#shared/domain/views/saved-view.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import type { WriteHandle } from '../../store/handles.ts';
import {
  findView,
  putView,
  type StoredView,
  viewsFor,
} from '../../store/repositories/view-repository.ts';

/** The officer's own views and the team's, by name. */
export async function readViews({ store }: OpenFile): Promise<SavedView[]> {
  const { compare } = new Intl.Collator('nl-BE', { numeric: true });
  const views = await viewsFor(store.read, store.identity.officerId);
  return views
    .map(asShown)
    .sort((one, other) => compare(one.name, other.name) || (one.id < other.id ? -1 : 1));
}

/** Keeps a view under a name. Throws INVALID_FIELD (taken) or ALREADY_EXISTS. */
export async function saveView(
  file: OpenFile,
  { id, fields }: { readonly id: Id; readonly fields: SavedViewFields },
): Promise<SavedView> {
  const { officerId } = file.store.identity;
  return write(file, async (handle) => {
    const known = await findView(handle.tables, id);
    if (known) {
      const isSame =
        known.ownerId === officerId &&
        JSON.stringify(fieldsOf(known)) === JSON.stringify(fieldsOf(fields));
      if (!isSame) throw new WorkbenchError('ALREADY_EXISTS', { what: 'saved-view' });
      return known;
    }
    await checkName(handle, officerId, id, fields.name);
    const { officerName } = file;
    const view = { id, ownerId: officerId, ownerName: officerName, ...fields };
    return put(handle, { ...view, deleted: false, version: 1 }, 0, jsonOf(fields));
  });
}

/** Renames a view, shares it or puts another in its place. Throws NOT_FOUND or INVALID_FIELD (taken). */
export async function changeView(
  file: OpenFile,
  { id, fields }: { readonly id: Id; readonly fields: SavedViewChanges },
): Promise<SavedView> {
  return write(file, async (handle) => {
    const before = await ownView(file, handle, id);
    const changes = differences(before, fields);
    if (Object.keys(changes).length === 0) return before;
    const after = { ...before, ...changes, version: before.version + 1 };
    await checkName(handle, before.ownerId, id, after.name);
    return put(handle, after, before.version, jsonOf(changes));
  });
}

/** Takes a view out of the menu. Throws NOT_FOUND. */
export async function removeView(file: OpenFile, { id }: { readonly id: Id }): Promise<void> {
  await setDeleted(file, id, true);
}

/** Brings a removed view back. Throws NOT_FOUND, or INVALID_FIELD (taken) when its name is in use. */
export async function restoreView(file: OpenFile, { id }: { readonly id: Id }): Promise<SavedView> {
  return setDeleted(file, id, false);
}

function setDeleted(file: OpenFile, id: Id, deleted: boolean): Promise<SavedView> {
  return write(file, async (handle) => {
    const before = await ownView(file, handle, id, deleted ? 'shown' : 'any');
    if (before.deleted === deleted) return before;
    if (!deleted) await checkName(handle, before.ownerId, id, before.name);
    const after = { ...before, deleted, version: before.version + 1 };
    return put(handle, after, before.version, { deleted });
  });
}

async function write(
  file: OpenFile,
  work: (handle: WriteHandle) => Promise<StoredView>,
): Promise<SavedView> {
  const view = await file.store.write(work);
  file.announce(['views', 'outbox']);
  return asShown(view);
}

/** Somebody else's view is not there to be changed: what the page may do with it is make a copy. */
async function ownView(
  { store }: OpenFile,
  handle: WriteHandle,
  id: Id,
  which: 'shown' | 'any' = 'shown',
): Promise<StoredView> {
  const view = await findView(handle.tables, id);
  if (view?.ownerId !== store.identity.officerId || (which === 'shown' && view.deleted)) {
    throw new WorkbenchError('NOT_FOUND', { what: 'saved-view' });
  }
  return view;
}

async function checkName(handle: WriteHandle, ownerId: Id, id: Id, name: string): Promise<void> {
  const others = (await viewsFor(handle.tables, ownerId)).filter(
    (view) => view.ownerId === ownerId && view.id !== id,
  );
  if (others.some((other) => isSameName(other.name, name))) {
    throw new WorkbenchError('INVALID_FIELD', { field: 'fields.name', reason: 'taken' });
  }
}

async function put(
  handle: WriteHandle,
  view: StoredView,
  baseVersion: number,
  fields: Readonly<Record<string, Json>>,
): Promise<StoredView> {
  await putView(handle, view);
  await handle.record({
    entity: 'saved-view',
    entityId: view.id,
    baseVersion,
    change: { kind: 'patch', fields },
  });
  return view;
}

function fieldsOf({ name, shared, view }: SavedViewFields): SavedViewFields {
  return { name, shared, view };
}

function differences(before: SavedViewFields, fields: SavedViewChanges): Partial<SavedViewFields> {
  const { name, shared, view } = fields;
  return {
    ...(name !== undefined && name !== before.name ? { name } : {}),
    ...(shared !== undefined && shared !== before.shared ? { shared } : {}),
    ...(view && JSON.stringify(view) !== JSON.stringify(before.view) ? { view } : {}),
  };
}

/** The fields as JSON, without those that are absent. */
function jsonOf(fields: SavedViewChanges): Readonly<Record<string, Json>> {
  return JSON.parse(JSON.stringify(fields)) as Record<string, Json>;
}

function asShown({ deleted, version, ...view }: StoredView): SavedView {
  void deleted;
  void version;
  return view;
}
