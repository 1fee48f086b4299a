import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';

import type { DealForm } from '#shared/contract/action-deals.ts';
import type { StepForm } from '#shared/contract/action-means.ts';
import {
  EXPORT_FORMATS,
  type ExportRequest,
  type ExportWords,
  EXTRA_TITLES,
} from '#shared/contract/exports.ts';
import { open311RequestSchema } from '#shared/domain/actions/open311.ts';
import { lighterThan } from '#shared/domain/actions/vocabulary.ts';
import { newContactSchema } from '#shared/domain/contacts/contact.ts';
import { CONTACT_COLUMNS, NEWEST_FIRST } from '#shared/domain/contacts/contact-view.ts';
import { addDays, dayOf } from '#shared/lib/dates.ts';

import { actionForm, dealForm } from '../factories/casework.ts';
import { collect } from '../factories/test-imports.ts';
import { type CaseworkTown, startCaseworkTown } from './casework-town.ts';
import { TODAY } from './town.ts';

const SECRET = 'GEHEIME INSCHATTING';

let town: CaseworkTown['town'];
let dossierId: CaseworkTown['dossierId'];
let segment: CaseworkTown['segment'];
let propose: CaseworkTown['propose'];
let approved: CaseworkTown['approved'];
let running: CaseworkTown['running'];
let deliver: CaseworkTown['deliver'];
beforeEach(async () => {
  ({ town, dossierId, segment, propose, approved, running, deliver } = await startCaseworkTown());
});
afterEach(() => town.desk.dispose());

/** A contact with {@link SECRET} as what the officer makes of it. */
async function assessedContact() {
  const contact = newContactSchema.parse({
    id: town.newId(),
    occurredAt: '2026-06-10T10:00:00.000Z',
    place: { streetId: segment.streetId, houseNumber: '', position: [4.405, 51.001] },
    reason: 'traffic',
    next: { step: 'nothing', note: '' },
    summary: 'Een auto reed te snel',
    assessment: SECRET,
  });
  await town.client.contacts.log(contact);
  return contact;
}

/** All contacts, with assessments. */
function exportRequest(changes: Partial<ExportRequest>): ExportRequest {
  const columns = [...CONTACT_COLUMNS];
  const titles = Object.fromEntries(
    [...columns, ...EXTRA_TITLES].map((name) => [name, name]),
  ) as ExportWords['titles'];
  return {
    format: 'csv',
    view: { filter: {}, sort: NEWEST_FIRST, group: null, columns },
    language: 'nl',
    include: { restricted: true, assessments: true },
    recipient: '',
    words: {
      fileName: 'contacten',
      titles,
      about: [],
      withdrawn: 'ingetrokken',
      amended: 'verbeterd',
      outside: '-',
      placeUnknown: '?',
      states: {
        'only-here': '1',
        'under-way': '2',
        received: '3',
        'needs-choice': '4',
        quarantine: '5',
      },
    },
    ...changes,
  };
}

async function exported(request: ExportRequest): Promise<string> {
  const done = (await collect(await town.client.exports.contacts(request))).at(-1);
  if (done?.type !== 'done') throw new Error('the export did not end');
  const part = { downloadId: done.downloadId, offset: 0 };
  const { bytes } = await town.client.transfers.readDownload(part);
  return Buffer.from(bytes, 'base64').toString();
}

const stateOf = async (id: string) =>
  (await town.client.actions.dossier({ id: dossierId })).actions.find((one) => one.id === id)
    ?.state;

it('N2: without a success sign and an end date an action cannot become active', async () => {
  const { start, change } = town.client.actions;
  const { sign, endsOn } = actionForm(town.me);
  const { id } = await approved({ sign: null, endsOn: null });
  await expect(start({ id })).rejects.toMatchObject({
    code: 'NOT_READY',
    data: { missing: ['sign', 'endsOn'] },
  });
  await change({ id, changes: { sign } });
  await expect(start({ id })).rejects.toMatchObject({ data: { missing: ['endsOn'] } });
  await change({ id, changes: { sign: null, endsOn } });
  await expect(start({ id })).rejects.toMatchObject({ data: { missing: ['sign'] } });
  expect(await stateOf(id)).toBe('approved');
  await change({ id, changes: { sign } });
  expect((await start({ id })).state).toBe('active');
});

