import { expect, it } from 'vitest';

import { desksAtCentre } from './desks-at-centre.ts';
import type { RealDesk } from './real-desk.ts';

/** What a desk keeps when its officer's account is closed. */
const { startDesk, zone } = desksAtCentre();
const round = (desk: RealDesk) => desk.engine.round(new AbortController().signal);

async function close({ test }: RealDesk, disabled: boolean): Promise<void> {
  const { zoneId, centre } = zone();
  const { directory } = centre.store;
  const account = await directory.accountOf(zoneId, test.store.identity.officerId);
  if (!account) throw new Error('no account');
  await directory.putAccount(zoneId, { ...account, disabled });
}

async function names({ test }: RealDesk): Promise<readonly string[]> {
  const rows = await test.store.read.selectFrom('officer').select('id').execute();
  return rows.map(({ id }) => id);
}

it('forgets colleagues and contacts, and never who works at it', async () => {
  const [noor, bert] = [await startDesk(1), await startDesk(2)];
  const own = noor.test.store.identity.officerId;
  await noor.log('van Noor');
  await round(noor);
  await round(bert);
  await round(noor);
  expect(await names(noor)).toContain(bert.test.store.identity.officerId);

  await close(noor, true);
  await round(noor);
  expect(await noor.contacts()).toEqual([]);
  expect(await names(noor)).toEqual([own]);

  // Written after it, a contact stays here, and the centre sets it aside.
  await noor.log('daarna');
  await round(noor);
  expect(await noor.contacts()).toEqual(['daarna']);
  const state = await noor.test.store.read
    .selectFrom('operation')
    .select('state')
    .where('entity', '=', 'contact')
    .where('state', '=', 'quarantined')
    .execute();
  expect(state).toHaveLength(1);

  await close(noor, false);
  expect(await round(noor)).toMatchObject({ differing: 0 });
  expect(await noor.contacts()).toEqual(['daarna', 'van Noor']);
  expect(await names(noor)).toContain(bert.test.store.identity.officerId);
});
