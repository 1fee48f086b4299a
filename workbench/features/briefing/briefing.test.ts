import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { SegmentChoice } from '#shared/contract/actions.ts';
import { type BriefingQuestion, briefingSchema } from '#shared/contract/briefing.ts';
import { USUAL_SHIFTS } from '#shared/domain/briefing/shift.ts';
import { type NewContact, newContactSchema } from '#shared/domain/contacts/contact.ts';
import { streetIn } from '#shared/domain/territory/placed-street.ts';
import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import {
  actionForm,
  dealForm,
  dossierForm,
  measureFields,
} from '../../../tests/factories/casework.ts';
import { plantCrossingStreet } from '../../../tests/factories/crossing-street.ts';
import { plantNamesake } from '../../../tests/factories/namesake-street.ts';
import { plantFacts } from '../../../tests/factories/planted-facts.ts';
import { plantSmallTerritory } from '../../../tests/factories/small-territory.ts';
import { openTestFile, type TestFile } from '../../../tests/factories/test-store.ts';
import { storeTerritory, territoryMaker } from '../../../tests/factories/test-territory.ts';
import * as actions from '../actions/index.ts';
import { logContact } from '../contacts/log-contact.ts';
import { addParty } from '../parties/index.ts';
import { readBriefing, readShifts, setShifts } from './index.ts';

const random = seededRandom(77);
const newId = (): string => makeId(Date.parse('2026-06-15T08:00:00.000Z'), randomBytes(random, 16));
/** Monday to Friday, 8 to 9 in the morning. */
const MORNING = [{ days: [1, 2, 3, 4, 5], from: 480, to: 540 }];
const EVENING = [{ days: [1, 2, 3, 4, 5, 6, 7], from: 20 * 60, to: 60 }];

let test: TestFile;
let segment: SegmentChoice;
let neighbourhoodId: string;
let dossierId: string;
let actionId: string;
beforeEach(async () => {
  test = await openTestFile();
  const planted = await plantSmallTerritory(test.store);
  ({ neighbourhoodId } = planted);
  const [first] = await actions.readSegments(test.file, { streetId: planted.streetId });
  segment = first ?? expect.fail('the street has no segment');
  [dossierId, actionId] = [newId(), newId()];
  const form = dossierForm([segment.id], {
    assessment: 'GEHEIM oordeel',
    scanning: 'GEHEIM beeld',
  });
  await actions.openDossier(test.file, { id: dossierId, form });
  const owner = test.store.identity.officerId;
  await actions.proposeAction(test.file, { id: actionId, dossierId, form: actionForm(owner) });
});
afterEach(() => test.dispose());

async function plan(changes: Partial<ReturnType<typeof measureFields>> = {}): Promise<string> {
  const id = newId();
  const fields = { ...measureFields(actionId, segment), note: 'GEHEIME nota', ...changes };
  await actions.planMeasure(test.file, { id, fields });
  return id;
}
async function start(): Promise<void> {
  await actions.answerAction(test.file, null, { id: actionId, approve: true, reason: '' });
  await actions.startAction(test.file, { id: actionId });
}
const ask = async (changes: Partial<BriefingQuestion> = {}) =>
  briefingSchema.parse(
    await readBriefing(test.file, {
      day: '2026-06-15',
      shift: 'early',
      neighbourhoodId: null,
      ...changes,
    }),
  );
async function log(changes: Partial<NewContact> = {}): Promise<void> {
  const contact = newContactSchema.parse({
    id: newId(),
    occurredAt: test.clock.now(),
    place: { streetId: segment.streetId, houseNumber: '12', position: null },
    reason: 'traffic',
    next: { step: 'nothing', note: '' },
    ...changes,
  });
  await logContact(test.file, contact);
}
const promise = (dueOn: string) => ({
  next: { step: 'promise' as const, note: 'GEHEIME belofte', dueOn, channel: null, ownerId: null },
});

