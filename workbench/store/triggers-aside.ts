import type { WriteHandle } from './handles.ts';

/**
 * Takes triggers away until the function that comes back is called, in the transaction under way: whoever reads
 * meanwhile, and a file whose desk was killed meanwhile, has them as they were.
 *
 * A trigger that only asks whether it has anything to do is no small thing: because of it SQLite keeps, for every
 * single row, a copy of each page that the row changes, a third of the time that a contact takes to go in.
 */
export function setTriggersAside(
  { prepare }: Pick<WriteHandle, 'prepare'>,
  names: readonly string[],
): () => void {
  const found = prepare(`
    select name, sql from sqlite_schema
    where type = 'trigger' and name in (select value from json_each(?))`);
  const taken = found.all(JSON.stringify(names)) as readonly Trigger[];
  for (const { name } of taken) prepare(`drop trigger "${name}"`).run();
  return () => {
    for (const { sql } of taken) prepare(sql).run();
  };
}

interface Trigger {
  readonly name: string;
  readonly sql: string;
}
