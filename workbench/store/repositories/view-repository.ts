import { contactViewSchema } from '#shared/domain/contacts/contact-view.ts';
import type { SavedView } from '#shared/domain/views/saved-view.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle, WriteHandle } from '../handles.ts';

/** A view with the version of its row. */
export interface StoredView extends SavedView {
  readonly deleted: boolean;
  readonly version: number;
}

/** The views of this officer and those the team shares, without the deleted ones. */
export async function viewsFor(read: ReadHandle, officerId: Id): Promise<readonly StoredView[]> {
  const rows = await selectViews(read)
    .where('saved_view.deleted', '=', 0)
    .where(({ or, eb }) =>
      or([eb('saved_view.owner_id', '=', officerId), eb('saved_view.shared', '=', 1)]),
    )
    .execute();
  return rows.flatMap((row) => toView(row) ?? []);
}

export async function findView(read: ReadHandle, id: Id): Promise<StoredView | undefined> {
  const row = await selectViews(read).where('saved_view.id', '=', id).executeTakeFirst();
  return row && toView(row);
}

/** Adds a view or brings it to these values, at this version. */
export async function putView({ tables }: WriteHandle, view: StoredView): Promise<void> {
  const values = {
    name: view.name,
    shared: view.shared ? 1 : 0,
    view: JSON.stringify(view.view),
    deleted: view.deleted ? 1 : 0,
    version: view.version,
  };
  await tables
    .insertInto('saved_view')
    .values({ id: view.id, owner_id: view.ownerId, ...values })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .execute();
}

function selectViews(read: ReadHandle) {
  return read
    .selectFrom('saved_view')
    .innerJoin('officer', 'officer.id', 'saved_view.owner_id')
    .select([
      'saved_view.id',
      'saved_view.owner_id',
      'officer.display_name',
      'saved_view.name',
      'saved_view.shared',
      'saved_view.view',
      'saved_view.deleted',
      'saved_view.version',
    ]);
}
type ViewRow = Awaited<ReturnType<ReturnType<typeof selectViews>['executeTakeFirstOrThrow']>>;

/** Undefined for a view of a newer application that this one cannot read: it is kept and not shown. */
function toView(row: ViewRow): StoredView | undefined {
  const view = contactViewSchema.safeParse(JSON.parse(row.view));
  if (!view.success) return undefined;
  return {
    id: row.id,
    ownerId: row.owner_id,
    ownerName: row.display_name,
    name: row.name,
    shared: row.shared === 1,
    view: view.data,
    deleted: row.deleted === 1,
    version: row.version,
  };
}
