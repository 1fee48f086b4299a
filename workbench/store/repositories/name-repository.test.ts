import { afterEach, beforeEach, expect, it } from 'vitest';

import { openPartyDesk, type PartyDesk } from '../../../tests/factories/party-desk.ts';
import { namesOf } from './name-repository.ts';

let desk: PartyDesk;
beforeEach(async () => {
  desk = await openPartyDesk();
});
afterEach(() => desk.test.dispose());

it('names a person by name and a contact by where and when it was, and nothing that is not here', async () => {
  const { read } = desk.test.store;
  const street = await read
    .selectFrom('street')
    .select(['id', 'name_nl'])
    .executeTakeFirstOrThrow();
  const person = await desk.add('An Verzonnen');
  const place = { streetId: street.id, houseNumber: '17', position: null };
  const contact = await desk.log([person], { place, occurredAt: '2026-06-01T22:30:00.000Z' });
  expect(await namesOf(read, [person, contact, street.id, desk.newId()])).toEqual({
    [person]: 'An Verzonnen',
    // By the calendar of where people live.
    [contact]: `${street.name_nl} 17, 02/06/2026`,
    [street.id]: street.name_nl,
  });
  expect(await namesOf(read, [])).toEqual({});
});

it('names a stretch by its street and a dossier by its title', async () => {
  const { read } = desk.test.store;
  const stretch = await read
    .selectFrom('segment')
    .innerJoin('street', 'street.id', 'segment.street_id')
    .select(['segment.id', 'street.name_nl'])
    .executeTakeFirstOrThrow();
  const id = desk.newId();
  await desk.test.store.write(({ tables }) =>
    tables
      .insertInto('casework')
      .values({
        ...{ entity: 'dossier', id, dossier_id: id, action_id: '', neighbourhood_id: '' },
        ...{ state: 'scanning', fields: JSON.stringify({ title: 'Sluikstort' }), version: 1 },
      })
      .execute(),
  );
  expect(await namesOf(read, [stretch.id, id])).toEqual({
    [stretch.id]: stretch.name_nl,
    [id]: 'Sluikstort',
  });
});
