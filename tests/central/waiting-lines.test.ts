import { expect, it } from 'vitest';

import { OPEN_END } from '#shared/lib/dates.ts';

import { amendContact, readContactHistory } from '../../workbench/features/contacts/index.ts';
import { addParty, getParty, mergeParties } from '../../workbench/features/parties/index.ts';
import { readCounts } from '../../workbench/features/sync/counts.ts';
import { person } from '../factories/party-desk.ts';
import { desksAtCentre, newId } from './desks-at-centre.ts';
import type { RealDesk } from './real-desk.ts';

/** What a desk says of lines of the centre that wait, when rights go and come back. */
const { startDesk, give, zone } = desksAtCentre();
const round = (desk: RealDesk) => desk.engine.round(new AbortController().signal);
const waitingRows = async ({ test }: RealDesk) => (await readCounts(test.store.read)).waitingRows;

async function withdraw({ test, territory }: RealDesk): Promise<void> {
  const { zoneId, centre } = zone();
  const { directory } = centre.store;
  for (const right of await directory.rights(zoneId, test.store.identity.officerId)) {
    if (right.areaId !== territory.neighbourhoodId || right.validTo !== OPEN_END) continue;
    await directory.endRight(zoneId, right.id, '2026-06-14');
  }
}

it('does not wait for a contact that went with the right, and shows own words with it again', async () => {
  const [noor, bert] = [await startDesk(1), await startDesk(2)];
  const contactId = await bert.log('Over de speeltuin');
  await round(bert);
  await round(noor);
  await amendContact(noor.test.file, {
    id: newId(noor),
    contactId,
    note: 'nagevraagd',
    changes: { need: 'Een hek' },
  });
  await withdraw(noor);
  await round(noor);
  await round(noor);
  expect(await noor.contacts()).toEqual([]);
  expect(await waitingRows(noor)).toBe(0);

  await zone().grant(noor.test.store.identity.officerId, noor.territory.neighbourhoodId);
  await round(noor);
  expect(await noor.contacts()).toEqual(['Over de speeltuin']);
  expect((await readContactHistory(noor.test.file, contactId)).current.need).toBe('Een hek');
  expect(await waitingRows(noor)).toBe(0);
});

it('does not wait for persons that went with the role, and links them again with it', async () => {
  const [noor, bert] = [await startDesk(1), await startDesk(2)];
  const [jan, johan] = [newId(bert), newId(bert)];
  await addParty(bert.test.file, { id: jan, fields: person('Jan Verzonnen') });
  await addParty(bert.test.file, { id: johan, fields: person('Johan Verzonnen') });
  await round(bert);
  await round(noor);
  await mergeParties(noor.test.file, { id: newId(noor), partyId: jan, intoId: johan });
  await give(noor, 'administrator');
  await round(noor);
  await round(noor);
  expect(await waitingRows(noor)).toBe(0);

  await give(noor, 'officer');
  await round(noor);
  expect(await getParty(noor.test.file, { id: jan })).toMatchObject({
    mergedInto: { into: { id: johan } },
  });
  expect(await waitingRows(noor)).toBe(0);
});
