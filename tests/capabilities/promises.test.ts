import { afterEach, beforeEach, expect, it } from 'vitest';

import { newContactSchema } from '#shared/domain/contacts/contact.ts';

import { startTown, TODAY, type Town } from './town.ts';

let town: Town;
beforeEach(async () => {
  town = await startTown();
});
afterEach(() => town.desk.dispose());

// The product knows no absence yet, so nothing moves by itself: this is the part that an officer does by hand.
it('N6, by hand: a promise moves to who stands in for its officer, the resident’s date does not', async () => {
  const { client, newId } = town;
  const contactId = newId();
  const dueOn = '2026-06-20';
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
  const substitute = await client.people.addOfficer({ displayName: 'Samir Verzonnen' });
  const promise = await client.promises.ofContact({ contactId });
  expect(promise).toMatchObject({ ownerId: town.me, dueOn });

  town.desk.clock.set('2026-06-19T08:00:00.000Z');
  await client.promises.reassign({ id: promise?.id ?? '', ownerId: substitute.id });
  expect(await client.promises.open()).toMatchObject([{ ownerId: substitute.id, dueOn }]);
  const mine = { filter: { ownerId: town.me }, cursor: null, limit: 10 };
  expect((await client.promises.list(mine)).total).toBe(0);

  // However late it is handed on, it is overdue by the day that the resident was told.
  town.desk.clock.set('2026-07-01T08:00:00.000Z');
  await client.promises.reassign({ id: promise?.id ?? '', ownerId: town.me });
  expect(await client.promises.open()).toMatchObject([{ ownerId: town.me, dueOn }]);
  expect(dueOn > TODAY).toBe(true);
});
