import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

import { baselineCountSchema, verdictChoiceSchema } from '#shared/contract/action-evidence.ts';
import { actionProposalsSchema } from '#shared/contract/action-proposals.ts';
import {
  dossierPageSchema,
  dueMeasureSchema,
  segmentChoiceSchema,
} from '#shared/contract/actions.ts';
import { briefingSchema } from '#shared/contract/briefing.ts';
import type { WorkbenchClient } from '#shared/contract/contract.ts';
import { foundContactsSchema, nearDossierSchema } from '#shared/contract/dossier-contacts.ts';
import { linkedFactsSchema } from '#shared/contract/dossier-facts.ts';
import { dossierLineSchema } from '#shared/contract/dossier-list.ts';
import { THREAD_COLUMNS, threadSchema } from '#shared/contract/thread.ts';
import { ACTION_STATES, actionSchema } from '#shared/domain/actions/action.ts';
import { dossierSchema } from '#shared/domain/actions/dossier.ts';
import { lessonSchema } from '#shared/domain/actions/lesson.ts';
import { measureSchema } from '#shared/domain/actions/measure.ts';
import { VERDICTS } from '#shared/domain/actions/vocabulary.ts';
import { newContactSchema } from '#shared/domain/contacts/contact.ts';
import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import { actionForm, dossierForm, measureFields } from '../factories/casework.ts';
import { PASSPHRASE } from '../factories/test-workbench.ts';
import { type DeskOver, importStreet, type MakeTransport, startDeskOver } from './desk-over.ts';

const random = seededRandom(57);
const newId = (): string => makeId(Date.parse('2026-06-15T08:00:00.000Z'), randomBytes(random, 16));

