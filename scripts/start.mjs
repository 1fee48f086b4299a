import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';

import { electronObstacle, electronRuntime, sandboxObstacle } from './electron-runtime.mjs';
import { ensureBuild } from './ensure-build.mjs';
import { ensureDependencies } from './ensure-dependencies.mjs';
import { runInForeground, runNode } from './processes.mjs';
import { Obstacle, ROOT, runScript } from './project.mjs';

const USAGE =
  'npm start [-- --host electron|loopback] [--profile FOLDER] [--demo] [--no-browser] [--port N]\n' +
  '              [--desks 1|2|3] [--no-centre]';

/** How the centre of the demo ends when another process serves it. */
const CENTRE_IN_USE = 3;
/** An invitation before the centre is there. */
const NOT_YET = '{"address":null,"guests":[]}';

function readArguments() {
  try {
    return parseArgs({
      options: {
        host: { type: 'string' },
        profile: { type: 'string' },
        demo: { type: 'boolean', default: false },
        'no-browser': { type: 'boolean', default: false },
        port: { type: 'string' },
        desks: { type: 'string', default: '1' },
        'no-centre': { type: 'boolean', default: false },
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
  if (!/^[123]$/.test(given.desks)) throw new Obstacle(`--desks is 1, 2 or 3.\n${USAGE}`);
  if (given.profile?.trim() === '') {
    throw new Obstacle(`--profile needs a folder: where the data of this desk lies.\n${USAGE}`);
  }
  ensureDependencies();
  const electron = await chooseElectron(given);
  if ('missing' in electron && given.host === 'electron') {
    throw new Obstacle(`Electron cannot be started: ${electron.missing}. Try --host loopback.`);
  }
  await ensureBuild();

  const run = 'program' in electron ? inElectron(electron.program) : inBrowser(given, electron);
  if (given.profile !== undefined) {
    // npm runs this in the project's folder; a relative folder is meant from where the person is.
    const profile = resolve(process.env['INIT_CWD'] ?? process.cwd(), given.profile);
    console.log(given.demo ? `The demo town, kept in ${profile}` : `The desk in ${profile}`);
    return run(profile, given.demo);
  }
  const folder = join(dataFolder(), 'wijkwerk', given['no-centre'] ? 'demo' : 'demo-zone');
  console.log(`The demo town, kept in ${folder}`);
  return given['no-centre'] ? run(folder, true) : runDemoZone(folder, Number(given.desks), run);
});

/**
 * @typedef {(profile: string, isDemo: boolean, nth?: number) => Promise<number>} RunDesk
 * @param {string} program
 * @returns {RunDesk}
 */
function inElectron(program) {
  console.log('Starting in Electron. Ctrl-C ends it.');
  return (profile, isDemo) => runInForeground(program, [ROOT, ...deskArguments(profile, isDemo)]);
}

/**
 * @param {ReturnType<typeof readArguments>} given
 * @param {{ missing: string }} electron
 * @returns {RunDesk}
 */
function inBrowser(given, { missing }) {
  const obstacle = electronObstacle();
  const printOnly = given['no-browser'] || obstacle !== null;
  console.log(
    printOnly
      ? `Without a window of its own, as ${given['no-browser'] ? 'you asked' : obstacle}. Ctrl-C ends it.`
      : `Starting in a browser window and not in Electron: ${missing}. Ctrl-C ends it.`,
  );
  if (process.stdin.isTTY) console.log('Press Enter for another window or address.');
  return (profile, isDemo, nth = 0) =>
    runNode([
      join(ROOT, 'out/loopback/main.js'),
      ...deskArguments(profile, isDemo),
      ...(printOnly ? ['--no-browser'] : []),
      ...(given.port === undefined ? [] : ['--port', String(Number(given.port) + nth)]),
    ]);
}

/** @param {string} profile @param {boolean} isDemo */
function deskArguments(profile, isDemo) {
  return ['--profile', profile, ...(isDemo ? ['--demo'] : [])];
}

/**
 * A centre and desks of one demo zone on this machine; it ends with the last desk.
 *
 * @param {string} folder
 * @param {number} count
 * @param {RunDesk} run
 */
async function runDemoZone(folder, count, run) {
  const desks = Array.from({ length: count }, (_, at) => join(folder, `desk-${at + 1}`));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // A desk knows by this that there will be a centre.
  const invitations = desks.map((desk) => `${desk}.invitation.json`);
  const begun = invitations.filter((path) => !existsSync(path));
  for (const path of begun) writeFileSync(path, NOT_YET);
  const ending = new AbortController();
  /** @type {number | undefined} */
  let ended;
  const centre = runNode(
    [
      join(ROOT, 'scripts/demo-centre/main.ts'),
      '--folder',
      join(folder, 'centre'),
      ...desks.flatMap((desk) => ['--desk', desk]),
    ],
    {},
    { until: ending.signal },
  ).then((code) => {
    ended = code;
  });
  const notInvited = () => invitations.filter((path) => readFileSync(path, 'utf8') === NOT_YET);
  if (notInvited().length > 0) {
    console.log("Filling the centre of the demo's zone; once, some seconds.");
  }
  while (notInvited().length > 0 && ended === undefined) await pause(100);
  // Desks that were invited once go on without their centre, and say so.
  if (notInvited().length > 0) {
    for (const path of begun) rmSync(path, { force: true });
    if (ended === CENTRE_IN_USE) {
      throw new Obstacle(
        'The demo is running already, with fewer desks, or is being filled: end it first, or wait.',
      );
    }
    // Ctrl-C while it was filled.
    if (ended === 0 || Number(ended) >= 128) return Number(ended);
    console.log('The centre of the demo did not start: a desk alone instead.');
    return run(join(dataFolder(), 'wijkwerk', 'demo'), true);
  }
  const codes = await Promise.all(desks.map((desk, at) => run(desk, true, at)));
  ending.abort();
  await centre;
  return Math.max(...codes);
}
