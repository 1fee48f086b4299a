import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { readConfig } from '../../central/config/config.ts';
import { createServer } from '../../central/http/server.ts';
import type { Centre } from '../../central/ports.ts';
import { FolderInUse, lockFolder } from '../../central/store/pglite/folder-lock.ts';
import { migrate, openStore, systemClock, systemRandom } from '../../central/system.ts';
import { invitationPath } from '../../workbench/features/demo/invitation.ts';
import { fillCentre } from './fill-centre.ts';
import { foundZone, invite } from './found-zone.ts';

/*
 * The centre of the demo town, with a zone, accounts and a year of work in it, for desks on this machine:
 *   node scripts/demo-centre/main.ts --folder FOLDER --desk FOLDER [--desk FOLDER ...]
 * It leaves an invitation beside each desk's folder and serves until it is told to end. It ends with 3 when
 * another process has the folder: the embedded database bears one only.
 */

const { values } = parseArgs({
  options: { folder: { type: 'string' }, desk: { type: 'string', multiple: true, default: [] } },
});
const folder = values.folder ?? '';
if (folder === '') throw new Error('--folder: where the centre keeps its data');

/** Written once everything is in: a centre that was cut short while it was filled begins anew. */
const complete = join(folder, 'complete.json');
const database = join(folder, 'database');
/** What goes wrong is for whoever looks; the rest is silent. */
const say = (event: string): void => console.error(`The demo's centre: ${event}`);
const log = { info: () => {}, warn: say, error: say };
await mkdir(folder, { recursive: true, mode: 0o700 });
const letGo = holdFolder();
const port = await knownPort();
if (port === 0) await rm(database, { recursive: true, force: true });
const config = readConfig({
  WIJKWERK_CENTRAL_DATABASE: `pglite:${database}`,
  WIJKWERK_CENTRAL_PORT: String(port),
});
await migrate(config, log);
const store = await openStore(config, log);
const centre: Centre = { store, clock: systemClock, random: systemRandom, log };
const zone = (await store.directory.zones())[0] ?? (await foundZone(centre));
if (port === 0) await fillCentre(centre, zone, folder);
const server = createServer(centre, config, '0.0.0-demo');
const address = await server.listen();
await writeWhole(complete, { port: Number(new URL(address).port) });
for (const desk of values.desk) {
  await writeWhole(invitationPath(desk), { address, guests: await invite(centre, zone.id) });
}
const ended = Promise.withResolvers<unknown>();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, ended.resolve);
await ended.promise;
await server.stop();
await store.close();
letGo();

/** Before anything in it is read or begun anew, which the database's own lock does not cover. */
function holdFolder(): () => void {
  try {
    return lockFolder(folder);
  } catch (cause) {
    if (cause instanceof FolderInUse) process.exit(3);
    throw cause;
  }
}

/** The port that the desks know; 0 before the centre was complete once. */
async function knownPort(): Promise<number> {
  try {
    return (JSON.parse(await readFile(complete, 'utf8')) as { port: number }).port;
  } catch {
    return 0;
  }
}

async function writeWhole(path: string, value: unknown): Promise<void> {
  await writeFile(`${path}.new`, JSON.stringify(value), { mode: 0o600 });
  await rename(`${path}.new`, path);
}
