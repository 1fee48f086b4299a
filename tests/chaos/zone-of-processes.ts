import { copyFileSync, mkdirSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { type Id, makeId } from '#shared/lib/ids.ts';
import { pick, type Random, randomInteger } from '#shared/lib/random.ts';
import type { Role } from '#shared/protocol/account.ts';

import { hashPassword } from '../../central/accounts/passwords.ts';
import { makeCode, plainCode, secretHash } from '../../central/accounts/secrets.ts';
import type { CentralStore } from '../../central/store/central-store.ts';
import { systemClock, systemEntropy } from '../../workbench/adapters/system.ts';
import { openStore } from '../../workbench/store/open.ts';
import { type DeskKey, makeDeskKey } from '../../workbench/sync/desk-key.ts';
import { httpCentre } from '../../workbench/sync/http-transport.ts';
import { openServerStore } from '../central/open-stores.ts';
import { freePort, type PostgresServer } from '../central/postgres-server.ts';
import { PASSWORD } from '../factories/central-server.ts';
import type { Broken } from '../simulation/broken.ts';
import { introduce, KEY } from '../simulation/simulated-desk.ts';
import { makeTown, type Town } from '../simulation/town.ts';
import { type BadProxy, badProxy } from './bad-proxy.ts';
import { type Child, startChild } from './child.ts';
import type { DeskReport } from './desk-protocol.ts';
import { type SmallDisk, smallDisk } from './small-disk.ts';
import { eventually } from './waiting.ts';

/** A process of the zone that is started again whenever it was killed. */
export interface Member {
  readonly name: string;
  readonly child: Child;
  start(): Promise<void>;
}

export interface DeskMember extends Member {
  /** @param clockShift milliseconds by which its clock is wrong; else as the dice have it. */
  start(clockShift?: number): Promise<void>;
  readonly officerId: Id;
  readonly deviceId: Id;
  readonly path: string;
  readonly role: Role;
}

/** A zone, every part of it a process. */
export interface ZoneOfProcesses {
  readonly zoneId: Id;
  readonly town: Town;
  readonly url: string;
  /** The directory is changed by it, as by the administrator's commands. */
  readonly store: CentralStore;
  readonly postgres: PostgresServer;
  readonly proxy: BadProxy;
  readonly centres: readonly Member[];
  readonly desks: readonly DeskMember[];
  /** Of the first desk; or why it has none. */
  readonly disk: SmallDisk | { readonly missing: string };
  /** From now on the clocks of processes that are started are right. */
  setClocksRight(): void;
  dispose(): Promise<void>;
}

export interface ZoneOptions {
  readonly postgres: PostgresServer;
  readonly random: Random;
  readonly onReport: (desk: DeskMember, report: DeskReport) => void;
  readonly onCrash: (crash: Broken) => void;
}

/** By which a clock is wrong. */
export const HOUR_MS = 3_600_000;
const DISK_MEGABYTES = 16;
const ROLES = ['officer', 'officer', 'team-lead'] as const;
const script = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Starts database, two centres, proxy and three desks; nobody works yet. */
export async function startZone(options: ZoneOptions): Promise<ZoneOfProcesses> {
  const endings: (() => Promise<unknown>)[] = [];
  const dispose = async (): Promise<void> => {
    for (const end of endings.toReversed()) await end();
  };
  try {
    return { ...(await startEverything(options, endings)), dispose };
  } catch (cause) {
    await dispose();
    throw cause;
  }
}

/** @param endings what ends each thing again, the last one first. */
async function startEverything(
  options: ZoneOptions,
  endings: (() => Promise<unknown>)[],
): Promise<Omit<ZoneOfProcesses, 'dispose'>> {
  const { postgres, random } = options;
  const newId = (): Id => makeId(Date.now(), systemEntropy.bytes(16));
  const folder = mkdtempSync(join(tmpdir(), 'wijkwerk-chaos-'));
  endings.push(() => rm(folder, { recursive: true, force: true }));
  const url = await postgres.createDatabase();
  const store = await openServerStore(url, 2);
  endings.push(() => store.close().catch(() => undefined));
  const town = await makeTown();
  const { directory } = store;
  const zoneId = newId();
  await directory.addZone({ id: zoneId, name: 'Chaos', epoch: newId() });
  await directory.putAreas(
    zoneId,
    town.places.map(({ neighbourhoodId: id }) => ({ id, kind: 'neighbourhood', parentId: null })),
  );

  let wrongClocks = true;
  const shift = (): number => (wrongClocks ? pick(random, [-HOUR_MS, 0, HOUR_MS]) : 0);
  // A centre's servers share a clock; the whole centre may be an hour off.
  const centreShift = shift();
  const ports = [await freePort(), await freePort()];
  const centres = ports.map((port) =>
    centreMember({ port, url, shift: () => (wrongClocks ? centreShift : 0), ...options }),
  );
  for (const centre of centres) {
    endings.push(() => centre.child.kill());
    await centre.start();
  }
  const proxy = await badProxy(ports, random);
  endings.push(() => proxy.close());

  const passwordHash = await hashPassword(PASSWORD, systemEntropy.bytes(16));
  const disk = smallDisk(join(folder, 'desk-1'), DISK_MEGABYTES);
  if ('dispose' in disk) endings.push(() => Promise.resolve(disk.dispose()));
  const desks: DeskMember[] = [];
  endings.push(async () => {
    for (const { child } of desks) await child.kill();
  });
  for (const [at, role] of ROLES.entries()) {
    const officerId = newId();
    const login = `officer-${at + 1}`;
    await directory.putAccount(zoneId, {
      officerId,
      login,
      displayName: `Officier ${at + 1}`,
      passwordHash,
      role,
      disabled: false,
      bound: true,
    });
    const code = makeCode(systemEntropy.bytes);
    const expiresAt = new Date(Date.now() + 24 * HOUR_MS).toISOString();
    await directory.addCode({
      codeHash: secretHash(plainCode(code)),
      zoneId,
      officerId,
      expiresAt,
    });
    const member = await makeDesk({ folder: join(folder, `desk-${at + 1}`), at, role, officerId });
    await httpCentre({
      address: `http://127.0.0.1:${ports[0] ?? 0}`,
      deviceId: member.deviceId,
      key: member.key,
      clock: systemClock,
      appVersion: '0.0.0-chaos',
    }).enrol({ code, login, password: PASSWORD, officerId, label: `Desk ${at + 1}` });
    desks.push(member);
  }

  async function makeDesk(given: {
    readonly folder: string;
    readonly at: number;
    readonly role: Role;
    readonly officerId: Id;
  }): Promise<DeskMember & { readonly key: DeskKey }> {
    const { at, role, officerId } = given;
    const deviceId = newId();
    const key = makeDeskKey();
    mkdirSync(given.folder, { recursive: true });
    const path = join(given.folder, 'desk.db');
    copyFileSync(town.template, path);
    const identity = { officerId, deviceId };
    const opened = { path, key: KEY, clock: systemClock, entropy: systemEntropy, identity };
    const { store: file } = await openStore(opened);
    await introduce(file);
    await file.close();
    let child: Child | undefined;
    let starts = 0;
    const desk: DeskMember & { readonly key: DeskKey } = {
      name: `desk ${at + 1}`,
      officerId,
      deviceId,
      path,
      role,
      key,
      get child() {
        return child ?? NOT_STARTED;
      },
      async start(clockShift = shift()) {
        const setting = {
          path,
          officerId,
          deviceId,
          key,
          address: proxy.address,
          seed: randomInteger(random, 0, 2 ** 31),
          places: town.places,
          firstText: (at + 1) * 1_000_000_000 + (starts += 1) * 1_000_000,
        };
        const { promise, resolve } = Promise.withResolvers<undefined>();
        child = startChild({
          name: desk.name,
          script: script('desk-process.ts'),
          arguments: [JSON.stringify(setting)],
          environment: {},
          clockShift,
          onLine(line) {
            const report = JSON.parse(line) as DeskReport;
            if ('open' in report) resolve(undefined);
            options.onReport(desk, report);
          },
          onCrash: options.onCrash,
        });
        await promise;
      },
    };
    return desk;
  }

  return {
    zoneId,
    town,
    url,
    store,
    postgres,
    proxy,
    centres,
    desks,
    disk,
    setClocksRight: () => {
      wrongClocks = false;
    },
  };
}

function centreMember(options: {
  readonly port: number;
  readonly url: string;
  readonly shift: () => number;
  readonly onCrash: (crash: Broken) => void;
}): Member {
  const { port, url } = options;
  let child: Child | undefined;
  return {
    name: `centre on port ${port}`,
    get child() {
      return child ?? NOT_STARTED;
    },
    async start() {
      child = startChild({
        name: `centre on port ${port}`,
        script: script('../../central/main.ts'),
        arguments: ['serve'],
        environment: {
          WIJKWERK_CENTRAL_DATABASE: url,
          WIJKWERK_CENTRAL_PORT: String(port),
          WIJKWERK_CENTRAL_CONNECTIONS: '6',
          WIJKWERK_CENTRAL_REQUESTS_PER_MINUTE: '1000000',
        },
        clockShift: options.shift(),
        onLine: () => undefined,
        onCrash: options.onCrash,
      });
      await eventually(`the centre on port ${port} is ready`, async () => {
        const answer = await fetch(`http://127.0.0.1:${port}/ready`);
        await answer.text();
        return answer.ok;
      });
    },
  };
}

/** One that was never started need not be ended. */
const NOT_STARTED: Child = {
  say: () => undefined,
  kill: () => Promise.resolve(),
  ended: () => Promise.resolve(),
};