/** A dossier from its first words to the verdict of its action, over any transport. */
export function registerActionsSuite(name: string, open: MakeTransport): void {
  describe(`dossiers and actions, ${name}`, () => {
    let over: DeskOver;
    let client: WorkbenchClient;
    let segment: z.infer<typeof segmentChoiceSchema>;
    let me = '';
    const [dossierId, id, measureId] = [newId(), newId(), newId()];

    beforeAll(async () => {
      over = await startDeskOver(open);
      client = over.client;
    });
    afterAll(() => over.end());

    it('are locked away while nobody is at the desk', async () => {
      for (const call of [
        () => client.actions.dossiers({}),
        () => client.actions.bench(),
        () => client.actions.start({ id }),
      ]) {
        await expect(call()).rejects.toMatchObject({ code: 'LOCKED' });
      }
      const made = await client.desk.createProfile({
        displayName: 'Noor Voorbeeld',
        passphrase: PASSPHRASE,
      });
      me = made.officer?.id ?? '';
      await importStreet(client, 'Zonnebloemstraat', 'Asterlaan');
    });

    it('a dossier is opened on stretches of a street, changed and found', async () => {
      const [place] = (await client.search.everything({ text: 'zonnebloem', limit: 1 })).places;
      const streetId = place?.streetId ?? '';
      const segments = z
        .array(segmentChoiceSchema)
        .parse(await client.actions.segments({ streetId }));
      segment = segments[0] ?? expect.fail('the street has no stretch');
      const form = dossierForm([segment.id]);
      await client.actions.openDossier({ id: dossierId, form });
      await expect(
        client.actions.openDossier({ id: newId(), form: { ...form, title: ' ' } }),
      ).rejects.toMatchObject({ code: 'INVALID_FIELD', data: { field: 'form.title' } });
      const factKinds = ['robbery', 'theft'];
      await client.actions.changeDossier({ id: dossierId, changes: { factKinds } });
      await client.actions.changeDossier({ id: dossierId, changes: { scanning: 'Gezien' } });
      const { dossier } = dossierPageSchema.parse(await client.actions.dossier({ id: dossierId }));
      expect(dossier).toMatchObject({ factKinds, scanning: 'Gezien' });
      await expect(
        client.actions.changeDossier({ id: dossierId, changes: { factKinds: ['no-such-kind'] } }),
      ).rejects.toMatchObject({ code: 'INVALID_FIELD', data: { field: 'factKinds' } });
      await client.actions.changeDossier({ id: dossierId, changes: { factKinds: null } });
      const lines = z.array(dossierLineSchema).parse(await client.actions.dossiers({ streetId }));
      expect(lines).toMatchObject([{ id: dossierId, actions: {} }]);
      const filter = { text: 'zonneb', state: 'open' as const };
      expect(await client.actions.findDossiers({ filter, cursor: null, limit: 5 })).toMatchObject({
        rows: [{ id: dossierId }],
        total: 1,
        nextCursor: null,
      });
    });

    it('an action is proposed, answered and started once it has everything', async () => {
      await client.actions.propose({ id, dossierId, form: actionForm(me) });
      expect(await client.actions.bench()).toMatchObject([
        { id, dossierTitle: 'Te snel verkeer aan de school' },
      ]);
      await expect(client.actions.start({ id })).rejects.toMatchObject({
        code: 'NOT_READY',
        data: { missing: ['approval', 'measures'] },
      });
      await client.actions.planMeasure({ id: measureId, fields: measureFields(id, segment) });
      await client.actions.answer({ id, approve: true, reason: '' });
      await expect(client.actions.answer({ id, approve: true, reason: '' })).rejects.toMatchObject({
        code: 'NOT_NOW',
        data: { reason: 'wrong-state' },
      });
      expect(actionSchema.parse(await client.actions.start({ id })).state).toBe('active');
    });

    it('its stretches change, but for one that an action uses and the last one', async () => {
      const [place] = (await client.search.everything({ text: 'asterlaan', limit: 1 })).places;
      const [other] = await client.actions.segments({ streetId: place?.streetId ?? '' });
      const leave = (...segments: readonly (string | undefined)[]) =>
        client.actions.changeDossier({
          id: dossierId,
          changes: { segments: segments.flatMap((one) => one ?? []) },
        });
      const changed = dossierSchema.parse(await leave(segment.id, other?.id));
      expect(changed.segments).toHaveLength(2);
      await expect(leave(other?.id)).rejects.toMatchObject({
        code: 'STRETCH_IN_USE',
        data: { segmentId: segment.id, actionId: id },
      });
      await expect(leave()).rejects.toMatchObject({
        code: 'INVALID_FIELD',
        data: { field: 'segments', reason: 'no-stretch' },
      });
      expect(dossierSchema.parse(await leave(segment.id)).segments).toEqual([segment.id]);
    });

    it('measures are proposed where enough is known, refused with a reason, and never planned', async () => {
      const { stretches } = actionProposalsSchema.parse(await client.actions.proposals({ id }));
      expect(stretches).toMatchObject([{ segmentId: segment.id, standing: 'too-little' }]);
      const refusal = { segmentId: segment.id, type: 'works', reason: 'Pas vernieuwd' };
      await expect(
        client.actions.refuseProposal({ id, refusal: { ...refusal, reason: ' ' } }),
      ).rejects.toMatchObject({ code: 'INVALID_FIELD', data: { field: 'refusal.reason' } });
      await client.actions.refuseProposal({ id, refusal });
      const [kept] = (await client.actions.proposals({ id })).stretches;
      expect(kept?.refused).toEqual([refusal]);
      const back = await client.actions.restoreProposal({ id, refusal });
      expect(actionSchema.parse(back).refusals).toEqual([]);
    });

    it('a baseline is counted where the program can, and said to be without a file of facts', async () => {
      const days = { from: '2026-05-01', to: '2026-05-31' };
      const counted = await client.actions.baseline({ id, counted: 'facts', ...days });
      expect(baselineCountSchema.parse(counted)).toEqual({ count: 0, stretches: 1, whole: false });
      const contacts = await client.actions.baseline({ id, counted: 'contacts', ...days });
      expect(baselineCountSchema.parse(contacts)).toMatchObject({ whole: true });
      await expect(
        client.actions.baseline({ id: newId(), counted: 'insecure', ...days }),
      ).rejects.toMatchObject({ code: 'NOT_FOUND' });
      for (const to of ['morgen', days.from]) {
        await expect(
          client.actions.baseline({ id, counted: 'facts', from: days.to, to }),
        ).rejects.toMatchObject({ code: 'INVALID_FIELD', data: { field: 'to' } });
      }
    });

    it('facts that nobody knows are not linked', async () => {
      const facts = linkedFactsSchema.parse(await client.actions.linkedFacts({ id: dossierId }));
      expect(facts).toEqual({
        facts: [],
        byOrigin: { public: 0, partner: 0, police: 0 },
        missing: 0,
      });
      await expect(
        client.actions.linkFacts({ id: dossierId, add: [newId()], remove: [] }),
      ).rejects.toMatchObject({ code: 'INVALID_FIELD', data: { field: 'facts' } });
      const dossier = await client.actions.linkFacts({ id: dossierId, add: [], remove: [] });
      expect(dossierSchema.parse(dossier).facts).toEqual([]);
    });

    it('contacts are found for it, linked by who may, and unlinked', async () => {
      const asked = { id: dossierId, place: 'streets' as const, sameProblem: true, text: '' };
      expect(foundContactsSchema.parse(await client.actions.contactsFor(asked))).toEqual({
        contacts: [],
        total: 0,
      });
      await expect(
        client.actions.linkContacts({ id: dossierId, add: [newId()], remove: [] }),
      ).rejects.toMatchObject({
        code: 'INVALID_FIELD',
        data: { field: 'contacts', reason: 'unknown' },
      });
      const contact = newContactSchema.parse({
        id: newId(),
        occurredAt: '2026-06-15T07:00:00.000Z',
        place: { streetId: segment.streetId, houseNumber: '', position: null },
        reason: 'traffic',
        problems: ['unadapted-speed'],
        next: { step: 'nothing', note: '' },
      });
      await client.contacts.log(contact);
      expect(await client.actions.contactsFor(asked)).toMatchObject({
        contacts: [{ id: contact.id }],
        total: 1,
      });
      const near = await client.actions.dossiersFor({ contactId: contact.id });
      expect(nearDossierSchema.array().parse(near)).toMatchObject([
        { id: dossierId, isLinked: false },
      ]);
      await client.actions.linkContacts({ id: dossierId, add: [contact.id], remove: [] });
      const lines = await client.actions.dossiers({ segmentId: segment.id });
      expect(lines).toMatchObject([{ id: dossierId, contacts: 1, contactsElsewhere: 0 }]);
      const back = { id: dossierId, add: [], remove: [contact.id] };
      expect(dossierSchema.parse(await client.actions.linkContacts(back)).contacts).toEqual([]);
    });

    it('stops are confirmed, taken back, and counted', async () => {
      const stop = newId();
      await client.actions.deliver({ id: stop, measureId, day: '2026-06-15', minutes: 20 });
      const due = z.array(dueMeasureSchema).parse(await client.actions.due());
      expect(due).toMatchObject([{ id: measureId, stopsToday: 1 }]);
      await client.actions.withdrawDelivery({ id: stop });
      const page = dossierPageSchema.parse(await client.actions.dossier({ id: dossierId }));
      expect(page.actions[0]).toMatchObject({
        share: 0,
        dose: { planned: 120, delivered: 0 },
        stretches: [{ segmentId: segment.id, planned: 120, delivered: 0, standing: 'nothing' }],
      });
    });

    it('a measure is taken out of the plan and put back', async () => {
      const removed = measureSchema.parse(await client.actions.removeMeasure({ id: measureId }));
      expect(removed).toMatchObject({ id: measureId, removed: true });
      expect(removed.removedOn).not.toBeNull();
      expect(z.array(dueMeasureSchema).parse(await client.actions.due())).toEqual([]);
      const back = measureSchema.parse(await client.actions.restoreMeasure({ id: measureId }));
      expect(back).toMatchObject({ id: measureId, removed: false, removedOn: null });
      expect(await client.actions.due()).toMatchObject([{ id: measureId }]);
      for (const does of ['removeMeasure', 'restoreMeasure'] as const) {
        await expect(client.actions[does]({ id: newId() })).rejects.toMatchObject({
          code: 'NOT_FOUND',
          data: { what: 'measure' },
        });
      }
    });

    it('a shift has its sheet', async () => {
      const question = { day: '2026-06-15', shift: 'early' as const, neighbourhoodId: null };
      const sheet = briefingSchema.parse(await client.briefing.sheet(question));
      expect(sheet.streets).toMatchObject([
        { nameNl: 'Zonnebloemstraat', measures: [{ id: measureId }], reasons: [{ actionId: id }] },
      ]);
      const elsewhere = await client.briefing.sheet({ ...question, neighbourhoodId: newId() });
      expect(elsewhere.streets).toEqual([]);
      await expect(client.briefing.sheet({ ...question, day: 'yesterday' })).rejects.toMatchObject({
        code: 'INVALID_FIELD',
        data: { field: 'day' },
      });
    });

    it('the goals of the plan lead to it', async () => {
      const thread = threadSchema.parse(await client.thread.read({ goal: null }));
      expect(thread.at(-1)).toMatchObject({ goal: null, actions: [{ id, state: 'active' }] });
      expect(await client.thread.read({ goal: 'drugs' })).toMatchObject([{ actions: [] }]);
      const words = <Name extends string>(names: readonly Name[]) =>
        Object.fromEntries(names.map((name) => [name, String(name)])) as Record<Name, string>;
      const { text } = await client.thread.file({
        question: { goal: 'none' },
        fileName: 'thread',
        titles: words(THREAD_COLUMNS),
        goals: { none: 'zonder' },
        states: words(ACTION_STATES),
        verdicts: words(VERDICTS),
      });
      expect(text.split('\r\n')[1]).toMatch(/^zonder;Trager aan de school;/);
    });

    it('a running one is not compared with a stretch that was left out with a reason', async () => {
      const leftOut = { segmentId: segment.id, reason: 'Daar lag de straat open' };
      await expect(
        client.actions.leaveOut({ id, leftOut: { ...leftOut, reason: ' ' } }),
      ).rejects.toMatchObject({ code: 'INVALID_FIELD', data: { field: 'leftOut.reason' } });
      await expect(
        client.actions.leaveOut({ id, leftOut: { ...leftOut, segmentId: newId() } }),
      ).rejects.toMatchObject({ code: 'INVALID_FIELD', data: { field: 'segmentId' } });
      const left = actionSchema.parse(await client.actions.leaveOut({ id, leftOut }));
      expect(left.leftOut).toEqual([leftOut]);
      const back = actionSchema.parse(await client.actions.compareAgain({ id, leftOut }));
      expect(back.leftOut).toEqual([]);
    });

    it('it ends with the verdict that is possible, feedback, and a lesson', async () => {
      const { choices } = await client.actions.verdicts({ id, signAfter: null });
      const possible = z.array(verdictChoiceSchema).parse(choices);
      expect(possible.filter((choice) => choice.possible)).toEqual([
        { verdict: 'not-really-tried', possible: true, reason: 'dose-under-half' },
      ]);
      const closing = {
        id,
        verdict: 'not-really-tried' as const,
        verdictNote: '',
        signAfter: null,
        feedback: { on: '2026-06-15', channel: 'at-home', text: 'Gezegd wat er kwam' },
        lesson: { id: newId(), learned: 'Te weinig mensen', conditions: 'Zomer' },
      };
      await expect(client.actions.close({ ...closing, verdict: 'helped' })).rejects.toMatchObject({
        data: { reason: 'not-possible' },
      });
      await client.actions.close(closing);
      expect(z.array(lessonSchema).parse(await client.actions.lessons())).toMatchObject([
        { actionId: id, learned: 'Te weinig mensen' },
      ]);
    });
  });
}