describe('N8: a heavier step without a reason', () => {
  const step = (changes: Partial<StepForm> = {}): StepForm => ({
    dossierId,
    actionId: null,
    means: 'administrative-fine',
    kind: 'taken',
    note: 'Boete',
    legalGround: 'Politiereglement, artikel 12',
    necessity: 'Waarschuwen hielp niet',
    proportionality: 'Het laagste bedrag',
    decidedBy: town.me,
    urgent: false,
    ...changes,
  });

  it('is refused, and stays refused until each lighter one has its word', async () => {
    const { noteStep, means, dossier } = town.client.actions;
    const lighter = lighterThan('administrative-fine');
    for (const said of lighter) {
      await expect(noteStep({ id: town.newId(), form: step() })).rejects.toMatchObject({
        code: 'INVALID_FIELD',
        data: { field: 'means', reason: 'lighter-unsaid' },
      });
      const word = { means: said, kind: 'not-tried', note: 'Past hier niet' } as const;
      await noteStep({ id: town.newId(), form: step(word) });
    }
    for (const field of ['legalGround', 'necessity', 'proportionality'] as const) {
      await expect(
        noteStep({ id: town.newId(), form: step({ [field]: ' ' }) }),
      ).rejects.toMatchObject({ data: { field, reason: 'missing' } });
    }
    await noteStep({ id: town.newId(), form: step() });
    expect((await dossier({ id: dossierId })).steps).toHaveLength(lighter.length + 1);
    expect((await means()).toReview).toEqual([]);
  });

  it('goes through as urgent only, and stays up for review by another than who noted it', async () => {
    const { noteStep, reviewStep, means } = town.client.actions;
    const colleague = await town.client.people.addOfficer({ displayName: 'Samir Verzonnen' });
    const id = town.newId();
    const bare = { legalGround: '', necessity: '', proportionality: '', decidedBy: colleague.id };
    await expect(noteStep({ id, form: step(bare) })).rejects.toMatchObject({
      code: 'INVALID_FIELD',
    });
    await noteStep({ id, form: step({ ...bare, urgent: true }) });
    expect((await means()).toReview).toMatchObject([{ id, urgent: true }]);
    await expect(reviewStep({ id, note: ' ' })).rejects.toMatchObject({ code: 'INVALID_FIELD' });
    expect((await means()).toReview).toHaveLength(1);
    await expect(reviewStep({ id, note: 'Het kon niet wachten' })).rejects.toMatchObject({
      code: 'NOT_NOW',
      data: { reason: 'same-person' },
    });
    expect((await means()).toReview).toHaveLength(1);
  });
});

