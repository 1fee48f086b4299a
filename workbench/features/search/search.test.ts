import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { newContactSchema } from '#shared/domain/contacts/contact.ts';
import { highlight } from '#shared/domain/search/highlight.ts';
import { readQuery } from '#shared/domain/search/search-query.ts';
import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import { actionForm, dossierForm } from '../../../tests/factories/casework.ts';
import { plantOutside } from '../../../tests/factories/outside-street.ts';
import {
  plantSmallTerritory,
  type SmallTerritory,
} from '../../../tests/factories/small-territory.ts';
import { openTestFile, type TestFile } from '../../../tests/factories/test-store.ts';
import { findCaseworkTexts } from '../../store/repositories/casework-search.ts';
import { changeDossier, openDossier, proposeAction } from '../actions/index.ts';
import { amendContact, logContact } from '../contacts/index.ts';
import { addParty } from '../parties/index.ts';
import { closePromise } from '../promises/index.ts';
import { searchDossiers } from './search-dossiers.ts';
import { searchEverything } from './search-everything.ts';
import { searchNames } from './search-names.ts';
import { searchContacts, searchPromises } from './search-texts.ts';

let test: TestFile;
let territory: SmallTerritory;
let outside: string;
const random = seededRandom(6);
const newId = (): string => makeId(1_750_000_000_000, randomBytes(random, 16));

/** A contact of that minute of the day, for the order of the results. */
const log = (minute: number, said: object) =>
  logContact(
    test.file,
    newContactSchema.parse({
      id: newId(),
      occurredAt: `2026-06-15T07:${String(minute).padStart(2, '0')}:00.000Z`,
      place: { streetId: territory.streetId, houseNumber: '12', position: null },
      reason: 'nuisance',
      next: { step: 'nothing', note: '' },
      ...said,
    }),
  );
const search = (text: string, limit = 5) => searchEverything(test.file, { text, limit });
const summariesFor = async (text: string) =>
  (await search(text, 20)).contacts.map(({ excerpt }) => excerpt);

beforeAll(async () => {
  test = await openTestFile();
  territory = await plantSmallTerritory(test.store);
  ({ outside } = await plantOutside(test.store));
  await log(1, { summary: 'Lawaai van de buren, elke avond' });
  await log(2, { summary: 'Café Hélène zet het terras te ver', need: 'De buren willen rust' });
  await log(3, { summary: 'Buren van het pleintje, lawaaierige fuif', sensitivity: 'restricted' });
  await log(4, { summary: '', assessment: 'Geluidsoverlast lijkt overdreven' });
  const promised = await log(5, {
    summary: 'Vraagt om een zebrapad',
    next: {
      step: 'promise',
      note: 'Zebrapad bespreken met de dienst Mobiliteit',
      dueOn: '2026-06-20',
    },
  });
  const promise = await test.store.read
    .selectFrom('promise')
    .select('id')
    .where('contact_id', '=', promised.id)
    .executeTakeFirstOrThrow();
  await closePromise(test.file, {
    id: promise.id,
    kept: true,
    outcome: 'Komt er in het najaar',
    toldBy: 'telephone',
  });
  const wrong = await log(6, { summary: 'Sluikstort naast de glasbol' });
  await amendContact(test.file, {
    id: newId(),
    contactId: wrong.id,
    note: 'verkeerde hoek opgegeven',
    changes: { summary: 'Sluikstort naast de kledingbak', occurredAt: '2026-06-15T06:00:00.000Z' },
  });
  for (const [name, reach] of [
    ['Mila Verzonnen', '0470/12.34.56'],
    ['Joris Bedacht', 'joris@voorbeeld.test'],
    ['Li Wú', ''],
  ] as const) {
    const fields = { kind: 'person' as const, name, reach, language: null, role: null };
    await addParty(test.file, { id: newId(), fields });
  }
});
afterAll(() => test.dispose());

