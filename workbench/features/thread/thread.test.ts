import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, expect, it } from 'vitest';

import { THREAD_COLUMNS, threadSchema } from '#shared/contract/thread.ts';
import { ACTION_STATES } from '#shared/domain/actions/action.ts';
import { VERDICTS } from '#shared/domain/actions/vocabulary.ts';
import { newContactSchema } from '#shared/domain/contacts/contact.ts';
import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import { actionForm, dossierForm, measureFields } from '../../../tests/factories/casework.ts';
import { plantSmallTerritory } from '../../../tests/factories/small-territory.ts';
import { openTestFile, type TestFile } from '../../../tests/factories/test-store.ts';
import * as actions from '../actions/index.ts';
import { logContact } from '../contacts/log-contact.ts';
import { readDisclosures } from '../exports/index.ts';
import { readThread, writeThreadFile } from './index.ts';

const random = seededRandom(91);
const newId = (): string => makeId(Date.parse('2026-06-15T08:00:00.000Z'), randomBytes(random, 16));

let test: TestFile;
let dossierId: string;
let running: string;
beforeEach(async () => {
  test = await openTestFile();
  const { streetId } = await plantSmallTerritory(test.store);
  const [segment] = await actions.readSegments(test.file, { streetId });
  if (!segment) throw new Error('the street has no segment');
  const contactId = newId();
  await logContact(
    test.file,
    newContactSchema.parse({
      id: contactId,
      occurredAt: test.clock.now(),
      place: { streetId, houseNumber: '', position: null },
      reason: 'traffic',
      next: { step: 'nothing', note: '' },
    }),
  );
  [dossierId, running] = [newId(), newId()];
  await actions.openDossier(test.file, {
    id: dossierId,
    form: dossierForm([segment.id], { contacts: [contactId], assessment: 'GEHEIM' }),
  });
  // A colleague linked one that the officer may not see.
  await actions.changeDossier(test.file, {
    id: dossierId,
    changes: { contacts: [contactId, newId()] },
  });
  await propose(running, 'traffic-safety');
  const measureId = newId();
  await actions.planMeasure(test.file, { id: measureId, fields: measureFields(running, segment) });
  await actions.answerAction(test.file, null, { id: running, approve: true, reason: '' });
  await actions.startAction(test.file, { id: running });
  await actions.confirmDelivery(test.file, {
    id: newId(),
    measureId,
    day: '2026-06-15',
    minutes: 40,
  });
});
afterEach(() => test.dispose());

async function propose(id: string, priority: string | null): Promise<void> {
  const form = { ...actionForm(test.store.identity.officerId), priority, title: '=Trager' };
  await actions.proposeAction(test.file, { id, dossierId, form });
}
async function save(goal: string) {
  const same = <Name extends string>(names: readonly Name[]): Record<Name, string> =>
    Object.fromEntries(names.map((name) => [name, `${name}!`])) as Record<Name, string>;
  const { fileName, text } = await writeThreadFile(test.file, {
    question: { goal },
    fileName: 'thread',
    titles: same(THREAD_COLUMNS),
    goals: { 'traffic-safety': 'Verkeer' },
    states: same(ACTION_STATES),
    verdicts: same(VERDICTS),
  });
  const rows: string[][] = parse(text, { delimiter: ';', bom: true });
  return { fileName, rows };
}
/** What the columns of minutes hold, action by action. */
async function measuredInFile(goal: string): Promise<string[][]> {
  const first = THREAD_COLUMNS.indexOf('planned');
  const { rows } = await save(goal);
  return rows.slice(1).map((cells) => cells.slice(first, first + 5));
}
const ask = async (goal: string | null = null) =>
  threadSchema.parse(await readThread(test.file, { goal }));