describe('a deal with a partner', () => {
  const words = {
    place: 'Asterlaan',
    problem: 'te snel verkeer',
    times: 'maandag',
    measures: 'toezicht',
    contact: 'Samir Verzonnen',
    persons: 'Mila Verzonnen',
  };
  const titles = {
    place: 'Waar',
    problem: 'Wat',
    times: 'Wanneer',
    measures: 'Hoe',
    contact: 'Wie van ons',
    persons: 'Wie',
  };
  let form: DealForm;
  beforeEach(async () => {
    const partnerId = town.newId();
    const partner = { id: partnerId, name: 'Dienst wegen', kind: 'municipality' as const };
    await town.client.actions.addPartner(partner);
    form = dealForm(await propose(), partnerId, {
      fieldsOut: ['place', 'problem', 'times', 'measures'],
    });
  });
  const subject = { measures: 'toezicht', place: 'Asterlaan' };
  /** The deal in every form in which it can be handed out, with the names of the files. */
  async function handOuts(id: string): Promise<string> {
    const files = ['csv', 'open311'] as const;
    const texts: string[] = [];
    for (const format of files) {
      const request = { id, format, words, subject, titles, head: [] };
      const file = await town.client.actions.dealFile(request);
      texts.push(file.fileName, file.text);
    }
    return texts.join('\n');
  }

  it('N11: an assessment never enters a partner hand-out', async () => {
    const contact = await assessedContact();
    await town.client.actions.changeDossier({
      id: dossierId,
      changes: { assessment: SECRET, contacts: [contact.id] },
    });
    const page = await town.client.actions.dossier({ id: dossierId });
    expect(page.dossier.assessment).toBe(SECRET);
    expect(page.contacts[0]?.assessment).toBe(SECRET);

    const id = town.newId();
    await town.client.actions.makeDeal({ id, form });
    const out = await handOuts(id);
    expect(out).toContain('Asterlaan');
    expect(out).toContain('te snel verkeer');
    expect(out).not.toContain(SECRET);
    // Nobody can choose it to go out either.
    await expect(
      town.client.actions.changeDeal({
        id,
        changes: { fieldsOut: ['place', 'assessment' as never] },
      }),
    ).rejects.toThrow();
  });

  it('N11: nor an export of contacts that is for somebody, in any form', async () => {
    await assessedContact();
    const { contacts, printed, disclosures } = town.client.exports;
    const refusal = {
      code: 'INVALID_FIELD',
      data: { field: 'assessments', reason: 'for-somebody' },
    };
    const request = exportRequest({ recipient: 'Dienst wegen' });
    const { view, include, recipient } = request;
    for (const format of EXPORT_FORMATS) {
      const tried = contacts({ ...request, format }).then(collect);
      await expect(tried).rejects.toMatchObject(refusal);
    }
    const list = { id: town.newId(), view, include, contacts: 1 };
    await expect(printed({ ...list, recipient })).rejects.toMatchObject(refusal);
    expect((await disclosures({ cursor: null, limit: 5 })).rows).toEqual([]);

    // Without them it goes out, and nothing of them with it.
    const without = { ...request, include: { ...include, assessments: false } };
    for (const format of EXPORT_FORMATS) {
      const text = await exported({ ...without, format });
      expect(text).toContain('Een auto reed te snel');
      expect(text).not.toContain(SECRET);
    }
    // What is for nobody else may hold them: a recipient of spaces is nobody.
    expect(await exported({ ...request, recipient: ' ' })).toContain(SECRET);
    await printed({ ...list, recipient: '' });
  });

  it('what was not chosen goes out in no form, not even in place of what was', async () => {
    const title = 'Mevrouw Verzonnen slaapt slecht';
    await town.client.actions.changeDossier({ id: dossierId, changes: { title } });
    await town.client.actions.change({ id: form.actionId, changes: { title } });
    for (const problem of ['unadapted-speed', null]) {
      await town.client.actions.changeDossier({ id: dossierId, changes: { problem } });
      const id = town.newId();
      await town.client.actions.makeDeal({ id, form: { ...form, fieldsOut: ['place'] } });
      const out = await handOuts(id);
      expect(out).toContain('Asterlaan');
      expect(out).toContain(`${TODAY}-dienst-wegen-asterlaan.csv`);
      expect(out).not.toMatch(/Verzonnen|unadapted-speed|te snel|toezicht|maandag/i);
    }
  });

  it('an Open311 request says the day on which the deal was made, not when its action was proposed', async () => {
    town.desk.clock.advance(3 * 86_400_000);
    const id = town.newId();
    await town.client.actions.makeDeal({ id, form });
    const request = { id, words, subject, titles, head: [] };
    const file = await town.client.actions.dealFile({ ...request, format: 'open311' });
    const [asked] = z.array(open311RequestSchema).parse(JSON.parse(file.text));
    expect(dayOf(asked?.requested_datetime ?? '')).toBe(addDays(TODAY, 3));
    expect(file.fileName).toBe(`${addDays(TODAY, 3)}-dienst-wegen-toezicht-asterlaan.json`);
  });

  it('N17: without a ground a deal sheet cannot include a person', async () => {
    const { makeDeal, changeDeal } = town.client.actions;
    const person = await town.client.parties.add({
      id: town.newId(),
      fields: { kind: 'person', name: 'Mila Verzonnen', reach: '', language: null, role: null },
    });
    const parties = [person.id];
    const id = town.newId();
    for (const tried of [
      { ...form, parties },
      { ...form, parties, fieldsOut: ['place' as const, 'persons' as const] },
      { ...form, parties, fieldsOut: ['persons' as const], ground: '   ' },
    ]) {
      await expect(makeDeal({ id, form: tried })).rejects.toMatchObject({
        code: 'INVALID_FIELD',
        data: { field: 'ground', reason: 'missing' },
      });
    }
    await makeDeal({ id, form });
    expect(await handOuts(id)).not.toMatch(/Mila|Samir/);
    await changeDeal({ id, changes: { fieldsOut: ['place', 'contact'] } });
    expect(await handOuts(id)).toContain('Samir Verzonnen');
    const named = { parties, fieldsOut: ['place' as const, 'persons' as const] };
    await expect(changeDeal({ id, changes: named })).rejects.toMatchObject({
      data: { field: 'ground' },
    });
    await changeDeal({ id, changes: { ...named, ground: 'Protocol met de stad, artikel 3' } });
    expect(await handOuts(id)).toContain('Mila Verzonnen');
    await expect(changeDeal({ id, changes: { ground: '' } })).rejects.toMatchObject({
      data: { field: 'ground' },
    });
  });
});

