import { setTimeout as wait } from 'node:timers/promises';

import { pick, randomInteger, seededRandom } from '#shared/lib/random.ts';

import type { PostgresServer } from '../central/postgres-server.ts';
import { type Broken, hold } from '../simulation/broken.ts';
import { checkSettled } from '../simulation/invariants.ts';
import { checkBytes } from '../simulation/no-traces.ts';
import type { SettledTown } from '../simulation/settled.ts';
import type { DeskReport } from './desk-protocol.ts';
import { disastersInTurn, giveRight, possibleDisasters } from './disasters.ts';
import { mayLeaveOut } from './left-out.ts';
import { eventually } from './waiting.ts';
import { whatIsLeft } from './what-is-left.ts';
import { type DeskMember, HOUR_MS, startZone, type ZoneOfProcesses } from './zone-of-processes.ts';

export interface ChaosOptions {
  readonly seed: number;
  /** How long they work under fire at least; every disaster strikes once, however long that takes. */
  readonly seconds: number;
  readonly postgres: PostgresServer;
}

export interface ChaosReport {
  /** How often each disaster struck. */
  readonly disasters: Readonly<Record<string, number>>;
  readonly operations: number;
  /** Rounds that came to their end under fire. */
  readonly rounds: number;
  /** Rounds that failed under fire, by what the desk was told. */
  readonly failures: Readonly<Record<string, number>>;
  readonly typed: number;
  /** How often a desk began to work with a clock that was an hour off. */
  readonly wrongClocks: number;
  /** What happened to single connections. */
  readonly lines: Readonly<Record<string, number>>;
  /** What could not be had on this machine: none of it is among the disasters. */
  readonly leftOut: readonly string[];
}

/**
 * What a desk may be told while everything around it breaks down; anything else is a defect. Half a request
 * is unreadable to the centre, half an answer unknown to the desk.
 */
const UNDERSTANDABLE = [
  'CentreUnreachable',
  'UNAVAILABLE',
  'STORAGE_FULL',
  'UNREADABLE',
  'UNKNOWN',
];

/** A report is read this much later than it was written, at most. */
const CLOCK_PRECISION_MS = 300_000;

/** Rounds of everybody after which nobody has anything new to say. */
const QUIET_ROUNDS = 3;

/**
 * Runs one history of a zone of processes and judges what is left. Throws Broken; on a build server also when a
 * disaster cannot happen on this machine.
 */
export async function checkChaos(options: ChaosOptions): Promise<ChaosReport> {
  const random = seededRandom(options.seed);
  const news = gatherNews();
  const zone = await startZone({ ...news, postgres: options.postgres, random });
  try {
    const { leftOut } = possibleDisasters(zone);
    if (leftOut.length > 0 && !mayLeaveOut()) throw new Error(leftOut.join(' '));
    const disasters = await workUnderFire(zone, news, random, options.seconds);
    const { rounds, failures } = { rounds: news.rounds, failures: { ...news.failures } };
    const { wrongClocks } = news;
    await comeToRest(zone, news);
    const town = await whatIsLeft(zone);
    await checkSettled(town);
    everythingPromisedIsThere(town, news.typed);
    await checkBytes(town);
    hold(rounds > 0, 'under fire, too, desks and centre get somewhere');
    hold(wrongClocks > 0, 'the clock of some desk is an hour off');
    return {
      disasters,
      rounds,
      failures,
      operations: town.centre.operations.length,
      typed: news.typed.length,
      wrongClocks,
      lines: { ...zone.proxy.struck },
      leftOut,
    };
  } finally {
    await zone.dispose();
  }
}

interface News {
  readonly typed: string[];
  readonly failures: Record<string, number>;
  rounds: number;
  wrongClocks: number;
  crash: Broken | undefined;
  /** What the next report of a desk that is not about typing will be. */
  readonly waiting: Map<DeskMember, (report: DeskReport) => void>;
  onReport(desk: DeskMember, report: DeskReport): void;
  onCrash(crash: Broken): void;
}

