import { afterEach, beforeEach, expect, it } from 'vitest';

import { type MigratedFile, openFileAt } from '../../../tests/factories/migrated-file.ts';
import { migrate } from '../migrate.ts';
import { up } from './0028-board.ts';
import { MIGRATIONS } from './migrations.ts';

const VERSION = MIGRATIONS.find(({ up: step }) => step === up)?.version ?? 0;

let file: MigratedFile;
beforeEach(async () => {
  file = await openFileAt(VERSION - 1);
});
afterEach(() => file.dispose());

const upgrade = () => migrate(file.connection, { copyPath: () => ':memory:', upTo: VERSION });
const rows = (table: string) =>
  file.connection.prepare(`select * from ${table} order by id`).raw().all();

function put(entity: string, id: string, fields: object): void {
  file.connection
    .prepare(
      `insert into casework (entity, id, dossier_id, action_id, neighbourhood_id, state, fields, version)
       values (@entity, @id, 'd', @action, '', @state, @fields, 1)
       on conflict (entity, id) do update set fields = excluded.fields, state = excluded.state`,
    )
    .run({
      entity,
      id,
      action: entity === 'action' ? id : 'a1',
      state: 'state' in fields ? fields.state : '',
      fields: JSON.stringify(fields),
    });
}
const ACTION = { state: 'approved', startsOn: '2026-06-15', endsOn: null, ownerId: 'noor' };
const MEASURE = {
  segmentId: 's',
  streetId: 'z',
  type: 'presence',
  minutes: 15,
  timesPerWeek: 2,
  windows: [{ days: [1], from: 480, to: 540 }],
  officerId: 'noor',
  partnerId: null,
  removed: false,
};
const STEP = { kind: 'taken', urgent: true, reviewedBy: null };

it('knows what was there before, and follows what comes after', async () => {
  put('dossier', 'd', {});
  put('action', 'a1', ACTION);
  put('measure', 'm1', MEASURE);
  put('measure', 'm2', { ...MEASURE, removed: true });
  put('means-step', 's1', STEP);
  await upgrade();
  put('action', 'a2', { ...ACTION, state: 'proposed', answerBy: '2026-06-29' });
  put('means-step', 's2', { ...STEP, urgent: false });
  const windows = JSON.stringify(MEASURE.windows);
  expect(rows('board_action')).toEqual([
    ['a1', 'd', 'approved', '2026-06-15', null, 'noor', null, null],
    ['a2', 'd', 'proposed', '2026-06-15', null, 'noor', null, '2026-06-29'],
  ]);
  expect(rows('board_measure')).toEqual([
    ['a1', 'm1', 's', 'z', 'presence', 15, 2, windows, 'noor', null],
  ]);
  expect(rows('board_review')).toEqual([['s1', 'd']]);
  expect(rows('board_dossier')).toEqual([['d', '']]);

  put('action', 'a1', { ...ACTION, state: 'active', endsOn: '2026-07-12' });
  put('measure', 'm1', { ...MEASURE, removed: true });
  put('measure', 'm2', { ...MEASURE, minutes: 'many' });
  put('means-step', 's1', { ...STEP, reviewedBy: 'lead' });
  expect(rows('board_action')[0]).toEqual([
    'a1',
    'd',
    'active',
    '2026-06-15',
    '2026-07-12',
    'noor',
    null,
    null,
  ]);
  expect(rows('board_measure')).toEqual([
    ['a1', 'm2', 's', 'z', 'presence', 'many', 2, windows, 'noor', null],
  ]);
  expect(rows('board_review')).toEqual([]);

  file.connection.exec(`delete from casework where dossier_id = 'd'`);
  expect([...rows('board_action'), ...rows('board_measure')]).toEqual([]);
});

it('keeps what left the desk, takes calendars, and refuses to change either', async () => {
  const { connection } = file;
  connection.exec(`
    insert into officer values ('o1', 'Noor Voorbeeld', 1);
    insert into disclosure values ('d1', '', 'o1', 'csv', 3, 0, 1, 'Dienst', '{}')`);
  await upgrade();
  connection.exec(`
    insert into disclosure (id, made_at, officer_id, format, contacts, entries, restricted, assessments,
      recipient, view) values ('d2', '', 'o1', 'icalendar', 0, 12, 0, 0, '', '{}')`);
  expect(rows('disclosure')).toEqual([
    ['d1', '', 'o1', 'csv', 3, 0, 0, 1, 'Dienst', '{}'],
    ['d2', '', 'o1', 'icalendar', 0, 12, 0, 0, '', '{}'],
  ]);
  for (const change of ['update disclosure set contacts = 0', 'delete from disclosure']) {
    expect(() => connection.exec(change)).toThrow('disclosures are never edited');
  }
});

it('finds the actions of an officer in an index alone', async () => {
  await upgrade();
  const plan = file.connection
    .prepare<[], { detail: string }>(
      `explain query plan select action_id from board_measure where officer_id = 'noor'`,
    )
    .all();
  expect(plan.map(({ detail }) => detail)).toEqual([
    expect.stringContaining('USING COVERING INDEX board_measure_of_officer'),
  ]);
});
