import { setTimeout as wait } from 'node:timers/promises';

import { OPEN_END } from '#shared/lib/dates.ts';
import { type Id, makeId } from '#shared/lib/ids.ts';
import { pick, type Random, randomBytes, randomInteger } from '#shared/lib/random.ts';

import { eventually } from './waiting.ts';
import { HOUR_MS, type Member, type ZoneOfProcesses } from './zone-of-processes.ts';

export interface Disaster {
  readonly name: string;
  readonly weight: number;
  /** Why it cannot happen to this zone; undefined when it can. */
  readonly hindrance?: (zone: Pick<ZoneOfProcesses, 'disk'>) => string | undefined;
  strike(zone: ZoneOfProcesses, random: Random): Promise<void>;
}

async function killAndStart(member: Member, random: Random): Promise<void> {
  await member.child.kill();
  await wait(randomInteger(random, 0, 300));
  await member.start();
}

const noSmallDisk: Disaster['hindrance'] = ({ disk }) =>
  'missing' in disk ? disk.missing : undefined;

/** What happens to a zone, with how often. Each leaves everything running, only not as it was. */
export const DISASTERS: readonly Disaster[] = [
  {
    name: 'a desk is killed',
    weight: 6,
    async strike({ desks }, random) {
      const desk = pick(random, desks);
      await killAndStart(desk, random);
      desk.child.say('work');
    },
  },
  {
    name: 'a desk is killed, and its clock is an hour off when it comes back',
    weight: 2,
    async strike({ desks }, random) {
      const desk = pick(random, desks);
      await desk.child.kill();
      await desk.start(pick(random, [-HOUR_MS, HOUR_MS]));
      desk.child.say('work');
    },
  },
  {
    name: 'a centre is killed',
    weight: 3,
    strike: ({ centres }, random) => killAndStart(pick(random, centres), random),
  },
  {
    name: 'PostgreSQL is killed',
    weight: 3,
    async strike({ postgres }, random) {
      await postgres.kill();
      await wait(randomInteger(random, 0, 1_500));
      await startAgain(postgres);
    },
  },
  {
    name: 'every line is cut',
    weight: 3,
    async strike({ proxy }) {
      proxy.cutAll();
    },
  },
  {
    name: 'lines get better or worse',
    weight: 3,
    async strike({ proxy }, random) {
      proxy.badness = pick(random, [0.1, 0.3, 0.6, 0.9]);
    },
  },
  {
    name: 'a disk is full for a while',
    weight: 2,
    hindrance: noSmallDisk,
    async strike({ disk }, random) {
      if ('missing' in disk) return;
      disk.fill();
      await wait(randomInteger(random, 300, 1_000));
      disk.makeRoom();
    },
  },
  {
    name: 'the machine of a desk loses power while its disk is full',
    weight: 1,
    hindrance: noSmallDisk,
    async strike({ disk, desks: [desk] }, random) {
      if ('missing' in disk || desk === undefined) return;
      disk.fill();
      await wait(randomInteger(random, 100, 400));
      await desk.child.kill();
      const started = desk.start();
      await wait(randomInteger(random, 300, 600));
      disk.makeRoom();
      await started;
      desk.child.say('work');
    },
  },
  {
    name: 'a right is given',
    weight: 2,
    async strike(zone, random) {
      const { officerId } = pick(random, zone.desks);
      await giveRight(zone, random, officerId, pick(random, zone.town.places).neighbourhoodId);
    },
  },
  {
    name: 'a right is withdrawn',
    weight: 2,
    async strike({ zoneId, store, desks }, random) {
      const { officerId } = pick(random, desks);
      await whileTheDatabaseMayBeAway('a right is withdrawn', async () => {
        const rights = await store.directory.rights(zoneId, officerId);
        const held = rights.filter(({ validTo }) => validTo === OPEN_END);
        // It ended long ago: whatever the clocks say.
        if (held.length > 0) {
          await store.directory.endRight(zoneId, pick(random, held).id, '2026-01-01');
        }
      });
    },
  },
];

/** What can happen to a zone; and of what cannot, a sentence that says why. */
export function possibleDisasters(zone: Pick<ZoneOfProcesses, 'disk'>): {
  readonly possible: readonly Disaster[];
  readonly leftOut: readonly string[];
} {
  const judged = DISASTERS.map((disaster) => [disaster, disaster.hindrance?.(zone)] as const);
  return {
    possible: judged.flatMap(([disaster, why]) => (why === undefined ? [disaster] : [])),
    leftOut: judged.flatMap(([{ name }, why]) =>
      why === undefined ? [] : [`Left out: ${name} (${why}).`],
    ),
  };
}

/** Each once, in an order of the dice, and from then on as often as their weights say. */
export function* disastersInTurn(
  disasters: readonly Disaster[],
  random: Random,
): Generator<Disaster> {
  const once = [...disasters];
  while (once.length > 0) {
    const next = pick(random, once);
    once.splice(once.indexOf(next), 1);
    yield next;
  }
  const total = disasters.reduce((sum, { weight }) => sum + weight, 0);
  for (;;) {
    let left = random() * total;
    yield disasters.find(({ weight }) => (left -= weight) < 0) ?? pick(random, disasters);
  }
}

export async function giveRight(
  { zoneId, store }: ZoneOfProcesses,
  random: Random,
  officerId: Id,
  areaId: Id,
): Promise<void> {
  const right = {
    id: makeId(Date.now(), randomBytes(random, 16)),
    officerId,
    kind: 'neighbourhood',
    areaId,
    restricted: false,
    validFrom: '2020-01-01',
    validTo: OPEN_END,
  } as const;
  await whileTheDatabaseMayBeAway('a right is given', async () => {
    const held = await store.directory.rights(zoneId, officerId);
    if (held.every(({ id }) => id !== right.id)) await store.directory.addRight(zoneId, right);
  });
}

async function whileTheDatabaseMayBeAway(what: string, work: () => Promise<void>): Promise<void> {
  await eventually(what, async () => {
    await work();
    return true;
  });
}

/** Until its former processes have all noticed the end, the new server finds the house occupied. */
async function startAgain(postgres: ZoneOfProcesses['postgres']): Promise<void> {
  await eventually('PostgreSQL starts again', async () => {
    await postgres.start();
    return true;
  });
}
