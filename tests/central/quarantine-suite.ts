import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { ERASE_COMMAND } from '#shared/domain/operations/apply-operation.ts';
import type { Id } from '#shared/lib/ids.ts';
import type { WireOperation } from '#shared/protocol/push.ts';

import {
  refuseQuarantined,
  releaseQuarantined,
} from '../../central/administration/quarantine/decide-quarantined.ts';
import {
  countQuarantine,
  listQuarantine,
  readQuarantined,
} from '../../central/administration/quarantine/read-quarantine.ts';
import type { CentralStore } from '../../central/store/central-store.ts';
import {
  contactFields,
  makeTestZone,
  ofType,
  promiseFields,
  type TestDesk,
  type TestZone,
} from '../factories/central-zone.ts';

let seed = 500;

/** What quarantine promises, on whatever store. */
export function registerQuarantineTests(makeStore: () => Promise<CentralStore>): void {
  let store: CentralStore;
  let zone: TestZone;
  /** Has a right in the north, and none in the south. */
  let noor: TestDesk;
  /** Leads in the south. */
  let lead: TestDesk;
  beforeAll(async () => {
    store = await makeStore();
  }, 60_000);
  afterAll(() => store.close());
  beforeEach(async () => {
    seed += 1;
    zone = await makeTestZone(store, seed);
    noor = await zone.officer('officer', zone.north);
    lead = await zone.officer('team-lead', zone.south);
  });

  const contact = (area: Id | null = zone.south, text?: string, given: object = {}) => {
    const { officerId } = noor.principal;
    const change = contactFields(officerId, area, text);
    if (change.kind === 'command') Object.assign(change.arguments, given);
    return noor.operation({ entity: 'contact', change });
  };
  const promiseOn = (on: WireOperation) =>
    noor.operation({
      entity: 'promise',
      dependsOn: [on.opId],
      change: promiseFields(noor.principal.officerId, on.entityId),
    });
  const seenBy = async (desk: TestDesk): Promise<readonly Id[]> =>
    (await listQuarantine(zone.centre, desk.principal, null)).operations.map(({ opId }) => opId);
  const rowsOf = async (desk: TestDesk) => ofType(await desk.pull(), 'row').map(({ id }) => id);
  const resultsOf = async (desk: TestDesk) => ofType(await desk.pull(), 'result');
  const release = (opId: Id, desk = lead) => releaseQuarantined(zone.centre, desk.principal, opId);
  const refuse = (opId: Id, desk = lead) =>
    refuseQuarantined(zone.centre, desk.principal, { opId, note: 'Dit hoort bij een ander.' });

  const close = async ({ principal }: TestDesk) => {
    const { zoneId, officerId } = principal;
    const account = await store.directory.accountOf(zoneId, officerId);
    if (account === undefined) throw new Error('no account');
    await store.directory.putAccount(zoneId, { ...account, disabled: true });
  };

  describe('what was set aside', () => {
    it('is seen whole by who leads there, and by nobody else', async () => {
      const set = contact(zone.south, 'Over de speeltuin.');
      await noor.push(set);
      expect(await seenBy(lead)).toEqual([set.opId]);
      const whole = await readQuarantined(zone.centre, lead.principal, set.opId);
      expect(whole).toMatchObject({
        authorId: noor.principal.officerId,
        authorName: 'Noor Voorbeeld',
        code: 'no-right',
        change: set.change,
        current: null,
      });
      const others = [
        await zone.officer('team-lead', zone.north),
        await zone.officer('administrator'),
        await zone.officer('data-protection-officer'),
      ];
      for (const other of others) {
        expect(await seenBy(other)).toEqual([]);
        const asked = readQuarantined(zone.centre, other.principal, set.opId);
        await expect(asked).rejects.toMatchObject({ code: 'NOT_FOUND' });
        await expect(release(set.opId, other)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        await expect(refuse(set.opId, other)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      }
      const officer = await zone.officer('officer', zone.south);
      await expect(seenBy(officer)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(release(set.opId, officer)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      const counted = { zoneId: zone.zoneId, officerId: null };
      expect(await countQuarantine(zone.centre, counted)).toEqual({ contact: 1 });
    });

    it('for few eyes is seen by who was given that by name', async () => {
      await close(noor);
      const set = contact(zone.south, 'Vertrouwelijk.', { sensitivity: 'restricted' });
      await noor.push(set);
      expect(await seenBy(lead)).toEqual([]);
      await store.directory.addRight(zone.zoneId, {
        id: zone.newId(),
        officerId: lead.principal.officerId,
        kind: 'neighbourhood',
        areaId: zone.south,
        restricted: true,
        validFrom: '2026-01-01',
        validTo: '9999-12-31',
      });
      expect(await seenBy(lead)).toEqual([set.opId]);
    });

    it('tells whoever erases that it is asked for, and not what a row says that they do not see', async () => {
      const south = await zone.officer('officer', zone.south);
      const made = south.operation({
        entity: 'contact',
        change: contactFields(south.principal.officerId, zone.south, 'Over de speeltuin.'),
      });
      await south.push(made);
      const erase = noor.operation({
        entity: 'contact',
        entityId: made.entityId,
        baseVersion: 1,
        baseEpoch: zone.epoch,
        change: { kind: 'command', name: ERASE_COMMAND, arguments: {} },
      });
      await noor.push(erase);
      const guardian = await zone.officer('data-protection-officer');
      const read = () => readQuarantined(zone.centre, guardian.principal, erase.opId);
      expect(await read()).toMatchObject({ opId: erase.opId, current: null });
      await zone.grant(guardian.principal.officerId, zone.south);
      expect(await read()).toMatchObject({ current: { summary: 'Over de speeltuin.' } });
    });

    it('comes a page at a time', async () => {
      const all = Array.from({ length: 60 }, () => contact());
      await noor.push(...all);
      const first = await listQuarantine(zone.centre, lead.principal, null);
      expect(first.operations).toHaveLength(50);
      const second = await listQuarantine(zone.centre, lead.principal, first.next);
      expect(second.next).toBeNull();
      const made = all.map(({ opId }) => opId);
      const pages = [first, second].map(({ operations }) => operations.map(({ opId }) => opId));
      expect(pages.flat().sort()).toEqual(made.toSorted());
      // Of what is on a page, what was made first comes first.
      for (const page of pages) expect(page).toEqual(made.filter((opId) => page.includes(opId)));
    });

    it('that the centre does not understand yet belongs to who leads, and stays', async () => {
      const newer = noor.operation({ entity: 'task', change: { kind: 'patch', fields: { a: 1 } } });
      await noor.push(newer);
      expect(await seenBy(lead)).toEqual([newer.opId]);
      expect(await seenBy(await zone.officer('administrator'))).toEqual([]);
      const { results } = await release(newer.opId);
      expect(results).toMatchObject([{ outcome: 'quarantined', code: 'unknown-entity' }]);
      expect(await seenBy(lead)).toEqual([newer.opId]);
    });
  });

  describe('releasing', () => {
    it('decides again with what waited for it, under the name of the author', async () => {
      const set = contact();
      const onIt = promiseOn(set);
      await noor.push(set, onIt);
      expect(await seenBy(lead)).toEqual([set.opId, onIt.opId]);
      const { results } = await release(set.opId);
      expect(results).toEqual([
        { opId: set.opId, outcome: 'accepted', code: '', field: '' },
        { opId: onIt.opId, outcome: 'accepted', code: '', field: '' },
      ]);
      expect(await seenBy(lead)).toEqual([]);
      expect((await rowsOf(lead)).toSorted()).toEqual([set.entityId, onIt.entityId].sort());
      expect(ofType(await lead.pull(), 'row')[0]?.fields).toMatchObject({
        authorId: noor.principal.officerId,
      });
      // The author's desk hears of it, and still does not see what it has no right to.
      expect(await resultsOf(noor)).toMatchObject([
        { opId: set.opId, outcome: 'accepted', seq: 2, receipt: '2-1' },
        { opId: onIt.opId, outcome: 'accepted', seq: 2, receipt: '2-2' },
      ]);
      expect(await rowsOf(noor)).toEqual([]);
      const [act] = await store.directory.acts(zone.zoneId, null, 1);
      expect(act).toMatchObject({
        act: 'quarantine-released',
        actorId: lead.principal.officerId,
        subjectId: set.opId,
        detail: { authorId: noor.principal.officerId, outcome: 'accepted', operations: 2 },
      });
      const again = await noor.push(set, onIt);
      expect(again.results.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted']);
    });

    it('of what builds on it first waits for what it builds on', async () => {
      const set = contact();
      const onIt = promiseOn(set);
      await noor.push(set, onIt);
      expect(await release(onIt.opId)).toMatchObject({
        results: [{ outcome: 'quarantined', code: 'dependency' }],
      });
      expect(await seenBy(lead)).toHaveLength(2);
      expect(await resultsOf(noor)).toMatchObject([{ seq: 1 }, { seq: 1 }]);
      expect(await store.directory.acts(zone.zoneId, null, 9)).toEqual([]);
    });

    it('lets nothing in that the rules refuse', async () => {
      const partner = lead.operation({
        entity: 'contact',
        change: contactFields(lead.principal.officerId, zone.south),
      });
      await lead.push(partner);
      const change = {
        kind: 'patch',
        fields: { neighbourhoodId: zone.south, reason: 'nuisance' },
      } as const;
      const set = noor.operation({
        entity: 'contact',
        entityId: partner.entityId,
        baseVersion: 1,
        baseEpoch: zone.epoch,
        change: { kind: 'patch', fields: { neighbourhoodId: zone.north } },
      });
      const bad = noor.operation({ ...set, opId: zone.newId(), deviceSeq: 2, change });
      await noor.push(set, bad);
      // Into the north, where the lead has no right either.
      expect(await seenBy(lead)).toEqual([]);
      const both = await zone.officer('team-lead', zone.north, zone.south);
      expect(await release(set.opId, both)).toMatchObject({ results: [{ outcome: 'accepted' }] });
      expect(await rowsOf(noor)).toEqual([partner.entityId]);
    });

    it('happens once, also when two supervisors do it at once', async () => {
      const set = contact();
      await noor.push(set);
      const second = await zone.officer('team-lead', zone.south);
      const tried = await Promise.allSettled([release(set.opId), release(set.opId, second)]);
      expect(tried.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      await expect(refuse(set.opId)).rejects.toMatchObject({ code: 'ALREADY_DECIDED' });
      expect(await rowsOf(lead)).toEqual([set.entityId]);
    });

    it('does not let a later operation of the desk in before it', async () => {
      const set = contact();
      await noor.push(set);
      await release(set.opId);
      const onIt = promiseOn(set);
      // The author has no right in the south; that what it builds on was released does not change that.
      const { results } = await noor.push(onIt);
      expect(results).toMatchObject([{ outcome: 'quarantined', code: 'no-right' }]);
    });
  });

  it('refusing ends it, with what waited for it, and tells the author why', async () => {
    const set = contact();
    const onIt = promiseOn(set);
    await noor.push(set, onIt);
    const { results } = await refuse(set.opId);
    expect(results).toMatchObject([
      { opId: set.opId, outcome: 'rejected', code: 'refused' },
      { opId: onIt.opId, outcome: 'rejected', code: 'dependency' },
    ]);
    expect(await resultsOf(noor)).toMatchObject([
      { code: 'refused', note: 'Dit hoort bij een ander.', seq: 2 },
      { code: 'dependency', note: '', seq: 2 },
    ]);
    expect(await seenBy(lead)).toEqual([]);
    expect(await rowsOf(lead)).toEqual([]);
    const acts = await store.directory.acts(zone.zoneId, null, 9);
    expect(acts).toMatchObject([{ act: 'quarantine-refused', subjectId: set.opId }]);
    expect(JSON.stringify(acts)).not.toContain('hoort');
  });
}
