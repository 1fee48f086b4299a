import { afterEach, beforeEach, expect, it } from 'vitest';

import { disclosureSchema, type PrintedList } from '#shared/contract/exports.ts';
import { NEWEST_FIRST } from '#shared/domain/contacts/contact-view.ts';
import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import { openTestFile, type TestFile } from '../../../tests/factories/test-store.ts';
import { readDisclosures, recordPrinted } from './disclosures.ts';

const random = seededRandom(8);

let test: TestFile;
beforeEach(async () => {
  test = await openTestFile();
});
afterEach(() => test.dispose());

const printed = (contacts: number): PrintedList => ({
  id: makeId(Date.parse(test.clock.now()), randomBytes(random, 16)),
  view: { filter: { reason: 'school' }, sort: NEWEST_FIRST, group: null, columns: ['when'] },
  include: { restricted: true, assessments: false },
  recipient: 'Dienst Mobiliteit',
  contacts,
});

it('keeps who took what off the desk, when and for whom, and tells every window', async () => {
  const list = printed(12);
  await recordPrinted(test.file, list);
  await recordPrinted(test.file, list);
  const { rows, nextCursor } = await readDisclosures(test.file, { cursor: null, limit: 10 });
  expect(nextCursor).toBeNull();
  expect(rows.map((row) => disclosureSchema.parse(row))).toEqual([
    {
      id: list.id,
      include: list.include,
      recipient: list.recipient,
      format: 'paper',
      items: 12,
      subject: { what: 'contacts', view: list.view },
      madeAt: test.clock.now(),
      officerName: 'Noor Voorbeeld',
    },
  ]);
  expect(test.announced).toContain('exports');
});

it('lists the newest first, page by page', async () => {
  for (let contacts = 1; contacts <= 5; contacts += 1) {
    await recordPrinted(test.file, printed(contacts));
    test.clock.advance(60_000);
  }
  const seen: number[] = [];
  let cursor: string | null = null;
  do {
    const page = await readDisclosures(test.file, { cursor, limit: 2 });
    seen.push(...page.rows.map(({ items }) => items));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(seen).toEqual([5, 4, 3, 2, 1]);
  await expect(readDisclosures(test.file, { cursor: 'x', limit: 2 })).rejects.toMatchObject({
    code: 'INVALID_FIELD',
    data: { field: 'cursor' },
  });
});

it('says that it cannot read the list of a newer application, and still that it left the desk', async () => {
  await recordPrinted(test.file, printed(3));
  await test.store.write(async ({ tables }) => {
    await tables
      .insertInto('disclosure')
      .columns([
        'id',
        'made_at',
        'officer_id',
        'format',
        'what',
        'items',
        'restricted',
        'assessments',
        'recipient',
        'subject',
      ])
      .expression((from) =>
        from
          .selectFrom('disclosure')
          .select((row) => [
            row.val('ffffffff-ffff-7fff-bfff-ffffffffffff').as('id'),
            'made_at',
            'officer_id',
            'format',
            'what',
            'items',
            'restricted',
            'assessments',
            'recipient',
            row.val('{"what":"contacts","view":{"columns":["smell"]}}').as('subject'),
          ]),
      )
      .execute();
  });
  const { rows } = await readDisclosures(test.file, { cursor: null, limit: 1 });
  expect(rows).toMatchObject([{ items: 3, subject: { what: 'contacts', view: null } }]);
});
