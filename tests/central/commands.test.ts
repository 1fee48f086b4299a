import { beforeEach, expect, it } from 'vitest';

import { STARTER_CODES } from '#shared/domain/codes/starter-codes.ts';
import type { PackageRow } from '#shared/domain/territory/package/package-row.ts';
import { ADMINISTRATION_WIRE } from '#shared/protocol/administration.ts';
import { TERRITORY_WIRE } from '#shared/protocol/territory.ts';

import { COMMANDS, explain, runCommand } from '../../central/commands/commands.ts';
import { CentralError } from '../../central/errors.ts';
import { memoryStore } from '../../central/store/memory/memory-store.ts';
import { makeTestZone, type TestZone } from '../factories/central-zone.ts';
import { packRows, townRows } from '../factories/territory-package.ts';
import { commandContext } from './command-context.ts';

const PASSWORD = 'zes blauwe boten op het kanaal';

let zone: TestZone;
beforeEach(async () => {
  zone = await makeTestZone(memoryStore(), 90);
});

/** What a command prints, or the sentence with which it refuses. */
async function run(name: string, ...given: string[]): Promise<unknown> {
  const context = commandContext(zone.centre, {
    readSecret: () => Promise.resolve(PASSWORD),
    readFile: () => Promise.resolve(file),
    readBytes: () => Promise.resolve(bytes),
    async saveBytes(_path: string, parts: AsyncIterable<Uint8Array>) {
      const kept: Uint8Array[] = [];
      for await (const part of parts) kept.push(part);
      saved = Buffer.concat(kept);
    },
  });
  try {
    const command = COMMANDS[name];
    return command && (await runCommand(command, context, given));
  } catch (cause) {
    if (cause instanceof CentralError) return explain(cause);
    return cause instanceof Error ? cause.message : cause;
  }
}
let file = '';
let bytes: Uint8Array = new Uint8Array();
let saved: Uint8Array | undefined;

it('names a zone that there is none of instead of listing nothing', async () => {
  const none = 'ZONE: there is no such zone. “zone list” says which there are.';
  for (const name of ['areas list', 'account list', 'desk list', 'codes list', 'right end']) {
    expect(await run(name, zone.newId(), zone.newId(), '2026-12-31')).toBe(none);
  }
});

it('sets a zone up from nothing', async () => {
  const made = (await run('zone add', 'Voorbeeldstad')) as { id: string };
  const district = zone.newId();
  file = JSON.stringify([
    { id: district, kind: 'district', parentId: null },
    { id: zone.north, kind: 'neighbourhood', parentId: district },
  ]);
  expect(await run('areas set', made.id, 'areas.json')).toEqual({ areas: 2 });
  const nameless = { nameNl: '', nameFr: '' };
  expect(await run('areas list', made.id)).toEqual(
    expect.arrayContaining([
      { id: district, kind: 'district', parentId: null, ...nameless },
      { id: zone.north, kind: 'neighbourhood', parentId: district, ...nameless },
    ]),
  );
  await run('account add', made.id, 'Beheer', 'Bea Beheer', 'administrator');
  await run('account add', made.id, 'noor', 'Noor Voorbeeld', 'officer');
  await run('account name', made.id, 'noor', 'Noor Anders');
  await run('account role', made.id, 'noor', 'team-lead');
  const right = (await run('right add', made.id, 'noor', 'district', district)) as { id: string };
  await run('right end', made.id, right.id, '2026-12-31');
  expect(await run('code make', made.id, 'noor')).toHaveProperty('code');
  await run('account close', made.id, 'noor');
  await run('account reopen', made.id, 'noor');
  expect(await run('account list', made.id)).toMatchObject([
    { login: 'beheer', role: 'administrator', closed: false },
    {
      login: 'noor',
      displayName: 'Noor Anders',
      role: 'team-lead',
      rights: [{ kind: 'district', areaId: district, validTo: '2026-12-31' }],
    },
  ]);
  expect(await run('desk alarm', made.id, '14')).toEqual({ alarmDays: 14 });
  expect(await run('desk list', made.id)).toEqual([]);
  expect(await run('quarantine count', made.id)).toEqual({});
  const { acts } = (await run('acts list', made.id)) as { acts: { actor: string; act: string }[] };
  expect(acts.map(({ act }) => act).toReversed()).toEqual([
    'areas-set',
    'account-added',
    'account-added',
    'account-changed',
    'account-changed',
    'right-added',
    'right-ended',
    'code-made',
    'account-closed',
    'account-reopened',
    'alarm-set',
  ]);
  expect(acts.every(({ actor }) => actor === '')).toBe(true);
});

