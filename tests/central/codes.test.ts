import { expect, it } from 'vitest';

import { codeFieldsSchema } from '#shared/domain/codes/code.ts';

import { setCodes } from '../../central/administration/codes.ts';
import { changeCode, readCodes } from '../../workbench/features/codes/index.ts';
import { readAttention } from '../../workbench/features/sync/index.ts';
import { desksAtCentre } from './desks-at-centre.ts';
import type { RealDesk } from './real-desk.ts';

/** Codes that a script sets at the centre, at desks that have worded them too. */
const { startDesk, give, zone } = desksAtCentre();
const never = new AbortController().signal;
const presence = { list: 'task-type', code: 'presence' } as const;

async function codeAt({ test }: RealDesk, code: string) {
  const found = (await readCodes(test.file)).find((one) => one.code === code);
  if (found === undefined) throw new Error(`no code ${code}`);
  return { id: found.id, fields: codeFieldsSchema.parse(found) };
}
const set = (...codes: Parameters<typeof setCodes>[2][number][]) =>
  setCodes(zone().centre, { zoneId: zone().zoneId, officerId: null }, codes);

it('come to every desk, and keep what was not named', async () => {
  const desk = await startDesk(1);
  const before = await codeAt(desk, 'presence');
  await set(
    { ...presence, nameFr: 'Être là' },
    { list: 'problem', code: 'vacancy', nameNl: 'Leegstand' },
  );
  await desk.engine.round(never);
  expect(await codeAt(desk, 'presence')).toEqual({
    ...before,
    fields: { ...before.fields, nameFr: 'Être là' },
  });
  expect((await codeAt(desk, 'vacancy')).fields).toMatchObject({ nameNl: 'Leegstand', nameFr: '' });
});

it('ask whoever worded one anew without a line which one holds', async () => {
  const desk = await startDesk(1);
  await give(desk, 'administrator');
  await set({ ...presence, nameNl: 'Aanwezig zijn' });
  await desk.engine.round(never);
  const { id, fields } = await codeAt(desk, 'presence');
  await changeCode(desk.test.file, { id, fields: { ...fields, nameNl: 'Gezien worden' } });
  await set({ ...presence, nameNl: 'Aanwezigheid' });
  await desk.engine.round(never);
  expect((await codeAt(desk, 'presence')).fields.nameNl).toBe('Aanwezigheid');
  const asked = { settled: false, cursor: null, limit: 10 };
  expect((await readAttention(desk.test.file, asked)).rows).toMatchObject([
    { conflicts: [{ field: 'nameNl', mine: 'Gezien worden', theirs: 'Aanwezigheid' }] },
  ]);
});
