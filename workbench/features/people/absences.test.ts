import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { openTestFile, type TestFile } from '../../../tests/factories/test-store.ts';
import { addOfficer, endAbsence, readAbsences, setAbsence } from './index.ts';

let test: TestFile;
let noor: string;
let samir: string;
beforeEach(async () => {
  test = await openTestFile();
  noor = test.store.identity.officerId;
  samir = (await addOfficer(test.file, { displayName: 'Samir Verzonnen' })).id;
  test.clock.set('2026-06-15T08:00:00.000Z');
  test.announced.length = 0;
});
afterEach(() => test.dispose());

const operations = async () => {
  const rows = await test.store.read
    .selectFrom('operation')
    .select(['entity_id', 'base_version', 'change'])
    .where('entity', '=', 'absence')
    .orderBy('device_seq')
    .execute();
  return rows.map((row) => ({ ...row, change: JSON.parse(row.change) as unknown }));
};
const set = (firstDay: string, lastDay: string, replaces: string | null = null) =>
  setAbsence(test.file, { officerId: noor, firstDay, lastDay, substituteId: samir, replaces });
const days = async () =>
  (await readAbsences(test.file)).map(({ firstDay, lastDay }) => [firstDay, lastDay]);

describe('an absence', () => {
  it('is stored with its operation, told to the windows, and listed with who stands in', async () => {
    await set('2026-06-16', '2026-06-20');
    expect(await readAbsences(test.file)).toEqual([
      {
        officerId: noor,
        displayName: 'Noor Voorbeeld',
        substituteId: samir,
        substituteName: 'Samir Verzonnen',
        firstDay: '2026-06-16',
        lastDay: '2026-06-20',
        openPromises: 0,
      },
    ]);
    const periods = [{ firstDay: '2026-06-16', lastDay: '2026-06-20', substituteId: samir }];
    expect(await operations()).toEqual([
      { entity_id: noor, base_version: 0, change: { kind: 'patch', fields: { periods } } },
    ]);
    expect(test.announced).toEqual(['people', 'promises', 'dossiers', 'outbox']);
  });

  it('is stored once, however often it is said, and changed in its place', async () => {
    await set('2026-06-16', '2026-06-20');
    await set('2026-06-16', '2026-06-20');
    expect(await operations()).toHaveLength(1);
    await set('2026-06-18', '2026-06-25', '2026-06-16');
    expect(await days()).toEqual([['2026-06-18', '2026-06-25']]);
    expect((await operations())[1]).toMatchObject({ base_version: 1 });
  });

  it('is not shown once it is over, and stays written', async () => {
    await set('2026-06-16', '2026-06-20');
    await set('2026-07-01', '2026-07-31');
    test.clock.set('2026-06-20T21:59:00.000Z');
    expect(await days()).toHaveLength(2);
    test.clock.set('2026-06-20T22:00:00.000Z');
    expect(await days()).toEqual([['2026-07-01', '2026-07-31']]);
    await set('2026-08-01', '2026-08-02');
    expect((await operations()).at(-1)).toMatchObject({
      change: {
        fields: { periods: [{ firstDay: '2026-06-16' }, { firstDay: '2026-07-01' }, {}] },
      },
    });
  });

  it('ends yesterday for who is back, is gone where it had not begun, and can be put back', async () => {
    await set('2026-06-10', '2026-06-20');
    await endAbsence(test.file, { officerId: noor, firstDay: '2026-06-10' });
    expect(await days()).toEqual([]);
    expect((await operations()).at(-1)).toMatchObject({
      change: { fields: { periods: [{ lastDay: '2026-06-14' }] } },
    });
    await set('2026-06-10', '2026-06-20', '2026-06-10');
    expect(await days()).toEqual([['2026-06-10', '2026-06-20']]);
    await set('2026-07-01', '2026-07-31');
    await endAbsence(test.file, { officerId: noor, firstDay: '2026-07-01' });
    expect(await days()).toEqual([['2026-06-10', '2026-06-20']]);
    const count = (await operations()).length;
    await endAbsence(test.file, { officerId: noor, firstDay: '2026-07-01' });
    expect(await operations()).toHaveLength(count);
  });

  it('names the field that is wrong, and nothing is stored', async () => {
    await set('2026-06-16', '2026-06-20');
    const refused = (field: string, reason: string) => ({
      code: 'INVALID_FIELD',
      data: { field, reason },
    });
    await expect(set('2026-06-20', '2026-06-25')).rejects.toMatchObject(
      refused('firstDay', 'absence-overlaps'),
    );
    await expect(set('2026-07-20', '2026-07-19')).rejects.toMatchObject(
      refused('lastDay', 'end-before-start'),
    );
    await expect(set('1902-07-20', '2026-07-19')).rejects.toMatchObject(
      refused('firstDay', 'too-early'),
    );
    await expect(set('2026-07-20', '2062-07-19')).rejects.toMatchObject(
      refused('lastDay', 'too-late'),
    );
    const period = {
      officerId: noor,
      firstDay: '2026-07-01',
      lastDay: '2026-07-02',
      replaces: null,
    };
    await expect(setAbsence(test.file, { ...period, substituteId: noor })).rejects.toMatchObject(
      refused('substituteId', 'stands-in-for-oneself'),
    );
    const nobody = '01890000-0000-7000-8000-000000000000';
    const notFound = { code: 'NOT_FOUND', data: { what: 'officer' } };
    await expect(setAbsence(test.file, { ...period, substituteId: nobody })).rejects.toMatchObject(
      notFound,
    );
    await expect(
      endAbsence(test.file, { officerId: nobody, firstDay: '2026-07-01' }),
    ).rejects.toMatchObject(notFound);
    expect(await operations()).toHaveLength(1);
  });
});
