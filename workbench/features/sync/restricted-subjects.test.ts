import { afterEach, beforeEach, expect, it } from 'vitest';

import { newContactSchema } from '#shared/domain/contacts/contact.ts';
import { dayOf } from '#shared/lib/dates.ts';
import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import { pdfOfLength } from '../../../tests/factories/photos.ts';
import { plantSmallTerritory } from '../../../tests/factories/small-territory.ts';
import { openTestFile, type TestFile } from '../../../tests/factories/test-store.ts';
import { contactTable } from '../../sync/tables/contact-tables.ts';
import { appendFile, beginFile, finishFile, withdrawAttachment } from '../attachments/index.ts';
import { amendContact, logContact } from '../contacts/index.ts';
import { readOperations } from './read-operations.ts';

/** Whatever was done of a contact that only some may see says so, by which its text stays off the sheet of the day. */
let test: TestFile;
let streetId: string;
const random = seededRandom(23);
const newId = (): string => makeId(1_780_000_000_000, randomBytes(random, 16));
beforeEach(async () => {
  test = await openTestFile();
  ({ streetId } = await plantSmallTerritory(test.store));
});
afterEach(() => test.dispose());

const TEXTS = {
  summary: 'Wat er gezegd is',
  promise: 'Wat er beloofd is',
  amendment: 'Waarom het anders is',
  withdrawal: 'Waarom de foto weg is',
};

/** A contact with a promise, a correction and a file that was withdrawn, each with a text. */
async function work(sensitivity: 'normal' | 'restricted'): Promise<string> {
  const contactId = newId();
  await logContact(
    test.file,
    newContactSchema.parse({
      id: contactId,
      occurredAt: '2026-06-15T07:30:00.000Z',
      place: { streetId, houseNumber: '12', position: null },
      reason: 'nuisance',
      summary: TEXTS.summary,
      sensitivity,
      next: { step: 'promise', note: TEXTS.promise, dueOn: '2026-07-01' },
    }),
  );
  await amendContact(test.file, {
    id: newId(),
    contactId,
    note: TEXTS.amendment,
    changes: { summary: 'Wat er echt gezegd is' },
  });
  const bytes = pdfOfLength(900);
  const owner = { kind: 'contact', id: contactId } as const;
  const { uploadId } = await beginFile(test.file, {
    owner,
    fileName: 'brief.pdf',
    size: bytes.length,
  });
  const whole = Buffer.from(bytes).toString('base64');
  await appendFile(test.file, { uploadId, offset: 0, bytes: whole });
  const id = newId();
  await finishFile(test.file, { uploadId, id, keepDetails: false });
  await withdrawAttachment(test.file, { id, note: TEXTS.withdrawal });
  return contactId;
}

async function linesOfToday() {
  const filter = { day: dayOf(test.clock.now()) };
  return (await readOperations(test.file, { filter, cursor: null, limit: 200 })).rows;
}

it.each(['normal', 'restricted'] as const)(
  'a %s contact and all that hangs on it',
  async (which) => {
    const contactId = await work(which);
    const lines = await linesOfToday();
    expect(lines.map(({ deed }) => deed).toSorted()).toEqual([
      'contact-corrected',
      'contact-logged',
      'file-attached',
      'file-withdrawn',
      'promise-made',
    ]);
    for (const { deed, subject } of lines) {
      expect(subject, deed).toMatchObject({ contactId, isRestricted: which === 'restricted' });
    }
    const texts = lines.map(({ subject }) => subject.text);
    const { promise, amendment, withdrawal } = TEXTS;
    expect(texts).toEqual(expect.arrayContaining([promise, amendment, withdrawal]));
  },
);

it('what hangs on a contact that left this desk is kept off the sheet as well', async () => {
  const id = await work('normal');
  await test.store.write(({ tables }) => contactTable.remove(tables, id));
  const lines = await linesOfToday();
  for (const { deed, subject } of lines) {
    if (deed === 'contact-logged') continue;
    expect(subject, deed).toMatchObject({ contactId: null, isRestricted: true });
  }
});