describe('a briefing sheet', () => {
  it('has the measures whose windows fall in the shift, why, and how often they were done', async () => {
    const morning = await plan({ windows: MORNING });
    const evening = await plan({ windows: EVENING });
    const always = await plan();
    expect((await ask()).streets).toEqual([]);
    await start();
    await actions.confirmDelivery(test.file, {
      id: newId(),
      measureId: morning,
      day: '2026-06-15',
      minutes: 15,
    });
    const { streets } = await ask({ day: '2026-06-16' });
    expect(streets).toMatchObject([
      {
        nameNl: 'Zonnebloemstraat',
        measures: [
          { id: morning, times: [{ from: 480, to: 540 }], stopsThisWeek: 1, timesPerWeek: 2 },
          { id: always, times: [], stopsThisWeek: 0 },
        ],
        reasons: [{ actionId, problem: 'unadapted-speed', aim: 'Kinderen steken veilig over' }],
      },
    ]);
    const idsOf = async (changes: Partial<BriefingQuestion>) =>
      (await ask(changes)).streets.flatMap(({ measures }) => measures.map(({ id }) => id));
    expect(await idsOf({ shift: 'late' })).toEqual([evening, always]);
    expect(await idsOf({ shift: 'night' })).toEqual([evening, always]);
    expect(await idsOf({ day: '2026-06-20' })).toEqual([always]);
    // Not before it begins, not after it ends, and not what was taken away.
    expect(await idsOf({ day: '2026-06-14' })).toEqual([]);
    expect(await idsOf({ day: '2026-07-13' })).toEqual([]);
    await actions.removeMeasure(test.file, { id: always });
    expect(await idsOf({ day: '2026-06-20' })).toEqual([]);
  });

  it('says who does it, and with which partner', async () => {
    const partnerId = newId();
    const partner = { id: partnerId, name: 'Dienst wegen', kind: 'municipality' as const };
    await actions.addPartner(test.file, partner);
    const { officerId } = test.store.identity;
    const together = await plan({ officerId, partnerId });
    const alone = await plan({ partnerId });
    await start();
    const [street] = (await ask()).streets;
    const who = new Map(
      street?.measures.map((one) => [one.id, [one.officerName !== '', one.partnerName]]),
    );
    expect(who.get(together)).toEqual([true, 'Dienst wegen']);
    expect(who.get(alone)).toEqual([false, 'Dienst wegen']);
  });

  it('has a street once, under whichever of its names, with the stretch of each measure', async () => {
    const town = territoryMaker(9);
    const street = { officialId: 'laan' };
    const { id: before } = town.street({ ...street, nameNl: 'Oude Laan', validTo: '2026-01-01' });
    const { id: since } = town.street({
      ...street,
      nameNl: 'Nieuwe Laan',
      validFrom: '2026-01-01',
    });
    const stretches = [before, since].map((streetId, at) =>
      town.segment({
        streetId,
        neighbourhoodId,
        officialId: `laan ${at}`,
        geometry: [
          [4.41 + at / 1_000, 51.008],
          [4.411 + at / 1_000, 51.008],
        ],
      }),
    );
    await storeTerritory(test.store, town.dataset);
    for (const { id: segmentId, streetId } of stretches) await plan({ segmentId, streetId });
    await start();
    await log({
      ...promise('2026-06-15'),
      place: { streetId: since, houseNumber: '', position: null },
    });
    const { streets } = await ask();
    expect(streets).toMatchObject([
      { nameNl: 'Nieuwe Laan', promises: { due: [{ count: 1 }], overdue: 0 } },
    ]);
    expect(streets[0]?.measures.map(({ stretch }) => stretch).sort()).toEqual([1, 2]);
  });

  it('tells streets of one name apart by their neighbourhood, and names all that one goes through', async () => {
    const namesake = await plantNamesake(test.store);
    const { streetId, north } = await plantCrossingStreet(test.store, neighbourhoodId);
    await plan();
    await plan({ segmentId: north, streetId });
    await start();
    const at = (houseNumber: string, street: string, latitude: number) => ({
      ...promise('2026-06-15'),
      place: { streetId: street, houseNumber, position: [4.418, latitude] as [number, number] },
    });
    await log(at('', namesake.streetId, 50.99));
    await log(at('', streetId, 50.997));
    const { streets } = await ask();
    expect(streets.map((one) => streetIn('nl', one))).toEqual([
      'Asterlaan, Zonnewijk en Maanwijk',
      'Zonnebloemstraat, Maanwijk',
      'Zonnebloemstraat, Zonnewijk',
    ]);
  });

  it('is narrowed to a neighbourhood', async () => {
    await plan();
    await start();
    expect((await ask({ neighbourhoodId })).streets).toHaveLength(1);
    expect((await ask({ neighbourhoodId: newId() })).streets).toEqual([]);
  });

  it('counts subjects and promises, and holds no word of a resident and no assessment', async () => {
    await plan();
    await start();
    const partyId = newId();
    await addParty(test.file, {
      id: partyId,
      fields: {
        kind: 'person',
        name: 'GEHEIME Mila Verzonnen',
        reach: '',
        language: null,
        role: null,
      },
    });
    const secret = {
      summary: 'GEHEIME tekst',
      need: 'GEHEIME nood',
      assessment: 'GEHEIM oordeel',
      parties: [partyId],
    };
    await log({ ...secret, ...promise('2026-06-15') });
    await log({ ...secret, ...promise('2026-06-16') });
    await log({ ...secret, reason: 'nuisance' });
    await log({ ...secret, ...promise('2026-06-15'), sensitivity: 'restricted' });
    await log({ occurredAt: '2026-05-01T08:00:00.000Z' });
    const today = await ask();
    expect(today.contactsSince).toBe('2026-05-18');
    expect(today.streets).toMatchObject([
      {
        contacts: 3,
        subjects: [
          { code: 'traffic', count: 2 },
          { code: 'nuisance', count: 1 },
        ],
        promises: { due: [{ ownerName: 'Noor Voorbeeld', count: 1 }], overdue: 0 },
      },
    ]);
    const tomorrow = await ask({ day: '2026-06-16' });
    expect(tomorrow.streets[0]?.promises).toEqual({
      due: [{ ownerName: 'Noor Voorbeeld', count: 1 }],
      overdue: 1,
    });
    expect(JSON.stringify([today, tomorrow])).not.toMatch(/GEHEIM|Verzonnen/);
  });

  it('lists a street for a promise of the day alone, but not for one that is overdue', async () => {
    await log(promise('2026-06-16'));
    expect((await ask()).streets).toEqual([]);
    expect((await ask({ day: '2026-06-16' })).streets).toMatchObject([
      { measures: [], promises: { due: [{ count: 1 }] } },
    ]);
    expect((await ask({ day: '2026-06-17' })).streets).toEqual([]);
  });

  it('names the hours of the shift in which facts stand out', async () => {
    await plan();
    await start();
    await plantFacts(test.store, {
      seed: 4,
      count: 2_000,
      from: Date.parse('2025-07-01'),
      to: Date.parse('2026-06-01'),
    });
    const late = await ask({ shift: 'late' });
    expect(late.streets[0]?.hot).not.toEqual([]);
    for (const { from, to } of late.streets[0]?.hot ?? []) {
      expect(from).toBeGreaterThanOrEqual(late.hours.from);
      expect(to).toBeLessThanOrEqual(late.hours.to);
    }
  });

  it('has the parts of deals that are due or overdue, each side for itself', async () => {
    const partnerId = newId();
    await actions.addPartner(test.file, {
      id: partnerId,
      name: 'Dienst wegen',
      kind: 'municipality',
    });
    const form = dealForm(actionId, partnerId, {
      theyDueOn: '2026-06-15',
      weDo: 'Tellen',
      weDueOn: '2026-06-10',
    });
    const id = newId();
    await actions.makeDeal(test.file, { id, form });
    expect((await ask()).deals).toMatchObject([
      { side: 'we', what: 'Tellen', dueOn: '2026-06-10' },
      { side: 'they', what: 'Drempel aanleggen', partnerName: 'Dienst wegen' },
    ]);
    expect((await ask({ day: '2026-06-14' })).deals).toMatchObject([{ side: 'we' }]);
    await actions.changeDeal(test.file, { id, changes: { weDoneOn: '2026-06-15' } });
    expect((await ask()).deals).toMatchObject([{ side: 'they' }]);
    await actions.changeDeal(test.file, { id, changes: { withdrawn: true } });
    expect((await ask()).deals).toEqual([]);
  });
});

describe('the shifts of a zone', () => {
  it('are the usual ones until an administrator sets others, by name', async () => {
    expect(await readShifts(test.file)).toEqual({ begins: USUAL_SHIFTS, set: null });
    const begins = [
      { shift: 'day' as const, from: 7 * 60 },
      { shift: 'night' as const, from: 19 * 60 },
    ];
    for (const role of ['officer', 'team-lead'] as const) {
      await expect(setShifts(test.file, role, { begins })).rejects.toMatchObject({
        code: 'NOT_NOW',
        data: { reason: 'not-a-leader' },
      });
    }
    const set = await setShifts(test.file, 'administrator', { begins });
    expect(set).toEqual({
      begins,
      set: { at: test.clock.now(), byName: 'Noor Voorbeeld' },
    });
    expect(await readShifts(test.file)).toEqual(set);
    expect((await ask({ shift: 'day' })).hours).toEqual({ from: 420, to: 1_140 });
    expect((await ask({ shift: 'night' })).hours).toEqual({ from: 1_140, to: 1_860 });
    await expect(ask({ shift: 'early' })).rejects.toMatchObject({
      code: 'INVALID_FIELD',
      data: { field: 'shift' },
    });
  });
});
