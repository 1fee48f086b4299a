import { randomBytes } from 'node:crypto';

import { expect } from 'vitest';

import { type Id, makeId } from '#shared/lib/ids.ts';
import type { PullMessage } from '#shared/protocol/pull.ts';

import { makeDeskKey } from '../../workbench/sync/desk-key.ts';
import { type HttpCentre, httpCentre } from '../../workbench/sync/http-transport.ts';
import { runCentral } from './central-process.ts';

export const PASSWORD = 'zeven groene fietsen in de regen';
export const clock = {
  now: () => new Date().toISOString(),
  monotonic: () => performance.now(),
};
/** Real time and chance: the processes have no others. */
export const newId = (): Id => makeId(Date.now(), randomBytes(16));

/** Runs a command of the administrator, and gives what it printed. */
export async function command(
  settings: Readonly<Record<string, string>>,
  given: readonly string[],
  input?: string,
): Promise<Record<string, string>> {
  const { code, out, err } = await runCentral(given, settings, input);
  expect(err).not.toContain(PASSWORD);
  expect(code, err).toBe(0);
  return JSON.parse(out) as Record<string, string>;
}

/** A desk without a file: it numbers what it pushes. */
export interface Desk {
  readonly deviceId: string;
  readonly officerId: string;
  readonly at: (address: string) => HttpCentre;
  push(centre: HttpCentre, count: number): Promise<readonly string[]>;
}

/** A zone with desks, made by the administrator's commands alone. */
export async function makeZone(
  settings: Readonly<Record<string, string>>,
  address: string,
  desks: number,
  logins = (at: number) => `officer-${at}`,
): Promise<readonly Desk[]> {
  const { id: zone = '' } = await command(settings, ['zone', 'add', 'Voorbeeldstad']);
  const login = (at: number): string => logins(at);
  return Promise.all(
    Array.from({ length: desks }, async (_, at): Promise<Desk> => {
      const name = 'Noor Voorbeeld';
      const add = ['account', 'add', zone, login(at), name, 'team-lead'];
      const { officerId = '' } = await command(settings, add, `${PASSWORD}\n`);
      const { code = '' } = await command(settings, ['code', 'make', zone, login(at)]);
      const deviceId = newId();
      const key = makeDeskKey();
      const centreAt = (where: string): HttpCentre =>
        httpCentre({ address: where, deviceId, key, clock, appVersion: '1.0' });
      const given = { code, login: login(at), password: PASSWORD, officerId, label: `Desk ${at}` };
      await centreAt(address).enrol(given);
      let deviceSeq = 0;
      return {
        deviceId,
        officerId,
        at: centreAt,
        async push(centre, count) {
          const operations = Array.from({ length: count }, () => ({
            opId: newId(),
            deviceSeq: (deviceSeq += 1),
            authorId: officerId,
            madeAt: clock.now(),
            entity: 'partner',
            entityId: newId(),
            baseVersion: 0,
            baseEpoch: null,
            opVersion: 1,
            dependsOn: [],
            change: {
              kind: 'patch' as const,
              fields: { name: 'De Voorbeeldschool', kind: 'school', neighbourhoodId: null },
            },
          }));
          const request = { deviceId, epoch: null, waiting: 0, operations };
          const { results } = await centre.push(request);
          expect(results.map(({ outcome }) => outcome)).toEqual(operations.map(() => 'accepted'));
          return operations.map(({ entityId }) => entityId);
        },
      };
    }),
  );
}

/** The ids of all rows that the desk may see. */
export async function rowsOf({ deviceId }: Desk, centre: HttpCentre): Promise<readonly string[]> {
  const rows: string[] = [];
  const request = { deviceId, epoch: null, cursors: {}, resultsAfter: 0 };
  for await (const message of centre.pull(
    request,
    new AbortController().signal,
  ) as AsyncIterable<PullMessage>) {
    if (message.type === 'row') rows.push(message.id);
  }
  return rows.sort();
}
