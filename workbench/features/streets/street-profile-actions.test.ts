import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import {
  openProfiledStreet,
  type ProfiledStreet,
} from '../../../tests/factories/profiled-street.ts';
import { explainSegmentVersions } from '../../store/repositories/place-versions.ts';
import { partnersOnSegments } from '../../store/repositories/street-profile.ts';
import { addParty } from '../parties/index.ts';

let bench: ProfiledStreet;
let test: ProfiledStreet['test'];
let before: ProfiledStreet['before'];
let pieces: ProfiledStreet['pieces'];
const newId = (): string => bench.newId();
beforeEach(async () => {
  bench = await openProfiledStreet();
  ({ test, before, pieces } = bench);
});
afterEach(() => bench.dispose());

describe('what was done in a street, and with whom', () => {
  it('names organisations, and never a person', async () => {
    const add = (kind: 'person' | 'organisation', name: string) =>
      addParty(test.file, {
        id: newId(),
        fields: { kind, name, reach: '', language: null, role: 'school' },
      });
    const school = await add('organisation', 'School De Regenboog');
    const person = await add('person', 'Joris Bedacht');
    await bench.log({ parties: [school.id, person.id] });
    await bench.log({ parties: [school.id] });
    const { organisations } = await bench.ask();
    expect(organisations).toEqual([
      { id: school.id, name: 'School De Regenboog', role: 'school', contacts: 2 },
    ]);
    expect(JSON.stringify(await bench.ask())).not.toContain('Joris');
  });

  it('tells what was done before, and what came of it', async () => {
    const row = (
      entity: 'action' | 'measure' | 'deal',
      id: string,
      actionId: string,
      fields: object,
    ) => ({
      entity,
      id,
      dossier_id: 'd1',
      action_id: actionId,
      neighbourhood_id: '',
      state: '',
      fields: JSON.stringify(fields),
      version: 1,
    });
    const done = {
      dossierId: newId(),
      title: 'Lampen',
      learned: 'Lager hangen',
      state: 'closed',
      endsOn: '2026-02-01',
      closedAt: '2026-01-20T12:00:00.000Z',
      verdict: 'helped',
    };
    const measured = (actionId: string, segmentId: string) => ({
      actionId,
      segmentId,
      type: 'works',
      removed: false,
      partnerId: null,
    });
    const [roads, gone] = [newId(), newId()];
    const [here, there, measure, other] = [newId(), newId(), newId(), newId()];
    await test.store.write(async ({ tables }) => {
      await tables
        .insertInto('casework')
        .values([
          row('action', here, here, done),
          row('action', there, there, { ...done, title: 'Elders' }),
          row('measure', measure, here, measured(here, pieces[0] ?? '')),
          row('measure', other, there, measured(there, newId())),
          row('deal', newId(), here, { partnerId: roads, withdrawn: false }),
          row('deal', newId(), here, { partnerId: gone, withdrawn: true }),
        ])
        .execute();
      await tables
        .insertInto('casework_segment')
        .values([
          { segment_id: pieces[0] ?? '', entity: 'measure', id: measure },
          { segment_id: newId(), entity: 'measure', id: other },
        ])
        .execute();
    });
    await test.store.write(({ tables }) =>
      tables
        .insertInto('partner')
        .values(
          [roads, gone].map((id) => ({
            id,
            name: id === roads ? 'Dienst wegen' : 'Vroeger',
            kind: 'municipality' as const,
            neighbourhood_id: null,
            version: 1,
          })),
        )
        .execute(),
    );
    const { dossierId, title, learned, state, verdict } = done;
    const shown = { dossierId, title, learned, state, verdict, endsOn: '2026-01-20' };
    const expected = {
      actions: [{ id: here, ...shown, types: ['works'] }],
      partners: [
        {
          ...{ id: roads, name: 'Dienst wegen', kind: 'municipality' },
          ...{ measures: 0, deals: 1, openDeals: 1 },
        },
      ],
    };
    expect(await bench.ask()).toMatchObject(expected);
    expect(await bench.ask(pieces[0])).toMatchObject(expected);
    expect(await bench.ask(pieces[1])).toMatchObject({ actions: [], partners: [] });
  });

  it('names partners with what they do here, however many actions came after, by indexes alone', async () => {
    const [west = '', east = ''] = pieces;
    const [dossierId, roads, school, away] = [newId(), newId(), newId(), newId()];
    const rows: {
      entity: 'action' | 'measure' | 'deal';
      id: string;
      action: string;
      fields: object;
    }[] = [];
    const plan = (
      segmentId: string,
      partnerId: string | null,
      { removed = false, state: standing = 'active' } = {},
    ) => {
      const [action, id] = [newId(), newId()];
      const state = { dossierId, title: 'Lampen', learned: '', state: standing };
      rows.push({
        ...{ entity: 'action', id: action, action },
        fields: { ...state, endsOn: null, closedAt: null, verdict: null },
      });
      const fields = { actionId: action, segmentId, type: 'works', removed, partnerId };
      rows.push({ entity: 'measure', id, action, fields });
      return action;
    };
    const deal = (action: string, partnerId: string, theyDoneOn: string | null) =>
      rows.push({
        ...{ entity: 'deal', id: newId(), action },
        fields: { partnerId, withdrawn: false, theyDoneOn },
      });
    const first = plan(west, roads);
    deal(first, school, null);
    deal(first, school, '2026-03-01');
    plan(east, roads);
    plan(west, away, { removed: true });
    deal(plan(west, away, { state: 'refused' }), away, null);
    deal(plan(newId(), away), away, null);
    for (let more = 0; more < 12; more += 1) plan(west, null);
    await test.store.write(async ({ tables }) => {
      for (const { entity, id, action, fields } of rows) {
        const state = entity === 'action' && 'state' in fields ? String(fields.state) : '';
        const hung = { dossier_id: dossierId, action_id: action, neighbourhood_id: '', state };
        const stored = { entity, id, ...hung, fields: JSON.stringify(fields), version: 1 };
        await tables.insertInto('casework').values(stored).execute();
        if (entity !== 'measure' || !('segmentId' in fields)) continue;
        const segment_id = String(fields.segmentId);
        await tables.insertInto('casework_segment').values({ segment_id, entity, id }).execute();
      }
      const named = [roads, school, away].map((id, at) => ({
        ...{ id, name: ['Dienst wegen', 'School', 'Elders'][at] ?? '' },
        ...{ kind: 'school' as const, neighbourhood_id: null, version: 1 },
      }));
      await tables.insertInto('partner').values(named).execute();
    });
    const told = async (segmentId: string | null) =>
      (await bench.ask(segmentId)).partners.map(({ name, measures, deals, openDeals }) => [
        ...[name, measures, deals, openDeals],
      ]);
    expect(await told(null)).toEqual([
      ['Dienst wegen', 2, 0, 0],
      ['School', 0, 2, 1],
    ]);
    expect(await told(west)).toEqual([
      ['Dienst wegen', 1, 0, 0],
      ['School', 0, 2, 1],
    ]);
    expect(await told(east)).toEqual([['Dienst wegen', 1, 0, 0]]);
    const steps = await partnersOnSegments(test.store.read, pieces).explain<{ detail: string }>(
      undefined,
      sql`query plan`,
    );
    const scans = steps.map(({ detail }) => detail).filter((detail) => detail.startsWith('SCAN'));
    expect(scans.filter((of) => /casework|stretch|measure|action|partner/.test(of))).toEqual([]);
  });

  it('keeps what was done, who takes part and what happened on a piece that changed since, by indexes alone', async () => {
    const current = await test.store.read
      .selectFrom('segment')
      .select(['official_id', 'neighbourhood_id', 'geometry', 'length_metres', 'road_class'])
      .select(['opened_by', 'closed_by'])
      .where('id', '=', pieces[0] ?? '')
      .executeTakeFirstOrThrow();
    // The first lies on the same piece, the other on one that the street has no more.
    const [former, gone, roads] = [newId(), newId(), newId()];
    const until = { valid_from: '2019-01-01', valid_to: '2020-01-01', street_id: before };
    const actions = [former, gone].map((segmentId) => ({ segmentId, action: newId() }));
    await test.store.write(async ({ tables }) => {
      await tables
        .insertInto('segment')
        .values([
          { ...current, ...until, id: former },
          { ...current, ...until, id: gone, official_id: 'gone' },
        ])
        .execute();
      const partner = { id: roads, name: 'Dienst wegen', kind: 'municipality' as const };
      await tables
        .insertInto('partner')
        .values({ ...partner, neighbourhood_id: null, version: 1 })
        .execute();
      for (const { segmentId, action } of actions) {
        const id = newId();
        const hung = { dossier_id: 'd1', action_id: action, neighbourhood_id: '', version: 1 };
        const told = {
          dossierId: newId(),
          title: 'Lampen',
          learned: '',
          endsOn: '2026-02-01',
          closedAt: null,
        };
        const ended = { ...told, state: 'closed', verdict: 'helped' };
        const plan = { actionId: action, segmentId, type: 'works', removed: false };
        await tables
          .insertInto('casework')
          .values([
            {
              ...{ ...hung, entity: 'action', id: action, state: 'closed' },
              fields: JSON.stringify(ended),
            },
            {
              ...{ ...hung, entity: 'measure', id, state: '' },
              fields: JSON.stringify({ ...plan, partnerId: roads }),
            },
          ])
          .execute();
        const stretch = { segment_id: segmentId, entity: 'measure' as const, id };
        await tables.insertInto('casework_segment').values(stretch).execute();
      }
    });
    await bench.record(3, { segmentId: former });
    const told = async (segmentId: string | null) => {
      const profile = await bench.ask(segmentId);
      return {
        actions: profile.actions.map(({ id, types, verdict }) => ({ id, types, verdict })),
        partners: profile.partners.map(({ name, measures }) => [name, measures]),
        facts: profile.kinds.reduce((sum, { count }) => sum + count, 0),
      };
    };
    const done = actions.map(({ action: id }) => ({ id, types: ['works'], verdict: 'helped' }));
    const ofPiece = {
      actions: done.slice(0, 1),
      partners: [['Dienst wegen', 1]],
      facts: (await bench.ask()).pieces[0]?.facts,
    };
    expect(ofPiece.facts).toBe(3);
    expect(await told(pieces[0] ?? '')).toEqual(ofPiece);
    // An address that was kept may still name the piece by what it was.
    expect(await told(former)).toEqual(ofPiece);
    expect(await told(pieces[1] ?? '')).toEqual({ actions: [], partners: [], facts: 0 });
    expect((await bench.ask(former)).segmentId).toBe(pieces[0]);
    const whole = await told(null);
    expect(whole.actions).toEqual(expect.arrayContaining(done));
    expect(whole.partners).toEqual([['Dienst wegen', 2]]);
    const plan = await explainSegmentVersions(test.store.read);
    expect(plan.filter((detail) => detail.startsWith('SCAN'))).toEqual([]);
  });
});
