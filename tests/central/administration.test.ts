import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';

import { OPEN_END } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';
import { ROLES } from '#shared/protocol/account.ts';
import { ADMINISTRATION_WIRE as A } from '#shared/protocol/administration.ts';
import { QUARANTINE_WIRE as Q } from '#shared/protocol/quarantine.ts';
import type { WireEndpoint } from '#shared/protocol/wire.ts';

import { memoryStore } from '../../central/store/memory/memory-store.ts';
import { PASSWORD, startTestServer, type TestServer } from '../factories/central-server.ts';
import { contactFields, type TestDesk } from '../factories/central-zone.ts';
import { askCentre } from '../factories/wire-client.ts';

let server: TestServer;
let admin: TestDesk;
let token: string;
let noor: TestDesk;
beforeEach(async () => {
  server = await startTestServer(memoryStore());
  admin = await server.zone.officer('administrator');
  ({ token } = await server.enrol(admin.principal.officerId));
  noor = await server.zone.officer('officer', server.zone.north);
});
afterEach(() => server.stop());

type Endpoint<Request extends z.ZodType, Response extends z.ZodType> = WireEndpoint & {
  readonly request: Request;
  readonly response: Response;
};
const ask = <Request extends z.ZodType, Response extends z.ZodType>(
  endpoint: Endpoint<Request, Response>,
  body: z.input<Request>,
  as = token,
) => askCentre(server.address, as, endpoint, body);

const account = { login: 'sam', displayName: 'Sam Voorbeeld', role: 'officer', password: PASSWORD };
const accountOf = async (officerId: Id) =>
  (await ask(A.accounts, {})).accounts.find((each) => each.officerId === officerId);
const lastAct = async () => (await ask(A.acts, { before: null })).acts[0];

/** What each address takes, with ids that exist. */
function bodies(): Readonly<Record<keyof typeof A | keyof typeof Q, object>> {
  const { officerId } = noor.principal;
  const { north } = server.zone;
  const nobody = server.zone.newId();
  const validity = { validFrom: '2026-06-01', validTo: OPEN_END };
  return {
    accounts: {},
    addAccount: account,
    changeAccount: { officerId, displayName: 'Noor Anders' },
    setPassword: { officerId, password: PASSWORD },
    closeAccount: { officerId },
    reopenAccount: { officerId },
    makeCode: { officerId },
    addRight: { officerId, kind: 'neighbourhood', areaId: north, restricted: false, ...validity },
    endRight: { rightId: nobody, validTo: '2026-07-01' },
    areas: {},
    setAreas: { areas: [{ id: north, kind: 'neighbourhood', parentId: null }] },
    desks: {},
    revokeDesk: { deviceId: nobody },
    setDeskAlarm: { days: 14 },
    acts: { before: null },
    quarantine: { after: null },
    quarantined: { opId: nobody },
    releaseQuarantined: { opId: nobody },
    refuseQuarantined: { opId: nobody, note: 'Niet van hier.' },
  };
}

