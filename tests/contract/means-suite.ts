import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

import { dealFileSchema } from '#shared/contract/action-deals.ts';
import type { WorkbenchClient } from '#shared/contract/contract.ts';
import { disclosureSchema } from '#shared/contract/exports.ts';
import { meansStepSchema } from '#shared/domain/actions/means.ts';
import { open311RequestSchema } from '#shared/domain/actions/open311.ts';
import { lighterThan } from '#shared/domain/actions/vocabulary.ts';
import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import { actionForm, dossierForm, measureFields } from '../factories/casework.ts';
import { PASSPHRASE } from '../factories/test-workbench.ts';
import { type DeskOver, importStreet, type MakeTransport, startDeskOver } from './desk-over.ts';

const random = seededRandom(58);
const newId = (): string => makeId(Date.parse('2026-06-15T08:00:00.000Z'), randomBytes(random, 16));

const said = { legalGround: '', necessity: 'gevaar', proportionality: 'kort' };
const partner = { id: newId(), name: 'Dienst wegen', kind: 'municipality' as const };
const notNow = (reason: string) => ({ code: 'NOT_NOW', data: { reason } });

/** What a dossier takes of means, and agrees on with a partner, over any transport. */
export function registerMeansSuite(name: string, open: MakeTransport): void {
  describe(`means, partners and deals, ${name}`, () => {
    let over: DeskOver;
    let client: WorkbenchClient;
    let me = '';
    const [dossierId, endedId, laterId, dealId] = [newId(), newId(), newId(), newId()];
    /** What the sheet says in words; it is of the deal which of them go out. */
    const request = {
      id: dealId,
      words: {
        place: 'Zonnebloemstraat',
        problem: 'te snel',
        times: 'maandag',
        measures: 'toezicht',
        contact: 'Samir Demoen',
        persons: 'Mila Verzonnen',
      },
      subject: { measures: 'toezicht', place: 'Zonnebloemstraat' },
      titles: { place: 'Waar' },
      head: [],
    };

    beforeAll(async () => {
      over = await startDeskOver(open);
      client = over.client;
      const made = await client.desk.createProfile({
        displayName: 'Noor Voorbeeld',
        passphrase: PASSPHRASE,
      });
      me = made.officer?.id ?? '';
      await importStreet(client, 'Zonnebloemstraat');
      const [place] = (await client.search.everything({ text: 'zonnebloem', limit: 1 })).places;
      const [segment] = await client.actions.segments({ streetId: place?.streetId ?? '' });
      if (!segment) throw new Error('the street has no stretch');
      await client.actions.openDossier({ id: dossierId, form: dossierForm([segment.id]) });
      for (const id of [endedId, laterId]) {
        await client.actions.propose({ id, dossierId, form: actionForm(me) });
      }
      const id = endedId;
      await client.actions.planMeasure({ id: newId(), fields: measureFields(id, segment) });
      await client.actions.answer({ id, approve: true, reason: '' });
      await client.actions.start({ id });
      await client.actions.close({
        id,
        verdict: 'not-really-tried',
        verdictNote: '',
        signAfter: null,
        feedback: { on: '2026-06-15', channel: 'at-home', text: 'Gezegd wat er kwam' },
        lesson: null,
      });
    });
    afterAll(() => over.end());

    it('an urgent means has its grounds afterwards and waits for a review', async () => {
      const stepId = newId();
      await client.actions.noteStep({
        id: stepId,
        form: {
          dossierId,
          actionId: null,
          means: 'coercion',
          kind: 'taken',
          note: 'Meteen weggehaald',
          ...said,
          decidedBy: me,
          urgent: true,
        },
      });
      const untaken = { id: newId(), means: 'talk', kind: 'tried', note: 'Gesproken' } as const;
      const noted = await client.actions.noteUntaken({ dossierId, steps: [untaken] });
      expect(z.array(meansStepSchema).parse(noted)).toMatchObject([untaken]);
      const grounds = { legalGround: 'wet' };
      const completed = await client.actions.completeStep({ id: stepId, grounds });
      expect(meansStepSchema.parse(completed)).toMatchObject({
        ...grounds,
        completions: [{ by: me, grounds: ['legalGround'] }],
      });
      await expect(client.actions.completeStep({ id: stepId, grounds })).rejects.toMatchObject({
        data: { field: 'legalGround', reason: 'immutable' },
      });
      // An urgent one waits for a review, and not for a second pair of eyes.
      expect(await client.actions.waitingEyes()).toEqual({ waiting: 0, yours: 0 });
      const { toSee, toReview, mixes } = await client.actions.means();
      expect([toSee, toReview]).toMatchObject([[], [{ id: stepId }]]);
      expect(mixes.flatMap(({ mix }) => mix.map(({ means }) => means))).toContain('coercion');
    });

    it('one that waits for a second pair of eyes is not answered by who noted it, who may take it back', async () => {
      const waitingId = newId();
      for (const means of [...lighterThan('coercion'), 'coercion' as const]) {
        const isLast = means === 'coercion';
        await client.actions.noteStep({
          id: isLast ? waitingId : newId(),
          form: {
            dossierId,
            actionId: null,
            means,
            kind: isLast ? 'taken' : 'not-tried',
            note: 'Afsluiten',
            ...said,
            legalGround: 'wet',
            decidedBy: isLast ? me : null,
            urgent: false,
          },
        });
      }
      await expect(
        client.actions.objectToStep({ id: waitingId, reason: 'Te zwaar' }),
      ).rejects.toMatchObject(notNow('same-person'));
      await expect(
        client.actions.reviseStep({ id: waitingId, reasons: { necessity: 'anders' } }),
      ).rejects.toMatchObject(notNow('wrong-state'));
      expect(await client.actions.objectedSteps()).toEqual([]);
      const withdrawn = await client.actions.withdrawStep({ id: waitingId });
      expect(meansStepSchema.parse(withdrawn)).toMatchObject({ withdrawnBy: me });
    });

    it('a partner is there for everybody, and a deal is made as long as its action did not end', async () => {
      await client.actions.addPartner(partner);
      expect(await client.actions.partners()).toEqual([partner]);
      const deal = {
        id: dealId,
        form: {
          actionId: laterId,
          partnerId: partner.id,
          ground: '',
          fieldsOut: ['place' as const],
          parties: [],
          theyDo: 'Drempel aanleggen',
          theyWho: 'ploeg noord',
          theyDueOn: '2026-08-01',
          theyDoneOn: null,
          weDo: 'Tellen',
          weWhoId: me,
          weDueOn: null,
          weDoneOn: null,
        },
      };
      const ofEnded = { id: newId(), form: { ...deal.form, actionId: endedId } };
      await expect(client.actions.makeDeal(ofEnded)).rejects.toMatchObject(
        notNow('already-closed'),
      );
      await client.actions.makeDeal(deal);
    });

    it('N11: what goes out of a deal is what was chosen, and never an assessment', async () => {
      await client.actions.changeDossier({
        id: dossierId,
        changes: { assessment: 'GEHEIME INSCHATTING' },
      });
      const csv = dealFileSchema.parse(
        await client.actions.dealFile({ ...request, format: 'csv' }),
      );
      expect(csv.text).toBe('\uFEFFWaar;Zonnebloemstraat\r\n');
      expect(csv.fileName).toMatch(/^\d{4}-\d{2}-\d{2}-dienst-wegen-zonnebloemstraat\.csv$/);
      const file = await client.actions.dealFile({ ...request, format: 'open311' });
      const [asked] = z.array(open311RequestSchema).parse(JSON.parse(file.text));
      expect(asked).toMatchObject({
        // Only the place was chosen: what the problem is stays here.
        service_code: 'other',
        service_name: 'other',
        address: 'Zonnebloemstraat',
        description: 'Drempel aanleggen',
        agency_responsible: 'Dienst wegen',
      });
      for (const out of [csv.text, file.text]) {
        // N11: an assessment never enters a hand-out, and nothing goes out that was not chosen.
        expect(out).not.toMatch(/INSCHATTING|Verzonnen|toezicht|Samir/);
      }
    });

    it('what went out of a deal is kept as a disclosure, a sheet that is printed twice once', async () => {
      const subject = { what: 'deal' as const, dealId, dossierId, persons: false };
      const sheet = { id: newId(), subject, items: 1, recipient: 'Dienst wegen' };
      await client.exports.printedSheet(sheet);
      await client.exports.printedSheet(sheet);
      const { rows } = await client.exports.disclosures({ cursor: null, limit: 10 });
      const left = z
        .array(disclosureSchema)
        .parse(rows)
        .filter((row) => row.subject?.what === 'deal');
      expect(left.map(({ format }) => format).sort()).toEqual(['csv', 'open311', 'paper']);
      for (const row of left) {
        expect(row).toMatchObject({ subject, items: 1, recipient: 'Dienst wegen' });
      }
    });
  });
}