it('words and adds codes, all of a file or nothing', async () => {
  const { zoneId } = zone;
  const task = { list: 'task-type', code: 'presence' };
  const own = { list: 'problem', code: 'vacancy', nameNl: 'Leegstand' };
  file = JSON.stringify([{ ...task, nameFr: 'Être là' }, own]);
  expect(await run('codes set', zoneId, 'codes.json')).toEqual({ added: 1, changed: 1 });
  file = JSON.stringify([{ ...own, validTo: '2026-12-31' }]);
  expect(await run('codes set', zoneId, 'codes.json')).toEqual({ added: 0, changed: 1 });
  expect(await run('codes set', zoneId, 'codes.json')).toEqual({ added: 0, changed: 0 });

  const listed = (await run('codes list', zoneId)) as { list: string; code: string }[];
  const found = (code: string) => listed.filter((one) => one.code === code);
  expect(listed).toHaveLength(STARTER_CODES.length + 1);
  expect(found('vacancy')).toMatchObject([
    { list: 'problem', nameNl: 'Leegstand', nameFr: '', family: '', validTo: '2026-12-31' },
  ]);
  const [presence] = STARTER_CODES.filter(({ code }) => code === 'presence');
  expect(found('presence')).toEqual([{ ...presence, nameFr: 'Être là' }]);

  file = JSON.stringify([
    { ...task, nameFr: 'Présence' },
    { ...own, nameNl: '' },
  ]);
  expect(await run('codes set', zoneId, 'codes.json')).toBe(
    'FILE, entry 2, nameNl: must not be empty',
  );
  for (const [wrong, sentence] of [
    [
      { list: 'feeling', code: 'furious', nameNl: 'Woedend' },
      /^FILE, entry 2, list: the application rests on this list/,
    ],
    [{ list: 'problem', code: 'vacant-shop' }, /^FILE, entry 2, nameNl: is missing$/],
    [
      { list: 'contact-reason', code: 'fair', nameNl: 'Kermis' },
      /^FILE, entry 2, family: is missing; one of care, .*administration$/,
    ],
    [{ ...own, validTo: '2020-01-01' }, /^FILE, entry 2, validTo: is not after the day/],
    [{ ...own, family: 'care' }, /^FILE, entry 2, family: only reasons/],
  ] as const) {
    file = JSON.stringify([{ ...task, nameFr: 'Présence' }, wrong]);
    expect(await run('codes set', zoneId, 'codes.json')).toMatch(sentence);
  }
  expect(await run('codes list', zoneId)).toEqual(listed);
});

it('publishes a territory, lists its versions and saves one', async () => {
  const { zoneId } = zone;
  const packed = packRows(townRows(1, 8_000));
  ({ bytes } = packed);
  expect(await run('territory list', zoneId)).toEqual([]);
  expect(await run('territory publish', zoneId, 'town.package')).toMatchObject({
    number: 1,
    hash: packed.hash,
    publishedBy: '',
    counts: { streets: 8_000 },
  });
  expect(await run('territory publish', zoneId, 'town.package')).toMatchObject({ number: 1 });
  expect(await run('territory list', zoneId)).toMatchObject([{ number: 1, desks: [] }]);
  await run('territory save', zoneId, '1', 'copy.package');
  expect(saved?.length).toBe(packed.bytes.length);
  expect(Buffer.compare(saved ?? Buffer.alloc(0), packed.bytes)).toBe(0);
  expect(await run('territory save', zoneId, '2', 'copy.package')).toBe(
    'There is no such version.',
  );
  bytes = Buffer.from('something else');
  expect(await run('territory publish', zoneId, 'photo.png')).toBe(
    'This is not the territory of a zone: not-packed.',
  );
});

