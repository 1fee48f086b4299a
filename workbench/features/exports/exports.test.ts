import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';

import type { ExportEvent, ExportRequest } from '#shared/contract/exports.ts';
import { contactSchema } from '#shared/domain/contacts/contact.ts';
import { CONTACT_COLUMNS, NEWEST_FIRST } from '#shared/domain/contacts/contact-view.ts';
import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import { type ManyContacts, plantManyContacts } from '../../../tests/factories/many-contacts.ts';
import { openTestFile, type TestFile } from '../../../tests/factories/test-store.ts';
import { readContactPage } from '../contacts/index.ts';
import { openTransfers, type Transfers } from '../transfers/index.ts';
import { cellWriter } from './contact-cells.ts';
import { csvFile } from './csv-format.ts';
import { readDisclosures } from './disclosures.ts';
import { exportContacts } from './export-contacts.ts';

let test: TestFile;
let many: ManyContacts;
let transfers: Transfers;
const random = seededRandom(3);

beforeEach(async () => {
  test = await openTestFile();
  many = await plantManyContacts(test.store, 120);
  const folder = join(test.directory, 'transfers');
  transfers = await openTransfers(folder, () => makeId(1_750_000_000_000, randomBytes(random, 16)));
});
afterEach(() => test.dispose());

const inTransit = () => readdir(join(test.directory, 'transfers'));
const WORDS = {
  fileName: 'contacten',
  titles: {
    ...(Object.fromEntries(CONTACT_COLUMNS.map((column) => [column, `T ${column}`])) as Record<
      (typeof CONTACT_COLUMNS)[number],
      string
    >),
    assessment: 'Inschatting',
    latitude: 'Breedtegraad',
    longitude: 'Lengtegraad',
    remark: 'Opmerking',
  },
  about: [
    ['Waarover', 'Overlast'],
    ['Volgorde', '=NU()'],
  ] as [string, string][],
  withdrawn: 'ingetrokken',
  amended: 'verbeterd',
  outside: 'buiten de wijken',
  placeUnknown: 'plaats niet gekend',
  states: {
    'only-here': 'alleen hier',
    'under-way': '',
    received: 'ontvangen',
    'needs-choice': '',
    quarantine: '',
  },
};
function request(changes: Partial<ExportRequest> = {}): ExportRequest {
  return {
    format: 'csv',
    view: { filter: {}, sort: NEWEST_FIRST, group: null, columns: ['when', 'place', 'summary'] },
    language: 'nl',
    include: { restricted: false, assessments: false },
    recipient: '',
    words: WORDS,
    ...changes,
  };
}

async function run(wanted: ExportRequest) {
  const events: ExportEvent[] = [];
  for await (const event of exportContacts(test.file, transfers, wanted)) events.push(event);
  const done = events.at(-1);
  if (done?.type !== 'done') throw new Error('the export did not end');
  const { bytes } = await transfers.read({ downloadId: done.downloadId, offset: 0 });
  const text = Buffer.from(bytes, 'base64').toString();
  return { events, done, text };
}
const readCsv = (text: string): string[][] =>
  parse(text, { delimiter: ';', bom: true, relax_column_count: true });

describe('an export as CSV', () => {
  it('is what the list shows, in its order, with the filter below it', async () => {
    const sort = { by: 'street', descending: false } as const;
    const filter = { reason: ['nuisance', 'help-request'] };
    const view = { filter, sort, group: null, columns: [...CONTACT_COLUMNS] };
    const include = { restricted: true, assessments: true };
    const { text, done, events } = await run(request({ view, include }));
    expect(text.startsWith('\uFEFFT when;')).toBe(true);
    expect(text.split('\r\n').every((line) => !line.includes('\n'))).toBe(true);
    const [head, ...rows] = readCsv(text);
    expect(head?.slice(-2)).toEqual(['Inschatting', 'Opmerking']);
    const page = await readContactPage(test.file, { filter, sort, cursor: null, limit: 500 });
    expect(done).toMatchObject({ rows: page.rows.length, withoutPlace: 0 });
    expect(events[0]).toEqual({ type: 'progress', done: 0, total: page.total });
    const at = (name: string) => head?.indexOf(name) ?? -1;
    page.rows.forEach((contact, index) => {
      const cells = rows[index] ?? [];
      expect(cells[at('T summary')]).toBe(contact.summary);
      expect(cells[at('T when')]).toMatch(/^\d\d\/\d\d\/2026 \d\d:\d\d$/);
      expect(cells[at('Breedtegraad')]).toBe(
        contact.position === null ? '' : contact.position[1].toFixed(5).replace('.', ','),
      );
      expect(cells[at('Opmerking')]).toBe(contact.withdrawn ? 'ingetrokken' : '');
    });
    expect(rows.slice(page.rows.length)).toEqual([
      [''],
      ['Waarover', 'Overlast'],
      ['Volgorde', `'=NU()`],
    ]);
  });

  it('leaves restricted contacts and assessments out unless they are asked for', async () => {
    const restricted = many.rows.filter(({ sensitivity }) => sensitivity === 'restricted');
    const without = await run(request());
    expect(without.done.rows).toBe(many.rows.length - restricted.length);
    expect(without.text).not.toContain('een indruk');
    for (const { summary } of restricted) expect(without.text).not.toContain(summary.slice(8, 14));
    const view = { ...request().view, filter: { sensitivity: 'restricted' as const } };
    expect((await run(request({ view }))).done.rows).toBe(0);
    const include = { restricted: true, assessments: true };
    const all = await run(request({ include }));
    expect(all.done.rows).toBe(many.rows.length);
    expect(all.text).toContain('een indruk');
  });

  it('goes group by group where the list is grouped', async () => {
    const view = { ...request().view, group: 'reason' as const, columns: ['reason' as const] };
    const { text } = await run(request({ view }));
    const reasons = readCsv(text)
      .slice(1, -3)
      .map(([reason]) => reason);
    const runs = reasons.filter((reason, index) => reason !== reasons[index - 1]);
    expect(new Set(runs).size).toBe(runs.length);
  });
});

