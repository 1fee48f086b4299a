import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { CodeFields } from '#shared/domain/codes/code.ts';
import { OPEN_END } from '#shared/lib/dates.ts';

import { openTestFile, type TestFile } from '../../../tests/factories/test-store.ts';
import { addCode, changeCode, readCodes } from './codes.ts';

let test: TestFile;
beforeEach(async () => {
  test = await openTestFile();
});
afterEach(() => test.dispose());

const fields: CodeFields = {
  nameNl: 'Leegstand',
  nameFr: 'Bâtiment vide',
  nameEn: '',
  family: '',
  position: 140,
  validFrom: '2026-06-01',
  validTo: OPEN_END,
};
const operations = () =>
  test.store.read
    .selectFrom('operation')
    .select(['entity', 'base_version', 'change'])
    .where('entity', '=', 'code')
    .execute();

describe('the code lists of a zone', () => {
  it('take a code that was added, with the operation that says so', async () => {
    const code = await addCode(test.file, { list: 'problem', fields });
    expect(code).toMatchObject({ list: 'problem', code: 'leegstand', ...fields });
    expect(await readCodes(test.file)).toContainEqual(code);
    expect((await operations()).map(({ change }) => JSON.parse(change))).toEqual([
      { kind: 'patch', fields: { list: 'problem', code: 'leegstand', ...fields } },
    ]);
    expect(test.announced).toContain('codes');
  });

  it('give two codes of one name different words to be stored by', async () => {
    const first = await addCode(test.file, { list: 'problem', fields });
    const second = await addCode(test.file, { list: 'problem', fields });
    expect([first.code, second.code]).toEqual(['leegstand', 'leegstand-2']);
  });

  it('change by the fields that differ, on the version they had', async () => {
    const code = await addCode(test.file, { list: 'problem', fields });
    await changeCode(test.file, { id: code.id, fields: { ...fields, validTo: '2026-12-31' } });
    await changeCode(test.file, { id: code.id, fields: { ...fields, validTo: '2026-12-31' } });
    const changes = await operations();
    expect(changes).toHaveLength(2);
    expect(changes[1]).toMatchObject({ base_version: 1 });
    expect(JSON.parse(changes[1]?.change ?? '')).toEqual({
      kind: 'patch',
      fields: { validTo: '2026-12-31' },
    });
  });

  it('refuse what breaks a rule, and name the field', async () => {
    const feeling = (await readCodes(test.file)).find(({ list }) => list === 'feeling');
    const change = changeCode(test.file, {
      id: feeling?.id ?? '',
      fields: { ...fields, validTo: '2026-12-31' },
    });
    await expect(change).rejects.toMatchObject({
      code: 'INVALID_FIELD',
      data: { field: 'fields.validTo', reason: 'closed-list' },
    });
    await expect(addCode(test.file, { list: 'feeling', fields })).rejects.toMatchObject({
      data: { field: 'list' },
    });
    await expect(
      changeCode(test.file, { id: '01970000-0000-7000-8000-000000000009', fields }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