describe('as every role', () => {
  const outcomes = async (endpoints: Readonly<Record<string, WireEndpoint>>) => {
    const given = bodies() as Readonly<Record<string, object>>;
    const found = new Map<string, string[]>();
    for (const role of ROLES) {
      const { principal } = await server.zone.officer(role, server.zone.north);
      const desk = await server.enrol(principal.officerId);
      for (const [name, { path }] of Object.entries(endpoints)) {
        const response = await fetch(server.address + path, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'wijkwerk-protocol': '2',
            authorization: `Bearer ${desk.token}`,
          },
          body: JSON.stringify(given[name]),
        });
        await response.arrayBuffer();
        found.set(name, [...(found.get(name) ?? []), `${role} ${response.status}`]);
      }
    }
    return found;
  };

  it('administration is for administrators alone', async () => {
    const found = await outcomes(A);
    for (const [name, statuses] of found) {
      const [officer, lead, protection, administrator] = statuses;
      expect([officer, lead, protection], name).toEqual([
        'officer 403',
        'team-lead 403',
        'data-protection-officer 403',
      ]);
      // Of what is not there, an administrator hears so.
      const missing = ['endRight', 'revokeDesk'].includes(name);
      expect(administrator, name).toBe(`administrator ${missing ? 404 : 200}`);
    }
  });

  it('quarantine is for those in charge, each for what is theirs', async () => {
    const found = await outcomes(Q);
    for (const [name, statuses] of found) {
      const status = name === 'quarantine' ? 200 : 404;
      expect(statuses, name).toEqual([
        'officer 403',
        `team-lead ${status}`,
        `data-protection-officer ${status}`,
        `administrator ${status}`,
      ]);
    }
  });

  it('nobody gets in without a token, or as an administrator that was', async () => {
    await expect(ask(A.accounts, {}, 'nonsense')).rejects.toThrow('401 NOT_SIGNED_IN');
    const second = await server.zone.officer('administrator');
    await ask(A.changeAccount, { officerId: second.principal.officerId, role: 'officer' });
    const { token: former } = await server.enrol(second.principal.officerId);
    await expect(ask(A.accounts, {}, former)).rejects.toThrow('403 FORBIDDEN');
  });
});