describe('an export as GeoJSON', () => {
  it('holds the contacts that have a place, longitude first, and says how many have none', async () => {
    const include = { restricted: true, assessments: false };
    const { text, done } = await run(request({ format: 'geojson', include }));
    const collection = z
      .object({
        type: z.literal('FeatureCollection'),
        features: z.array(
          z.object({
            type: z.literal('Feature'),
            id: z.string(),
            geometry: z.object({
              type: z.literal('Point'),
              coordinates: z.tuple([z.number().min(2).max(7), z.number().min(49).max(52)]),
            }),
            properties: z.looseObject({ when: z.iso.datetime(), summary: z.string() }),
          }),
        ),
        wijkwerk: z.looseObject({ withoutPlace: z.number(), contacts: z.number() }),
      })
      .parse(JSON.parse(text));
    const placed = many.rows.filter(({ position }) => position !== null).length;
    expect(collection.features).toHaveLength(placed);
    expect(collection.wijkwerk).toMatchObject({
      contacts: placed,
      withoutPlace: many.rows.length - placed,
      about: [
        { label: 'Waarover', value: 'Overlast' },
        { label: 'Volgorde', value: '=NU()' },
      ],
    });
    expect(done).toMatchObject({ rows: placed, withoutPlace: many.rows.length - placed });
    expect(text).not.toContain('een indruk');
    const view = { ...request().view, filter: { from: '2030-01-01' } };
    const { text: empty } = await run(request({ format: 'geojson', view }));
    expect(JSON.parse(empty)).toMatchObject({ features: [], wijkwerk: { contacts: 0 } });
  });
});

describe('an export', () => {
  it('is kept as a disclosure: what, how many, in what form and for whom', async () => {
    const wanted = request({ format: 'geojson', recipient: 'Dienst Mobiliteit' });
    const { done } = await run(wanted);
    const { rows } = await readDisclosures(test.file, { cursor: null, limit: 5 });
    expect(rows).toMatchObject([
      {
        officerName: 'Noor Voorbeeld',
        madeAt: test.clock.now(),
        format: 'geojson',
        items: done.rows,
        include: wanted.include,
        recipient: 'Dienst Mobiliteit',
        subject: { what: 'contacts', view: wanted.view },
      },
    ]);
  });
});

describe('an export that ends early', () => {
  it('by being stopped leaves no file, and nothing to account for', async () => {
    const work = exportContacts(test.file, transfers, request());
    await work.next();
    expect(await inTransit()).toHaveLength(1);
    await work.return();
    expect(await inTransit()).toEqual([]);
    expect((await readDisclosures(test.file, { cursor: null, limit: 5 })).rows).toEqual([]);
  });

  it('by the desk being locked leaves no file', async () => {
    const work = exportContacts(test.file, transfers, request());
    await work.next();
    await work.next();
    test.abort();
    await expect(work.next()).rejects.toMatchObject({ code: 'LOCKED' });
    expect(await inTransit()).toEqual([]);
  });
});

describe('a cell', () => {
  it('comes back as it was, and no spreadsheet takes it for a formula', async () => {
    const { rows } = await readContactPage(test.file, { filter: {}, cursor: null, limit: 1 });
    const contact = contactSchema.parse(rows[0]);
    const view = { ...request().view, columns: ['summary' as const, 'need' as const] };
    const file = csvFile(request({ view }), cellWriter([], WORDS, 'nl'));
    const text = fc.oneof(
      fc.string(),
      fc
        .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', ';', '"', '\n', '＝'), fc.string())
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, text, (summary, need) => {
        const { text: line } = file.part([{ ...contact, summary, need }]);
        const [cells = []] = readCsv(`${file.begin()}${line}`).slice(1);
        for (const [cell, typed] of [
          [cells[0] ?? '', summary],
          [cells[1] ?? '', need],
        ] as const) {
          expect([typed, `'${typed}`]).toContain(cell);
          expect(/^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(cell)).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });
});