describe('searching dossiers and actions', () => {
  it('finds them by title and by whatever was written, those that came last first', async () => {
    const [dossierId, actionId] = [newId(), newId()];
    await openDossier(test.file, {
      id: dossierId,
      form: dossierForm([outside], {
        title: 'Glasbol verplaatsen',
        analysis: 'Bij de glasbakken blijft afval',
      }),
    });
    const form = { ...actionForm(test.store.identity.officerId), title: 'Élke week glas ophalen' };
    await proposeAction(test.file, { id: actionId, dossierId, form });
    expect((await search('glas')).dossiers).toMatchObject([
      {
        kind: 'action',
        id: actionId,
        dossierId,
        state: 'proposed',
        endsOn: '2026-07-12',
        excerpt: '',
      },
      {
        kind: 'dossier',
        id: dossierId,
        state: 'scanning',
        excerpt: 'Bij de glasbakken blijft afval',
      },
    ]);
    expect((await search('elke week')).dossiers).toMatchObject([{ id: actionId }]);
    expect((await search('oversteken')).dossiers).toEqual([]);
    expect((await search('veilig over')).dossiers).toMatchObject([{ id: actionId }]);
    expect((await search('glasbakk', 1)).dossiers).toMatchObject([{ id: dossierId }]);
    await changeDossier(test.file, { id: dossierId, changes: { analysis: '' } });
    expect((await search('glasbakken')).dossiers).toEqual([]);
  });

  it('come page by page, each once, and say whether there are more', async () => {
    for (const title of [
      'Fietsers op het voetpad',
      'Fietsers in de tunnel',
      'Fietsers bij nacht',
    ]) {
      await openDossier(test.file, { id: newId(), form: dossierForm([outside], { title }) });
    }
    const first = await searchDossiers(test.file, { text: 'fietsers', cursor: null, limit: 1 });
    expect(first.nextCursor).not.toBeNull();
    const rest = await searchDossiers(test.file, {
      text: 'fietsers',
      cursor: first.nextCursor,
      limit: 100,
    });
    const all = await searchDossiers(test.file, { text: 'fietsers', cursor: null, limit: 100 });
    expect([...first.rows, ...rest.rows]).toEqual(all.rows);
    expect(all).toMatchObject({ nextCursor: null });
    expect(all.rows).toHaveLength(3);
    expect((await search('fietsers', 1)).moreDossiers).toBe(true);
    expect((await search('fietsers', 20)).moreDossiers).toBe(false);
  });

  it('reads the index backwards, and no row but those it found', async () => {
    const query = findCaseworkTexts(test.store.read, readQuery('glas'), null, 5);
    const plan = JSON.stringify(await query.explain(undefined, sql`query plan`));
    expect(plan).toContain('casework_text VIRTUAL TABLE INDEX');
    expect(plan).toMatch(/SEARCH casework USING INTEGER PRIMARY KEY/);
    expect(plan).not.toMatch(/SCAN casework[" ]/);
  });
});

describe('searching', () => {
  it('finds contacts newest first, whatever the accents and case, the last word as a beginning', async () => {
    expect(await summariesFor('LAWAAI')).toEqual([
      'Buren van het pleintje, lawaaierige fuif',
      'Lawaai van de buren, elke avond',
    ]);
    expect(await summariesFor('lawaai ')).toEqual(['Lawaai van de buren, elke avond']);
    expect(await summariesFor('hélene')).toEqual(['Café Hélène zet het terras te ver']);
  });

  it('wants every word, in whatever text of the contact, and a quoted phrase as it stands', async () => {
    expect(await summariesFor('terras rust')).toHaveLength(1);
    expect(await summariesFor('buren fuif lawaai')).toHaveLength(1);
    expect(await summariesFor('"van de buren"')).toEqual(['Lawaai van de buren, elke avond']);
    expect(await summariesFor('"de van buren"')).toEqual([]);
  });

  it('says in which text of a contact it was found', async () => {
    const [need] = (await search('willen')).contacts;
    expect(need).toMatchObject({ foundIn: 'need', excerpt: 'De buren willen rust' });
    const [assessment] = (await search('overdreven')).contacts;
    expect(assessment).toMatchObject({ foundIn: 'assessment' });
  });

  it('finds a corrected contact by what it says now and why it was corrected, at its moment', async () => {
    expect(await summariesFor('glasbol')).toEqual([]);
    expect(await summariesFor('kledingbak')).toHaveLength(1);
    const [amended] = (await search('hoek opgegeven')).contacts;
    expect(amended).toMatchObject({
      foundIn: 'amendments',
      excerpt: 'verkeerde hoek opgegeven',
      occurredAt: '2026-06-15T06:00:00.000Z',
    });
  });

  it('finds promises by what was promised and what came of it', async () => {
    const byText = (await search('mobiliteit')).promises;
    expect(byText).toMatchObject([{ foundIn: 'text', state: 'kept', dueOn: '2026-06-20' }]);
    const byOutcome = (await search('najaar')).promises;
    expect(byOutcome).toMatchObject([{ foundIn: 'outcome', excerpt: 'Komt er in het najaar' }]);
  });

  it.each([
    ['mila', 'Mila Verzonnen'],
    ['verz', 'Mila Verzonnen'],
    ['mila verzonen', 'Mila Verzonnen'],
    ['verzonnen mila', 'Mila Verzonnen'],
    ['0470123456', 'Mila Verzonnen'],
    ['0470 12 34', 'Mila Verzonnen'],
    ['joris@voorb', 'Joris Bedacht'],
    ['joris bedagt', 'Joris Bedacht'],
    ['wu', 'Li Wú'],
  ])('finds a person by %s', async (text, name) => {
    expect((await search(text)).parties.map((party) => party.name)).toEqual([name]);
  });

  it('finds streets, addresses and neighbourhoods, tolerant of spelling', async () => {
    expect((await search('zonnebloemstr')).places).toMatchObject([
      { streetId: territory.streetId },
    ]);
    expect((await search('rue des tournesol 12')).places).toMatchObject([
      { houseNumber: '12', houseNumberKnown: true },
    ]);
    expect((await search('zonewijk')).neighbourhoods).toEqual([
      { id: territory.neighbourhoodId, nameNl: 'Zonnewijk', nameFr: '' },
    ]);
  });

  it('says when more names fit than were asked for', async () => {
    for (const name of ['Dirk Fictief', 'Dora Fictief', 'Daan Fictief']) {
      const fields = { kind: 'person' as const, name, reach: '', language: null, role: null };
      await addParty(test.file, { id: newId(), fields });
    }
    const names = (limit: number) => searchNames(test.file, { text: 'fictief', limit });
    const { parties } = await names(200);
    expect(parties).toHaveLength(3);
    expect(await names(3)).toMatchObject({ moreParties: false, parties });
    expect(await names(2)).toMatchObject({ moreParties: true, parties: parties.slice(0, 2) });
  });

  it('gives pages that follow each other and hold every contact once', async () => {
    const all = await searchContacts(test.file, { text: 'de', cursor: null, limit: 100 });
    const paged: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await searchContacts(test.file, { text: 'de', cursor, limit: 1 });
      paged.push(...page.rows.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(paged).toEqual(all.rows.map(({ id }) => id));
    expect(paged.length).toBeGreaterThan(1);
    expect((await search('de', 1)).moreContacts).toBe(true);
    expect((await search('glasbol', 1)).moreContacts).toBe(false);
  });

  it('refuses a cursor that is not one of ours', async () => {
    for (const run of [searchContacts, searchPromises, searchDossiers]) {
      await expect(
        run(test.file, { text: 'de', cursor: '1; drop table contact', limit: 5 }),
      ).rejects.toMatchObject({ code: 'INVALID_FIELD', data: { field: 'cursor' } });
    }
  });

  it('never takes what was typed for a search language: no text fails or finds what it does not hold', async () => {
    const syntax = fc.constantFrom(
      ...[
        '"',
        '*',
        '(',
        ')',
        ' OR ',
        ' AND ',
        ' NOT ',
        'NEAR(',
        'summary:',
        '^',
        '-',
        '+',
        ',',
        '}',
        '{',
      ],
      ...['lawaai', 'de', 'buren', ' ', '\u0000', "'", ';', '\\', '%', '_', '“', '👮', '\ud800'],
    );
    const typed = fc.oneof(
      fc.array(syntax, { maxLength: 20 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary', maxLength: 200 }),
    );
    await fc.assert(
      fc.asyncProperty(typed, async (text) => {
        const query = readQuery(text);
        const { contacts, promises } = await search(text, 20);
        for (const { excerpt } of [...contacts, ...promises]) {
          expect(highlight(excerpt, query).some((piece) => piece.marked)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is a search of nothing without a letter or digit', async () => {
    expect(await search('"" * ()')).toEqual({
      contacts: [],
      dossiers: [],
      moreContacts: false,
      promises: [],
      morePromises: false,
      moreDossiers: false,
      moreParties: false,
      morePlaces: false,
      moreNeighbourhoods: false,
      parties: [],
      places: [],
      neighbourhoods: [],
      unindexed: 0,
    });
  });
});
