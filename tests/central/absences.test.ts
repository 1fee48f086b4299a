import { expect, it } from 'vitest';

import { endAbsence, readAbsences, setAbsence } from '../../workbench/features/people/index.ts';
import { desksAtCentre } from './desks-at-centre.ts';
import type { RealDesk } from './real-desk.ts';

/** Who is away and who stands in, over a real line. */
const { startDesk, give } = desksAtCentre();
const never = new AbortController().signal;
const lastState = async ({ test }: RealDesk): Promise<string | undefined> => {
  const rows = await test.store.read
    .selectFrom('operation')
    .select('state')
    .orderBy('device_seq', 'desc')
    .limit(1)
    .execute();
  return rows[0]?.state;
};
const idOf = ({ test }: RealDesk): string => test.store.identity.officerId;

it('lets everybody say when they are away, and of a colleague only who leads', async () => {
  const [noor, bert] = [await startDesk(1), await startDesk(2)];
  await noor.engine.round(never);
  await bert.engine.round(never);
  await noor.engine.round(never);
  const days = { firstDay: '2026-06-20', lastDay: '2026-06-24', replaces: null };

  await setAbsence(noor.test.file, {
    ...days,
    officerId: idOf(noor),
    substituteId: idOf(bert),
  });
  await noor.engine.round(never);
  expect(await lastState(noor)).toBe('accepted');
  await bert.engine.round(never);
  const away = [{ officerId: idOf(noor), firstDay: days.firstDay, substituteId: idOf(bert) }];
  expect(await readAbsences(bert.test.file)).toMatchObject(away);

  // Bert leads nobody: whatever his desk says of Noor, the centre sets it aside.
  await endAbsence(bert.test.file, { officerId: idOf(noor), firstDay: days.firstDay });
  await bert.engine.round(never);
  expect(await lastState(bert)).toBe('quarantined');
  await noor.engine.round(never);
  expect(await readAbsences(noor.test.file)).toMatchObject(away);

  await give(bert, 'team-lead');
  await bert.engine.round(never);
  await endAbsence(bert.test.file, { officerId: idOf(noor), firstDay: days.firstDay });
  await bert.engine.round(never);
  expect(await lastState(bert)).toBe('accepted');
  await noor.engine.round(never);
  expect(await readAbsences(noor.test.file)).toEqual([]);
});
