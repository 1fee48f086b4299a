import type { ReadHandle } from '../handles.ts';
import type { Store } from '../store.ts';

/** Settings of this file alone: how the officer likes the desk. They are no evidence and never travel. */
export async function readSetting(read: ReadHandle, key: string): Promise<string | undefined> {
  const row = await read
    .selectFrom('setting')
    .select('value')
    .where('key', '=', key)
    .executeTakeFirst();
  return row?.value;
}

export async function writeSetting(store: Store, key: string, value: string): Promise<void> {
  await store.write(async ({ tables }) => {
    await tables
      .insertInto('setting')
      .values({ key, value })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
      .execute();
  });
}