it('names areas as the newest territory does, and leaves those nameless that it does not have', async () => {
  const { zoneId } = zone;
  const listed = async () =>
    (await run('areas list', zoneId)) as { id: string; nameNl: string; nameFr: string }[];
  const before = await listed();
  expect(before.length).toBeGreaterThan(0);
  const rows = townRows(3, 8_000);
  ({ bytes } = packRows(rows));
  await run('territory publish', zoneId, 'town.package');
  const renamed = rows.map((row): PackageRow => {
    if (row.kind !== 'area' || row.columns.kind !== 'neighbourhood') return row;
    const names = { name_nl: 'Noordrand', name_fr: 'Bord du Nord' };
    return { kind: 'area', columns: { ...row.columns, ...names } };
  });
  ({ bytes } = packRows(renamed));
  await run('territory publish', zoneId, 'town.package');
  const after = await listed();
  expect(after.map(({ nameNl, nameFr }) => [nameNl, nameFr]).toSorted()).toEqual(
    [['D1', ''], ['Noordrand', 'Bord du Nord'], ...before.map(() => ['', ''])].toSorted(),
  );
  // What is listed can be changed in an editor and told again.
  file = JSON.stringify(after);
  expect(await run('areas set', zoneId, 'areas.json')).toEqual({ areas: after.length });
});

/** By which command each thing is done that the administration does on its screen. */
const COMMAND_OF: Readonly<Record<string, string>> = {
  accounts: 'account list',
  addAccount: 'account add',
  changeAccount: 'account role',
  setPassword: 'account password',
  closeAccount: 'account close',
  reopenAccount: 'account reopen',
  makeCode: 'code make',
  addRight: 'right add',
  endRight: 'right end',
  areas: 'areas list',
  setAreas: 'areas set',
  desks: 'desk list',
  revokeDesk: 'desk revoke',
  setDeskAlarm: 'desk alarm',
  acts: 'acts list',
  territoryVersions: 'territory list',
  // A screen sends it in parts before it publishes it.
  territoryPut: 'territory publish',
  territoryPublish: 'territory publish',
  territoryGet: 'territory save',
};

it('does all that the screen of the administration does, and each command is one that there is', () => {
  const onScreen = [...Object.keys(ADMINISTRATION_WIRE), ...Object.keys(TERRITORY_WIRE)];
  expect(onScreen.filter((name) => !Object.hasOwn(COMMAND_OF, name))).toEqual([]);
  expect(Object.values(COMMAND_OF).filter((name) => !Object.hasOwn(COMMANDS, name))).toEqual([]);
});

it('gives a new password, and a new key for parcels', async () => {
  const { zoneId } = zone;
  await run('account add', zoneId, 'noor', 'Noor Voorbeeld', 'officer');
  const hash = async () =>
    (await zone.centre.store.directory.accountByLogin(zoneId, 'noor'))?.passwordHash;
  const before = await hash();
  await run('account password', zoneId, 'noor');
  expect(await hash()).not.toBe(before);
  const [first, second] = [
    await run('parcel renew-key', zoneId),
    await run('parcel renew-key', zoneId),
  ];
  expect(second).not.toEqual(first);
});

it('says in a sentence why it does not', async () => {
  const { zoneId } = zone;
  await run('account add', zoneId, 'beheer', 'Bea Beheer', 'administrator');
  expect(await run('account add', zoneId, 'beheer', 'Bea', 'officer')).toMatch(/with this login/);
  expect(await run('account close', zoneId, 'beheer')).toMatch(/last administrator/);
  expect(await run('account close', zoneId, 'nobody')).toBe('There is no such account.');
  expect(await run('desk revoke', zoneId, zone.newId())).toBe('There is no such device.');
  expect(await run('right end', zoneId, zone.newId(), '2026-12-31')).toBe(
    'There is no such right.',
  );
  expect(await run('right add', zoneId, 'beheer', 'zone', zone.north)).toBe(
    'There is no such area.',
  );
  expect(
    await run('right add', zoneId, 'beheer', 'zone', zoneId, '2026-06-01', '2026-06-01'),
  ).toMatch(/^TO:/);
  expect(await run('account role', zoneId, 'beheer', 'king')).toMatch(/^ROLE:/);
  expect(await run('account list', 'no zone')).toMatch(/^ZONE:/);
  expect(await run('areas list')).toBe('ZONE is missing. Usage: areas list ZONE');
  expect(await run('account name', zoneId, 'beheer')).toBe(
    'NAME is missing. Usage: account name ZONE LOGIN NAME',
  );
  file = 'no JSON';
  expect(await run('areas set', zoneId, 'areas.json')).toBe('FILE: not JSON');
});
