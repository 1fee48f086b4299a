import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { type Id, makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';
import type { PullMessage } from '#shared/protocol/pull.ts';

import { plantSmallTerritory, type SmallTerritory } from '../../tests/factories/small-territory.ts';
import { openTestFile, type TestFile } from '../../tests/factories/test-store.ts';
import { readContactHistory } from '../features/contacts/index.ts';
import { getParty } from '../features/parties/index.ts';
import { searchEverything } from '../features/search/index.ts';
import { keepIndexed } from '../features/search/index.ts';
import { readCounts } from '../features/sync/counts.ts';
import { readViews } from '../features/views/index.ts';
import { createSyncEngine } from './sync-engine.ts';

const AT = '2026-06-15T08:00:00.000Z';
const random = seededRandom(11);
const newId = (): Id => makeId(Date.parse(AT), randomBytes(random, 16));

let test: TestFile;
let territory: SmallTerritory;
const [bert, anna] = [newId(), newId()];
beforeEach(async () => {
  test = await openTestFile();
  territory = await plantSmallTerritory(test.store);
});
afterEach(() => test.dispose());

type Row = readonly [entity: string, id: Id, fields: Record<string, unknown>, version?: number];

let seq = 0;
/** One pull that brings these rows, and no word of any others. */
async function arrive(rows: readonly Row[], bulkFrom?: number): Promise<void> {
  const scopes = await test.store.read
    .selectFrom('sync_scope')
    .select(['scope', 'cursor'])
    .execute();
  seq += 1;
  const messages = [
    { type: 'begin', protocolVersion: 1, epoch: bert, now: AT, territory: null },
    { type: 'scopes', scopes: { reference: scopes[0]?.cursor ?? 0 } },
    ...rows.map(([entity, id, fields, version = 1]) => ({
      type: 'row',
      scope: 'reference',
      entity,
      id,
      version,
      seq,
      fields,
    })),
    { type: 'complete', targetSeq: seq, more: false, sums: {} },
  ] as PullMessage[];
  const engine = createSyncEngine({
    store: test.store,
    ...(bulkFrom !== undefined && { bulkFrom }),
    centre: {
      push: (request) =>
        Promise.resolve({
          epoch: bert,
          lastDeviceSeq: request.operations.at(-1)?.deviceSeq ?? 0,
          results: [],
        }),
      async *pull() {
        yield* messages;
      },
    },
  });
  await engine.round(new AbortController().signal);
}

const officer = (id: Id, displayName: string): Row => ['officer', id, { displayName }];
const contact = (id: Id, changes: Record<string, unknown> = {}, version = 1): Row => [
  'contact',
  id,
  {
    occurredAt: AT,
    loggedAt: AT,
    authorId: bert,
    streetId: territory.streetId,
    houseNumber: '',
    neighbourhoodId: territory.neighbourhoodId,
    position: [4.41, 51.005],
    placeSource: 'street',
    reason: 'nuisance',
    nextStep: 'nothing',
    nextNote: '',
    summary: 'Sluikstort bij de glasbol',
    sensitivity: 'normal',
    ...changes,
  },
  version,
];
const amendment = (id: Id, on: Id, position: number, changes: object, note = 'nagekeken'): Row => [
  'amendment',
  id,
  { contactId: on, note, changes, authorId: anna, madeAt: AT, position, place: null, was: null },
];
const party = (id: Id, name: string, changes: Record<string, unknown> = {}): Row => [
  'party',
  id,
  { kind: 'person', name, reach: '', language: null, role: null, history: [], ...changes },
];
const merge = (id: Id, partyId: Id, intoId: Id, undone = false): Row => [
  'party-merge',
  id,
  {
    partyId,
    intoId,
    madeBy: bert,
    madeAt: AT,
    undone,
    undoneBy: undone ? anna : null,
    undoneAt: undone ? AT : null,
  },
  undone ? 2 : 1,
];
const people = [officer(bert, 'Bert Bedacht'), officer(anna, 'Anna Verzonnen')];
const found = async (text: string) =>
  (await searchEverything(test.file, { text, limit: 5 })).contacts.map(({ id }) => id);
const waiting = () =>
  test.store.read.selectFrom('deferred_row').select(['entity', 'awaits_entity']).execute();

describe('amendments of several desks', () => {
  const made = newId();
  const first = amendment(newId(), made, 1, { summary: 'Twee zakken' }, 'geteld');
  const second = amendment(newId(), made, 2, { summary: 'Drie zakken', feeling: 'often' });

  it.each([
    ['in their order', [first, second]],
    ['the other way round', [second, first]],
  ])('apply on one another, arriving %s', async (_how, arriving) => {
    await arrive([...people, contact(made)]);
    for (const one of arriving) await arrive([one]);
    const history = await readContactHistory(test.file, made);
    expect(history.current).toMatchObject({
      summary: 'Drie zakken',
      feeling: 'often',
      amendments: 2,
    });
    expect(history.original.summary).toBe('Sluikstort bij de glasbol');
    expect(history.amendments.map(({ note, authorName }) => [note, authorName])).toEqual([
      ['geteld', 'Anna Verzonnen'],
      ['nagekeken', 'Anna Verzonnen'],
    ]);
    expect([await found('drie'), await found('geteld'), await found('glasbol')]).toEqual([
      [made],
      [made],
      [],
    ]);
  });

  it('wait for their contact, and for whoever wrote them', async () => {
    await arrive([second, people[0] as Row]);
    expect(await waiting()).toEqual([{ entity: 'amendment', awaits_entity: 'contact' }]);
    await arrive([contact(made)]);
    expect(await waiting()).toEqual([{ entity: 'amendment', awaits_entity: 'officer' }]);
    await arrive([people[1] as Row]);
    expect(await waiting()).toEqual([]);
    expect((await readContactHistory(test.file, made)).current.summary).toBe('Drie zakken');
  });

  it('keep its promises, and what the contact itself says now of who may see it', async () => {
    const promise: Row = [
      'promise',
      newId(),
      {
        contactId: made,
        ownerId: bert,
        streetId: territory.streetId,
        text: 'Bellen',
        dueOn: '2026-07-01',
      },
    ];
    const kept = { channel: null, state: 'open', outcome: '', toldBy: null, closedAt: null };
    await arrive([...people, contact(made), ['promise', promise[1], { ...promise[2], ...kept }]]);
    await arrive([first, contact(made, { sensitivity: 'restricted', neighbourhoodId: null }, 2)]);
    const { current } = await readContactHistory(test.file, made);
    expect(current).toMatchObject({ sensitivity: 'restricted', neighbourhoodId: null });
    expect(current.summary).toBe('Twee zakken');
    const promises = await test.store.read.selectFrom('promise').select('contact_id').execute();
    expect(promises).toEqual([{ contact_id: made }]);
  });
});

describe('a row that waits', () => {
  it('is not told of while it is a merge without one of its parties', async () => {
    const [own, other] = [newId(), newId()];
    await arrive([...people, party(own, 'Buurtcomité'), merge(newId(), own, other)]);
    expect(await waiting()).toEqual([{ entity: 'party-merge', awaits_entity: 'party' }]);
    expect(await readCounts(test.store.read)).toMatchObject({ waitingRows: 0 });
    await arrive([party(other, 'Wijkcomité')]);
    expect(await waiting()).toEqual([]);
    expect(await getParty(test.file, { id: own })).toMatchObject({
      mergedInto: { into: { id: other } },
    });
  });

  it('is shown as soon as its street was imported here', async () => {
    const [made, street] = [newId(), newId()];
    await arrive([...people, contact(made, { streetId: street })]);
    expect(await waiting()).toEqual([{ entity: 'contact', awaits_entity: 'street' }]);
    expect(await readCounts(test.store.read)).toMatchObject({ waitingRows: 1 });
    await test.store.write(async ({ prepare }) => {
      prepare(`insert into street (id, official_id, name_nl, name_fr, municipality_code,
        sub_municipality, postcode, valid_from, valid_to, opened_by, closed_by)
        select ?, 'other', name_nl, name_fr, municipality_code, sub_municipality, postcode, valid_from,
          valid_to, opened_by, closed_by from street limit 1`).run(street);
    });
    await arrive([]);
    expect(await waiting()).toEqual([]);
    expect((await readContactHistory(test.file, made)).current.streetId).toBe(street);
  });
});

describe('merges of several desks', () => {
  const [jan, johan, joris] = [newId(), newId(), newId()];
  const [one, other] = [newId(), newId()].sort();
  const shownFor = async (id: Id) => (await getParty(test.file, { id })).mergedInto?.into.id;

  it('hold by the rule, and the one that waited when the first is taken back', async () => {
    await arrive([...people, party(jan, 'Jan'), party(johan, 'Johan'), party(joris, 'Joris')]);
    await arrive([merge(other ?? '', jan, joris)]);
    expect(await shownFor(jan)).toBe(joris);
    await arrive([merge(one ?? '', jan, johan)]);
    expect(await shownFor(jan)).toBe(johan);
    await arrive([merge(one ?? '', jan, johan, true)]);
    expect(await shownFor(jan)).toBe(joris);
  });
});

describe('what else is shared', () => {
  it('is the history of a party, with who wrote it', async () => {
    const id = newId();
    const entry = (name: string, authorId: Id) => ({
      id: newId(),
      authorId,
      madeAt: AT,
      fields: { kind: 'person', name, reach: '', language: null, role: null },
    });
    const history = [entry('Jan', bert), entry('Johan', anna)];
    await arrive([...people, party(id, 'Johan', { history })]);
    const dossier = await getParty(test.file, { id });
    expect(dossier.changes.map(({ authorName, fields }) => [authorName, fields.name])).toEqual([
      ['Bert Bedacht', 'Jan'],
      ['Anna Verzonnen', 'Johan'],
    ]);
  });

  it('is a view that a colleague shares, until it is shared no more', async () => {
    const id = newId();
    const view = {
      filter: {},
      sort: { by: 'time', descending: true },
      group: null,
      columns: ['time'],
    };
    const fields = { ownerId: bert, name: 'Van Bert', shared: true, view, deleted: false };
    await arrive([...people, ['saved-view', id, fields]]);
    const stored = await test.store.read
      .selectFrom('saved_view')
      .select(['id', 'owner_id'])
      .execute();
    expect(stored).toEqual([{ id, owner_id: bert }]);
    await arrive([['saved-view', id, { ...fields, shared: false }, 2]]);
    expect(await readViews(test.file)).toEqual([]);
  });

  it('is one row for a code that two desks added', async () => {
    const [small, great] = [newId(), newId()].sort();
    const code = (id = '', nameFr = ''): Row => [
      'code',
      id,
      {
        list: 'channel',
        code: 'balie',
        nameNl: 'Balie',
        nameFr,
        nameEn: '',
        family: '',
        position: 500,
        validFrom: '2026-01-01',
        validTo: '9999-12-31',
      },
    ];
    await arrive([code(great, 'Guichet')]);
    await arrive([code(small, 'Comptoir')]);
    await arrive([code(great, 'Guichet 2')]);
    const codes = await test.store.read
      .selectFrom('code')
      .select(['id', 'name_fr'])
      .where('code', '=', 'balie')
      .execute();
    expect(codes).toEqual([{ id: small, name_fr: 'Comptoir' }]);
    expect(await waiting()).toEqual([]);
  });
});

describe('many rows at once', () => {
  it('are in the lists at once, and found when the search has caught up, as it says', async () => {
    const ids = Array.from({ length: 600 }, newId);
    const rows = ids.map((id, at) =>
      contact(id, { summary: `Melding nummer ${at}`, channel: 'street' }),
    );
    const late = amendment(newId(), ids[0] ?? '', 1, { summary: 'Anders' });
    await arrive([...people, ...rows, late], 1);
    const facets = await test.store.read
      .selectFrom('contact_facet')
      .innerJoin('contact', 'contact.row_id', 'contact_facet.row_id')
      .innerJoin('facet_value', 'facet_value.number', 'contact_facet.channel')
      .select('facet_value.value')
      .execute();
    expect(facets).toHaveLength(600);
    expect(new Set(facets.map(({ value }) => value))).toEqual(new Set(['street']));
    const before = await searchEverything(test.file, { text: 'melding', limit: 5 });
    // The one that was amended in the same pull was made anew, and is found.
    expect(before).toMatchObject({ contacts: [], unindexed: 599 });
    expect(await found('anders')).toEqual([ids[0]]);
    await keepIndexed(test.file);
    const after = await searchEverything(test.file, { text: 'nummer 599', limit: 5 });
    expect(after).toMatchObject({ contacts: [{ id: ids[599] }], unindexed: 0 });
    const places = await test.store.read.selectFrom('contact_place').select('row_id').execute();
    expect(places).toHaveLength(600);
    expect(test.announced).toContain('contacts');
  });

  it('that do not fit wait by themselves, and keep no other out', async () => {
    const [wrong, right] = [newId(), newId()];
    await arrive([...people, contact(wrong, { feeling: 'sideways' }), contact(right)], 1);
    expect(await waiting()).toEqual([{ entity: 'contact', awaits_entity: '' }]);
    expect((await readContactHistory(test.file, right)).current.id).toBe(right);
  });
});