it('N18: a refusal needs a reason', async () => {
  const { answer, bench } = town.client.actions;
  const id = await propose();
  for (const reason of ['', ' \n ']) {
    await expect(answer({ id, approve: false, reason })).rejects.toMatchObject({
      code: 'INVALID_FIELD',
      data: { field: 'reason', reason: 'missing' },
    });
  }
  expect(await bench()).toMatchObject([{ id, state: 'proposed', proposedBy: town.me }]);
  const refused = await answer({ id, approve: false, reason: 'Na de zomer, met de school' });
  expect(refused).toMatchObject({
    state: 'refused',
    answerReason: 'Na de zomer, met de school',
    answeredBy: town.me,
  });
  expect(await bench()).toEqual([]);
});

it('N20: a dose under half of the plan forces "not really tried"', async () => {
  const { verdicts, close } = town.client.actions;
  const { id, measureId } = await running();
  // The plan is 120 minutes in four weeks, 30 in each: a long stop does not stand for the other weeks.
  await deliver(measureId, 300);
  town.desk.clock.advance(7 * 86_400_000);
  await deliver(measureId, 29, addDays(TODAY, 7));
  const closing = {
    id,
    verdictNote: '',
    signAfter: 1,
    feedback: { on: TODAY, channel: 'at-home', text: 'Gezegd wat er kwam' },
    lesson: null,
  };
  const possible = async () =>
    (await verdicts({ id, signAfter: 1 })).choices
      .filter((choice) => choice.possible)
      .map(({ verdict }) => verdict);
  expect(await possible()).toEqual(['not-really-tried']);
  for (const verdict of ['helped', 'no-sign', 'cannot-tell', 'worse'] as const) {
    await expect(close({ ...closing, verdict })).rejects.toMatchObject({
      code: 'INVALID_FIELD',
      data: { field: 'verdict', reason: 'not-possible' },
    });
  }
  expect(await stateOf(id)).toBe('active');
  await deliver(measureId, 1, addDays(TODAY, 7));
  expect(await possible()).not.toContain('not-really-tried');
});