describe('accounts', () => {
  it('are added, changed, closed and opened again, and each is recorded', async () => {
    const { officerId } = await ask(A.addAccount, { ...account, login: ' SAM ', role: 'officer' });
    expect(await accountOf(officerId)).toMatchObject({ login: 'sam', closed: false, rights: [] });
    await ask(A.changeAccount, { officerId, role: 'team-lead' });
    expect(await lastAct()).toMatchObject({
      act: 'account-changed',
      actor: 'officer-1',
      subjectId: officerId,
      subject: 'sam',
      detail: { from: 'officer', to: 'team-lead' },
      at: server.zone.clock.now(),
    });
    await ask(A.closeAccount, { officerId });
    expect(await accountOf(officerId)).toMatchObject({ closed: true, role: 'team-lead' });
    await expect(ask(A.makeCode, { officerId })).rejects.toThrow(
      '422 INVALID_FIELD officerId closed',
    );
    await ask(A.reopenAccount, { officerId });
    const { acts } = await ask(A.acts, { before: null });
    expect(acts.map(({ act }) => act)).toEqual([
      'account-reopened',
      'account-closed',
      'account-changed',
      'account-added',
    ]);
    expect(JSON.stringify(await ask(A.accounts, {}))).not.toMatch(/argon2|password/);
  });

  it('are refused with the field that is wrong, and nothing is stored', async () => {
    await ask(A.addAccount, { ...account, role: 'officer' });
    const add = (given: object) => ask(A.addAccount, { ...account, role: 'officer', ...given });
    await expect(add({})).rejects.toThrow('422 INVALID_FIELD login taken');
    await expect(add({ login: 'a b' })).rejects.toThrow('422 INVALID_FIELD login');
    await expect(add({ login: 'sam2', displayName: 'A\u0000B' })).rejects.toThrow('displayName');
    await expect(add({ login: 'sam2', role: 'king' })).rejects.toThrow('422 INVALID_FIELD role');
    await expect(add({ login: 'sam2', password: 'short' })).rejects.toThrow('password');
    const officerId = server.zone.newId();
    await expect(ask(A.closeAccount, { officerId })).rejects.toThrow('404 NOT_FOUND officerId');
    expect((await ask(A.accounts, {})).accounts).toHaveLength(3);
    expect((await ask(A.acts, { before: null })).acts).toHaveLength(1);
  });

  it('always leave one administrator, also when two demote each other at once', async () => {
    const { officerId } = admin.principal;
    const last = '409 LAST_ADMINISTRATOR';
    await expect(ask(A.closeAccount, { officerId })).rejects.toThrow(last);
    await expect(ask(A.changeAccount, { officerId, role: 'officer' })).rejects.toThrow(last);
    expect(await accountOf(officerId)).toMatchObject({ closed: false, role: 'administrator' });

    const other = await server.zone.officer('administrator');
    const desk = await server.enrol(other.principal.officerId);
    const tried = await Promise.allSettled([
      ask(A.closeAccount, { officerId: other.principal.officerId }),
      ask(A.closeAccount, { officerId }, desk.token),
    ]);
    expect(tried.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('get a password that lets them in, and a code that is good once', async () => {
    const { officerId } = await ask(A.addAccount, { ...account, role: 'officer' });
    const { code } = await ask(A.makeCode, { officerId });
    const enrolment = { code, login: 'sam', password: PASSWORD, officerId: null, label: 'Balie' };
    const session = await server.client().centre.enrol(enrolment);
    expect(session).toMatchObject({ officerId, role: 'officer' });
    await expect(server.client().centre.enrol(enrolment)).rejects.toMatchObject({
      code: 'WRONG_CREDENTIALS',
    });
    const recorded = JSON.stringify(await ask(A.acts, { before: null }));
    expect(recorded).toContain('code-made');
    expect(recorded).not.toContain(code);
    expect(recorded).not.toContain(PASSWORD);
  });
});

describe('rights', () => {
  const right = (given: object = {}) => ({
    officerId: noor.principal.officerId,
    kind: 'neighbourhood' as const,
    areaId: server.zone.south,
    restricted: false,
    validFrom: '2026-06-01',
    validTo: OPEN_END,
    ...given,
  });
  const scopes = async () => {
    const [, message] = await noor.pull();
    return message?.type === 'scopes' ? Object.keys(message.scopes) : [];
  };

  it('are noticed by the desk at its next pull, given and ended', async () => {
    const poked: string[] = [];
    const stop = server.zone.centre.store.onCommit((zoneId) => poked.push(zoneId));
    const { rightId } = await ask(A.addRight, right());
    expect(poked).toEqual([server.zone.zoneId]);
    expect(await scopes()).toContain(`neighbourhood:${server.zone.south}`);
    await ask(A.endRight, { rightId, validTo: '2026-06-15' });
    expect(poked).toHaveLength(2);
    stop();
    expect(await scopes()).not.toContain(`neighbourhood:${server.zone.south}`);
    expect(await lastAct()).toMatchObject({
      act: 'right-ended',
      subject: 'officer-2',
      detail: { from: OPEN_END, to: '2026-06-15' },
    });
  });

  it('are for areas that the centre knows, for some time, and for an account', async () => {
    const unknown = server.zone.newId();
    await expect(ask(A.addRight, right({ areaId: unknown }))).rejects.toThrow(
      '404 NOT_FOUND areaId',
    );
    await expect(ask(A.addRight, right({ kind: 'district' }))).rejects.toThrow('areaId');
    await expect(ask(A.addRight, right({ kind: 'zone' }))).rejects.toThrow('areaId');
    await expect(ask(A.addRight, right({ officerId: unknown }))).rejects.toThrow('officerId');
    await expect(ask(A.addRight, right({ validTo: '2026-06-01' }))).rejects.toThrow(
      '422 INVALID_FIELD validTo',
    );
    const all = right({ kind: 'zone', areaId: server.zone.zoneId });
    await expect(ask(A.addRight, all)).resolves.toHaveProperty('rightId');
  });

  it('follow the districts that areas are told to lie in', async () => {
    const district = server.zone.newId();
    await ask(A.setAreas, {
      areas: [
        { id: district, kind: 'district', parentId: null },
        { id: server.zone.south, kind: 'neighbourhood', parentId: district },
      ],
    });
    await ask(A.addRight, right({ kind: 'district', areaId: district }));
    expect(await scopes()).toContain(`neighbourhood:${server.zone.south}`);
    expect((await ask(A.areas, {})).areas).toHaveLength(3);
  });
});

describe('desks', () => {
  it('are reported after some days of silence, and revoked for good', async () => {
    const { deviceId, centre } = await server.enrol(noor.principal.officerId);
    const operation = noor.operation({
      entity: 'contact',
      change: contactFields(noor.principal.officerId, server.zone.north),
    });
    await centre.push({ deviceId, epoch: null, waiting: 3, operations: [operation] });
    const desk = async () =>
      (await ask(A.desks, {})).desks.find((each) => each.deviceId === deviceId);
    expect(await desk()).toMatchObject({ silentDays: 0, alarm: false, waiting: 2 });
    server.zone.clock.advance(3 * 86_400_000);
    ({ token } = await server.enrol(admin.principal.officerId));
    expect(await desk()).toMatchObject({ silentDays: 3, alarm: false });
    await ask(A.setDeskAlarm, { days: 2 });
    expect(await desk()).toMatchObject({ silentDays: 3, alarm: true });
    await ask(A.revokeDesk, { deviceId });
    expect(await desk()).toMatchObject({ revoked: true, alarm: false });
    const refused = centre.push({ deviceId, epoch: null, waiting: 0, operations: [operation] });
    await expect(refused).rejects.toMatchObject({ code: 'REVOKED' });
    await expect(ask(A.setDeskAlarm, { days: 0 })).rejects.toThrow('422 INVALID_FIELD days');
  });
});

it('what is asked twice is done once, and recorded once', async () => {
  const { officerId } = noor.principal;
  const { deviceId } = await server.enrol(officerId);
  const validity = { validFrom: '2026-06-01', validTo: OPEN_END };
  const area = { kind: 'neighbourhood' as const, areaId: server.zone.south, restricted: false };
  const twice = async (work: () => Promise<unknown>) => [await work(), await work()];

  const [first, second] = await twice(() => ask(A.addRight, { officerId, ...area, ...validity }));
  expect(second).toEqual(first);
  const rights = (await accountOf(officerId))?.rights ?? [];
  expect(rights.filter(({ areaId }) => areaId === server.zone.south)).toHaveLength(1);
  const [{ id: rightId } = { id: '' }] = rights;
  await twice(() => ask(A.endRight, { rightId, validTo: '2026-07-01' }));
  await twice(() => ask(A.changeAccount, { officerId, displayName: 'Noor Anders' }));
  await twice(() => ask(A.closeAccount, { officerId }));
  await twice(() => ask(A.reopenAccount, { officerId }));
  await twice(() => ask(A.revokeDesk, { deviceId }));
  await twice(() => ask(A.setDeskAlarm, { days: 9 }));
  const areas = [{ id: server.zone.newId(), kind: 'district' as const, parentId: null }];
  await twice(() => ask(A.setAreas, { areas }));
  const { acts } = await ask(A.acts, { before: null });
  expect(acts.map(({ act }) => act).toReversed()).toEqual([
    'right-added',
    'right-ended',
    'account-changed',
    'account-closed',
    'account-reopened',
    'desk-revoked',
    'alarm-set',
    'areas-set',
  ]);
});

it('of acts there is a page at a time', async () => {
  for (let days = 1; days <= 55; days++) await ask(A.setDeskAlarm, { days });
  const first = await ask(A.acts, { before: null });
  expect(first).toMatchObject({ more: true });
  const second = await ask(A.acts, { before: first.acts.at(-1)?.seq ?? null });
  expect(second.more).toBe(false);
  const days = [...first.acts, ...second.acts].map(({ detail }) => detail['days']);
  expect(days).toEqual(Array.from({ length: 55 }, (_, at) => 55 - at));
});

it('is not asked more often than was set', async () => {
  const strict = await startTestServer(memoryStore(), { administrationPerMinute: 3 });
  const { principal } = await strict.zone.officer('administrator');
  const { token: own } = await strict.enrol(principal.officerId);
  const asked = [];
  for (let at = 0; at < 5; at++) {
    asked.push(await askCentre(strict.address, own, A.areas, {}).then(() => 'answered', String));
  }
  await strict.stop();
  expect(asked.slice(0, 3)).toEqual(Array(3).fill('answered'));
  expect(asked.at(-1)).toBe('Refused: 429 TRY_LATER');
});