function gatherNews(): News {
  const news: News = {
    typed: [],
    failures: {},
    rounds: 0,
    wrongClocks: 0,
    crash: undefined,
    waiting: new Map(),
    onReport(desk, report) {
      if ('open' in report && isAnHourOff(report.clock)) news.wrongClocks += 1;
      if ('typed' in report) news.typed.push(...report.typed);
      if ('round' in report) {
        news.rounds += 1;
        if (report.round.differing > 0) news.crash ??= differing();
      }
      if ('failed' in report) {
        news.failures[report.failed] = (news.failures[report.failed] ?? 0) + 1;
      }
      if ('round' in report || 'failed' in report) news.waiting.get(desk)?.(report);
    },
    onCrash(crash) {
      news.crash ??= crash;
    },
  };
  return news;
}

/** By what the process itself says: what it was told is not looked at. */
function isAnHourOff(clock: number): boolean {
  return Math.abs(Math.abs(clock - Date.now()) - HOUR_MS) < CLOCK_PRECISION_MS;
}

function differing(): Broken {
  try {
    hold(false, 'a scope is what the centre says it is');
  } catch (cause) {
    return cause as Broken;
  }
  throw new Error('not reached');
}

async function workUnderFire(
  zone: ZoneOfProcesses,
  news: News,
  random: () => number,
  seconds: number,
): Promise<Record<string, number>> {
  for (const { officerId, role } of zone.desks) {
    const areas = zone.town.places.map(({ neighbourhoodId }) => neighbourhoodId);
    const given = role === 'team-lead' ? areas : [pick(random, areas)];
    for (const area of given) await giveRight(zone, random, officerId, area);
  }
  zone.proxy.badness = 0.3;
  for (const desk of zone.desks) {
    await desk.start();
    desk.child.say('work');
  }
  const struck: Record<string, number> = {};
  const end = performance.now() + seconds * 1_000;
  const { possible } = possibleDisasters(zone);
  for (const disaster of disastersInTurn(possible, random)) {
    const all = Object.keys(struck).length === possible.length;
    if (all && performance.now() > end) break;
    await wait(randomInteger(random, 50, 600));
    await disaster.strike(zone, random);
    struck[disaster.name] = (struck[disaster.name] ?? 0) + 1;
    if (news.crash !== undefined) throw news.crash;
  }
  for (const failure of Object.keys(news.failures)) {
    hold(UNDERSTANDABLE.includes(failure), `no desk is ever told ${failure}`);
  }
  return struck;
}

/** The power fails once more; then all is well, everybody talks with the centre, and all processes end. */
async function comeToRest(zone: ZoneOfProcesses, news: News): Promise<void> {
  const { proxy, desks, centres } = zone;
  for (const { child } of desks) await child.kill();
  proxy.badness = 0;
  proxy.cutAll();
  zone.setClocksRight();
  for (const centre of centres) {
    await centre.child.kill();
    await centre.start();
  }
  await Promise.all(desks.map((desk) => desk.start()));
  for (let round = 0; round < QUIET_ROUNDS; round++) {
    for (const desk of desks) {
      const report = await reportOf(desk, news);
      hold(
        'round' in report,
        `a round over a good line comes to its end: ${JSON.stringify(report)}`,
      );
    }
  }
  for (const { child } of desks) {
    child.say('end');
    await child.ended();
  }
  for (const { child } of centres) await child.kill();
  if (news.crash !== undefined) throw news.crash;
}

async function reportOf(desk: DeskMember, { waiting }: News): Promise<DeskReport> {
  let report: DeskReport | undefined;
  waiting.set(desk, (told) => {
    report = told;
  });
  desk.child.say('round');
  await eventually(`${desk.name} has been heard`, () => Promise.resolve(report !== undefined));
  waiting.delete(desk);
  return report ?? { failed: 'no report' };
}

/** Whatever an officer was told to be stored is at the centre, however their desk ended. */
function everythingPromisedIsThere({ centre }: SettledTown, typed: readonly string[]): void {
  const kept = JSON.stringify(centre.operations.map(({ change }) => change));
  hold(
    typed.every((text) => kept.includes(text)),
    'what a desk said to have stored outlives its process',
  );
}

/** How a failure is told: with what it takes to see much the same again. */
export function rerunLine({ seed, seconds }: Pick<ChaosOptions, 'seed' | 'seconds'>): string {
  return `npm run test:chaos -- --seed ${seed} --seconds ${seconds}`;
}
