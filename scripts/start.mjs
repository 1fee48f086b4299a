import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { electronObstacle, electronRuntime, sandboxObstacle } from './electron-runtime.mjs';
import { ensureBuild } from './ensure-build.mjs';
import { ensureDependencies } from './ensure-dependencies.mjs';
import { runInForeground, runNode } from './processes.mjs';
import { Obstacle, ROOT, runScript } from './project.mjs';

const USAGE =
  'npm start [-- --host electron|loopback] [--profile FOLDER] [--demo] [--no-browser] [--port N]';

function readArguments() {
  try {
    return parseArgs({
      options: {
        host: { type: 'string' },
        profile: { type: 'string' },
        demo: { type: 'boolean', default: false },
        'no-browser': { type: 'boolean', default: false },
        port: { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new Obstacle(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

/** The folder for data that a person's programs keep on this system. */
function dataFolder() {
  if (process.platform === 'win32') {
    return process.env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming');
  }
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  // Empty or relative counts as not set, as the XDG base directory specification has it.
  const folder = process.env['XDG_DATA_HOME'] ?? '';
  return isAbsolute(folder) ? folder : join(homedir(), '.local', 'share');
}

/**
 * Electron's program, or why the page is shown in a browser instead.
 *
 * @param {ReturnType<typeof readArguments>} given
 * @returns {Promise<{ program: string } | { missing: string }>}
 */
async function chooseElectron(given) {
  const wanted = given.host === 'electron';
  if (given.host === 'loopback') return { missing: 'you asked for the browser' };
  if (given['no-browser'] && !wanted) return { missing: 'you asked for an address only' };
  const obstacle = electronObstacle();
  if (obstacle !== null) return { missing: obstacle };
  const runtime = await electronRuntime(wanted);
  if ('missing' in runtime) return runtime;
  const forbidden = sandboxObstacle(runtime.program);
  return forbidden === null ? runtime : { missing: forbidden };
}

await runScript(async () => {
  const given = readArguments();
  if (given.host !== undefined && given.host !== 'electron' && given.host !== 'loopback') {
    throw new Obstacle(`--host is electron or loopback.\n${USAGE}`);
  }
  if (given.profile?.trim() === '') {
    throw new Obstacle(`--profile needs a folder: where the data of this desk lies.\n${USAGE}`);
  }
  ensureDependencies();
  const electron = await chooseElectron(given);
  if ('missing' in electron && given.host === 'electron') {
    throw new Obstacle(`Electron cannot be started: ${electron.missing}. Try --host loopback.`);
  }
  await ensureBuild();

  // npm runs this in the project's folder; a relative folder is meant from where the person is.
  const from = process.env['INIT_CWD'] ?? process.cwd();
  const isDemo = given.demo || given.profile === undefined;
  const profile =
    given.profile === undefined
      ? join(dataFolder(), 'wijkwerk', 'demo')
      : resolve(from, given.profile);
  const common = ['--profile', profile, ...(isDemo ? ['--demo'] : [])];
  console.log(isDemo ? `The demo town, kept in ${profile}` : `The desk in ${profile}`);

  if ('program' in electron) {
    console.log('Starting in Electron. Ctrl-C ends it.');
    return runInForeground(electron.program, [ROOT, ...common]);
  }
  const obstacle = electronObstacle();
  const printOnly = given['no-browser'] || obstacle !== null;
  console.log(
    printOnly
      ? `Without a window of its own, as ${given['no-browser'] ? 'you asked' : obstacle}. Ctrl-C ends it.`
      : `Starting in a browser window and not in Electron: ${electron.missing}. Ctrl-C ends it.`,
  );
  if (process.stdin.isTTY) console.log('Press Enter for another window or address.');
  return runNode([
    join(ROOT, 'out/loopback/main.js'),
    ...common,
    ...(printOnly ? ['--no-browser'] : []),
    ...(given.port === undefined ? [] : ['--port', given.port]),
  ]);
});