it('leads from every goal of the plan to its actions, and those without a goal stand apart', async () => {
  await propose(newId(), null);
  const thread = await ask();
  expect(thread.map(({ goal, actions: own }) => [goal, own.length])).toEqual([
    ['traffic-safety', 1],
    ['theft-burglary', 0],
    ['nuisance', 0],
    ['drugs', 0],
    ['community-policing', 0],
    [null, 1],
  ]);
  expect((await ask('none')).map(({ goal }) => goal)).toEqual([null]);
  expect((await ask('drugs')).map(({ actions: own }) => own)).toEqual([[]]);
});

it('says what was delivered against the plan, and which contacts are not to be seen here', async () => {
  await propose(newId(), 'traffic-safety');
  const [traffic] = await ask('traffic-safety');
  expect(traffic?.figures).toEqual({
    actions: 2,
    begun: 1,
    closed: 0,
    planned: 120,
    plannedSoFar: 0,
    delivered: 40,
    counted: 30,
    contacts: 2,
    contactsElsewhere: 1,
    verdicts: {},
  });
  expect(traffic?.actions.find(({ id }) => id === running)).toMatchObject({
    state: 'active',
    dossierTitle: 'Te snel verkeer aan de school',
    contacts: 2,
    contactsElsewhere: 1,
    dose: { planned: 120, plannedSoFar: 0, delivered: 40, counted: 30, share: 0.25 },
    refusal: '',
    sign: { before: 40, after: null },
  });
});

it('measures nothing of what has not begun, and says why it was refused', async () => {
  const [refused, approved] = [newId(), newId()];
  await propose(refused, 'drugs');
  await propose(approved, 'drugs');
  await actions.answerAction(test.file, null, { id: refused, approve: false, reason: 'Nu niet' });
  await actions.answerAction(test.file, null, { id: approved, approve: true, reason: 'Goed zo' });
  const [drugs] = await ask('drugs');
  const lineOf = (wanted: string) => drugs?.actions.find(({ id }) => id === wanted);
  expect(lineOf(refused)).toMatchObject({ state: 'refused', dose: null, refusal: 'Nu niet' });
  expect(lineOf(approved)).toMatchObject({ state: 'approved', dose: null, refusal: '' });
  expect(drugs?.figures).toMatchObject({ begun: 0, planned: 0, plannedSoFar: 0, delivered: 0 });
  expect(await measuredInFile('drugs')).toEqual([
    ['', '', '', '', ''],
    ['', '', '', '', ''],
  ]);
  expect(await measuredInFile('traffic-safety')).toEqual([['120', '0', '40', '30', '0,25']]);
});

it('has the verdict of what ended', async () => {
  await actions.closeAction(test.file, {
    id: running,
    verdict: 'not-really-tried',
    verdictNote: 'GEHEIM',
    signAfter: 38,
    feedback: { on: '2026-06-15', channel: 'at-home', text: 'Gezegd' },
    lesson: null,
  });
  const [traffic] = await ask('traffic-safety');
  expect(traffic?.figures).toMatchObject({ closed: 1, verdicts: { 'not-really-tried': 1 } });
  expect(traffic?.actions).toMatchObject([{ verdict: 'not-really-tried', sign: { after: 38 } }]);
  expect(JSON.stringify(traffic)).not.toContain('GEHEIM');
});

it('leaves as a file of what is shown, without formulas, and that is kept', async () => {
  const { fileName, rows } = await save('traffic-safety');
  expect(fileName).toBe('thread-2026-06-15.csv');
  expect(rows).toHaveLength(2);
  expect(rows[0]).toEqual(THREAD_COLUMNS.map((column) => `${column}!`));
  expect(rows[1]?.slice(0, 4)).toEqual([
    'Verkeer',
    "'=Trager",
    'Te snel verkeer aan de school',
    'active!',
  ]);
  expect(rows[1]?.[12]).toBe('0,25');
  const left = await readDisclosures(test.file, { cursor: null, limit: 5 });
  expect(left.rows).toMatchObject([
    { format: 'csv', items: 1, subject: { what: 'thread', goal: 'traffic-safety' } },
  ]);
});
