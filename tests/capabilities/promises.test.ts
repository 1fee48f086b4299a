import { afterEach, beforeEach, expect, it } from 'vitest';

import { newContactSchema } from '#shared/domain/contacts/contact.ts';

import { startTown, TODAY, type Town } from './town.ts';

let town: Town;
beforeEach(async () => {
  town = await startTown();
});
afterEach(() => town.desk.dispose());

/** A promise of the officer at this desk, who is not there to keep it. */
async function promiseDue(dueOn: string): Promise<string> {
  const { client, newId } = town;
  const contactId = newId();
  await client.contacts.log(
    newContactSchema.parse({
      id: contactId,
      occurredAt: '2026-06-15T07:00:00.000Z',
      place: {
        streetId: town.streets.get('Asterlaan')?.streetId,
        houseNumber: '',
        position: null,
      },
      reason: 'nuisance',
      next: { step: 'promise', note: 'Terugbellen over de lamp', dueOn },
    }),
  );
  return (await client.promises.ofContact({ contactId }))?.id ?? '';
}

it('N6: officer absent: the promise moves to the substitute, the resident’s date does not', async () => {
  const { client } = town;
  const dueOn = '2026-06-20';
  const id = await promiseDue(dueOn);
  const samir = await client.people.addOfficer({ displayName: 'Samir Verzonnen' });
  const away = { officerId: town.me, firstDay: '2026-06-18', lastDay: '2026-06-24' };
  await client.people.setAbsence({ ...away, substituteId: samir.id, replaces: null });
  const keptBy = async (ownerId: string) =>
    (await client.promises.list({ filter: { state: 'open', ownerId }, cursor: null, limit: 10 }))
      .rows;

  // Not before the first day, on every day of the absence, also when it is late, and not afterwards.
  const days = ['2026-06-17', '2026-06-18', '2026-06-20', '2026-06-22', '2026-06-24', '2026-06-25'];
  const seen = [];
  for (const day of days) {
    town.desk.clock.set(`${day}T08:00:00.000Z`);
    const [promise] = await client.promises.open();
    expect(promise).toMatchObject({ id, ownerId: town.me, dueOn });
    const keeperId = promise?.keeperId ?? '';
    expect(await keptBy(keeperId)).toMatchObject([{ id, dueOn }]);
    expect(await keptBy(keeperId === samir.id ? town.me : samir.id)).toEqual([]);
    seen.push(keeperId === samir.id ? 'Samir' : 'me');
  }
  expect(seen).toEqual(['me', 'Samir', 'Samir', 'Samir', 'Samir', 'me']);
});

it('N6: who stands in closes the promise, and it stays the one that its officer made', async () => {
  const { client } = town;
  const id = await promiseDue(TODAY);
  const samir = await client.people.addOfficer({ displayName: 'Samir Verzonnen' });
  const away = { officerId: town.me, firstDay: TODAY, lastDay: '2026-06-24' };
  await client.people.setAbsence({ ...away, substituteId: samir.id, replaces: null });
  const closing = { id, kept: true, outcome: 'De lamp brandt weer', toldBy: null };
  const closed = await client.promises.close(closing);
  expect(closed).toMatchObject({
    state: 'kept',
    ownerId: town.me,
    keeperId: town.me,
    dueOn: TODAY,
  });
});

it('N6: a promise that is handed over by hand keeps the resident’s date too', async () => {
  const { client } = town;
  const dueOn = '2026-06-20';
  const id = await promiseDue(dueOn);
  const substitute = await client.people.addOfficer({ displayName: 'Samir Verzonnen' });

  town.desk.clock.set('2026-06-19T08:00:00.000Z');
  await client.promises.reassign({ id, ownerId: substitute.id });
  expect(await client.promises.open()).toMatchObject([{ ownerId: substitute.id, dueOn }]);
  const mine = { filter: { ownerId: town.me }, cursor: null, limit: 10 };
  expect((await client.promises.list(mine)).total).toBe(0);

  // However late it is handed on, it is overdue by the day that the resident was told.
  town.desk.clock.set('2026-07-01T08:00:00.000Z');
  await client.promises.reassign({ id, ownerId: town.me });
  expect(await client.promises.open()).toMatchObject([{ ownerId: town.me, dueOn }]);
  expect(dueOn > TODAY).toBe(true);
});
