import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { migrate } from '../../workbench/store/migrate.ts';
import { type Connection, openDatabase } from '../../workbench/store/open-database.ts';
import { seededEntropy } from './test-store.ts';

export interface MigratedFile {
  readonly connection: Connection;
  dispose(): void;
}

/** An encrypted file as an application of this version left it. */
export async function openFileAt(version: number): Promise<MigratedFile> {
  const directory = mkdtempSync(join(tmpdir(), 'wijkwerk-migrated-'));
  const connection = openDatabase(join(directory, 'desk.db'), seededEntropy(2).bytes(32), 'write');
  await migrate(connection, { copyPath: (from) => join(directory, `${from}.copy`), upTo: version });
  return {
    connection,
    dispose() {
      connection.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
