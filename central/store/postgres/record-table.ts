import { sql } from 'kysely';

type Column = 'text' | 'integer' | 'bigint' | 'jsonb';

/**
 * Records as a table, by one parameter for each column however many there are: arrays cost the server a
 * third of what JSON does. Values of jsonb are given as text.
 */
export function recordTable<Name extends string>(
  alias: string,
  columns: Readonly<Record<Name, Column>>,
  records: readonly Readonly<Record<Name, string | number | null>>[],
) {
  const names = Object.keys(columns) as Name[];
  const arrays = names.map(
    (name) => sql`${records.map((record) => record[name])}::${sql.raw(columns[name])}[]`,
  );
  return sql`unnest(${sql.join(arrays)}) as ${sql.raw(`${alias}(${names.join()})`)}`;
}
