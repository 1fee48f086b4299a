import { type DataKey, openDatabase } from './open-database.ts';
import { checkSound } from './sound-check.ts';

/**
 * Makes a copy of an officer's file fit to take its place: it must open with this key and be sound,
 * and it says of itself that it is closed, since a copy made at work says that work goes on.
 * Throws FILE_DAMAGED.
 */
export async function settleCopy(path: string, key: DataKey): Promise<void> {
  const copy = openDatabase(path, key, 'write');
  try {
    await checkSound({ path, key });
    copy.exec(`update setting set value = 'closed' where key = 'session'`);
  } finally {
    copy.close();
  }
}
