import type { Connection } from '../../workbench/store/open-database.ts';
import { openDatabase } from '../../workbench/store/open-database.ts';
import { fileOfDesk } from './desk/build-desk.ts';

type Value = string | number | null;
type Row = Readonly<Record<string, Value>>;

/** The officer's file without the workbench: the same key and pragmas, statements prepared once. */
export interface BareFile {
  /** All rows, read into objects. */
  all(sql: string, ...values: readonly Value[]): readonly Row[];
  /** The first column of the first row. */
  one(sql: string, ...values: readonly Value[]): Value;
  run(sql: string, ...values: readonly Value[]): void;
  /** One immediate transaction. */
  write(work: () => void): void;
  /** What SQLite would do. */
  plan(sql: string, ...values: readonly Value[]): string;
  close(): void;
}

export async function openBareFile(directory: string): Promise<BareFile> {
  const { path, key } = await fileOfDesk(directory);
  return bareFile(openDatabase(path, key, 'write'));
}

function bareFile(connection: Connection): BareFile {
  const prepared = new Map<string, ReturnType<typeof connection.prepare<Value[], Row>>>();
  const statement = (sql: string) => {
    const known = prepared.get(sql);
    if (known) return known;
    const made = connection.prepare<Value[], Row>(sql);
    prepared.set(sql, made);
    return made;
  };
  return {
    all: (sql, ...values) => statement(sql).all(...values),
    one: (sql, ...values) => Object.values(statement(sql).get(...values) ?? {})[0] ?? null,
    run: (sql, ...values) => void statement(sql).run(...values),
    write(work) {
      connection.exec('begin immediate');
      try {
        work();
        connection.exec('commit');
      } catch (cause) {
        connection.exec('rollback');
        throw cause;
      }
    },
    plan: (sql, ...values) =>
      statement(`explain query plan ${sql}`)
        .all(...values)
        .map(({ detail }) => String(detail))
        .join('\n'),
    close: () => void connection.close(),
  };
}
