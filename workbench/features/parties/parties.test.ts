import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { openPartyDesk, type PartyDesk, person } from '../../../tests/factories/party-desk.ts';
import type { TestFile } from '../../../tests/factories/test-store.ts';
import { closePromise } from '../promises/index.ts';
import {
  addParty,
  changeParty,
  getParty,
  listParties,
  readPartyPromises,
  similarParties,
  suggestParties,
  unmergeParties,
} from './index.ts';

let desk: PartyDesk;
let test: TestFile;
const NOBODY = '0197a000-0000-7000-8000-00000000dead';

beforeEach(async () => {
  desk = await openPartyDesk();
  ({ test } = desk);
});
afterEach(() => test.dispose());

const suggested = async (text: string) =>
  (await suggestParties(test.file, { text, limit: 8 })).map(({ name }) => name);

describe('adding and changing', () => {
  it('keeps who wrote what and when, each with its operation', async () => {
    const id = await desk.add('Mila Verzonnen');
    test.clock.advance(60_000);
    await changeParty(test.file, {
      id,
      fields: person('Mila Verzonnen', { reach: '0400 00 00 00' }),
    });
    await changeParty(test.file, {
      id,
      fields: person('Mila Verzonnen', { reach: '0400 00 00 00' }),
    });
    const { party, changes } = await getParty(test.file, { id });
    expect(party.reach).toBe('0400 00 00 00');
    expect(changes).toMatchObject([
      { authorName: 'Noor Voorbeeld', madeAt: '2026-06-15T08:00:00.000Z', fields: { reach: '' } },
      { madeAt: '2026-06-15T08:01:00.000Z', fields: { reach: '0400 00 00 00' } },
    ]);
    expect(await desk.operations()).toMatchObject([
      { entity: 'party', base_version: 0, author_id: test.store.identity.officerId },
      {
        entity: 'party',
        base_version: 1,
        change: JSON.stringify({ kind: 'patch', fields: { reach: '0400 00 00 00' } }),
      },
    ]);
    expect(test.announced).toContain('parties');
  });

  it('writes what was changed since the form was opened, and nothing over what a colleague wrote since', async () => {
    const id = await desk.add('Mila Verzonnen');
    const seen = person('Mila Verzonnen');
    await changeParty(test.file, { id, fields: { ...seen, reach: '0400 00 00 01' } });
    const renamed = { id, fields: { ...seen, name: 'Milla Verzonnen' }, seen };
    expect(await changeParty(test.file, renamed)).toMatchObject({
      name: 'Milla Verzonnen',
      reach: '0400 00 00 01',
    });
    await expect(
      changeParty(test.file, { id, fields: { ...seen, reach: '0400 00 00 02' }, seen }),
    ).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE', data: { field: 'fields.reach' } });
    expect((await getParty(test.file, { id })).party.reach).toBe('0400 00 00 01');
    expect(await desk.operations()).toHaveLength(3);
  });

  it('stores what is sent twice once, and refuses other content under a known id', async () => {
    const id = await desk.add('Mila Verzonnen');
    await addParty(test.file, { id, fields: person('Mila Verzonnen') });
    expect(await desk.operations()).toHaveLength(1);
    await expect(
      addParty(test.file, { id, fields: person('Iemand Anders') }),
    ).rejects.toMatchObject({ code: 'ALREADY_EXISTS', data: { what: 'party' } });
  });

  it.each([
    [{ role: 'unheard-of' }, 'fields.role'],
    [{ language: 'unheard-of' }, 'fields.language'],
  ])('refuses %j and names the field', async (more, field) => {
    await expect(desk.add('Mila Verzonnen', more)).rejects.toMatchObject({
      code: 'INVALID_FIELD',
      data: { field, reason: 'unknown-code' },
    });
    expect(await desk.operations()).toEqual([]);
  });

  it('says that nobody has an id that is not here', async () => {
    for (const call of [
      () => getParty(test.file, { id: NOBODY }),
      () => similarParties(test.file, { id: NOBODY }),
      () => changeParty(test.file, { id: NOBODY, fields: person('Niemand') }),
      () => desk.merge(NOBODY, NOBODY),
      () => unmergeParties(test.file, { mergeId: NOBODY }),
    ]) {
      await expect(call()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });
});

describe('suggesting while somebody types', () => {
  beforeEach(async () => {
    for (const name of [
      'Mila Verzonnen',
      'Milan Verzinsel',
      'Jan Van den Broeck',
      'Jan De Clercq',
      'Zoë Fictief',
    ]) {
      await desk.add(name);
    }
    await desk.add('Bakkerij Het Verzinsel', { kind: 'organisation', role: 'shopkeeper' });
  });

  it.each([
    ['verzonn', ['Mila Verzonnen']],
    ['mil', ['Milan Verzinsel', 'Mila Verzonnen']],
    ['VERZONNEN, m', ['Mila Verzonnen']],
    ['verzonenn mila', ['Mila Verzonnen']],
    ['zoe', ['Zoë Fictief']],
    ['vandenbroek', ['Jan Van den Broeck']],
    ['de klerk', ['Jan De Clercq']],
    ['bakkerij', ['Bakkerij Het Verzinsel']],
    ['nergens', []],
    [' … ', []],
  ])('finds by %s', async (text, names) => {
    expect((await suggested(text)).sort()).toEqual([...names].sort());
  });

  it('has the best first, and no quotes or operators of the index in its way', async () => {
    expect((await suggested('mila'))[0]).toBe('Mila Verzonnen');
    expect(await suggested('"zoe" OR *')).toEqual(['Zoë Fictief']);
  });

  it('shows a merged one as the one it was merged into, and says by which name it was found', async () => {
    const [mila] = await suggestParties(test.file, { text: 'mila verz', limit: 1 });
    const twin = await desk.add('Ludmila V.');
    await desk.merge(twin, mila?.id ?? '');
    expect(await suggestParties(test.file, { text: 'ludmi', limit: 5 })).toMatchObject([
      { id: mila?.id, name: 'Mila Verzonnen', foundAs: 'Ludmila V.' },
    ]);
  });

  it('finds a party by its new name only', async () => {
    const [mila] = await suggestParties(test.file, { text: 'mila verzo', limit: 1 });
    await changeParty(test.file, { id: mila?.id ?? '', fields: person('Tess Proefstuk') });
    expect(await suggested('tess')).toEqual(['Tess Proefstuk']);
    expect(await suggested('verzonn')).toEqual([]);
  });

  it('finds who may be the same as somebody, never themselves or those under them', async () => {
    const id = await desk.add('Mila Verzonen');
    const [same] = await similarParties(test.file, { id });
    expect(same?.name).toBe('Mila Verzonnen');
    await desk.merge(same?.id ?? '', id);
    expect(await similarParties(test.file, { id })).toEqual([]);
  });
});

it('lists everybody who stands for themselves by name, page by page', async () => {
  const zed = await desk.add('zed Laatste');
  for (const name of ['Élise Eerste', 'anna Begin', 'Bert Midden']) await desk.add(name);
  await desk.add('Café Open', { kind: 'organisation' });
  await desk.merge(zed, (await suggestParties(test.file, { text: 'bert', limit: 1 }))[0]?.id ?? '');
  const first = await listParties(test.file, { kind: null, cursor: null, limit: 2 });
  expect(first.rows.map(({ name }) => name)).toEqual(['anna Begin', 'Bert Midden']);
  const rest = await listParties(test.file, { kind: null, cursor: first.nextCursor, limit: 9 });
  expect(rest.rows.map(({ name }) => name)).toEqual(['Café Open', 'Élise Eerste']);
  expect(rest.nextCursor).toBeNull();
  const shops = await listParties(test.file, { kind: 'organisation', cursor: null, limit: 9 });
  expect(shops.rows.map(({ name }) => name)).toEqual(['Café Open']);
  for (const cursor of ['', '["a"]', '{"a":1}', '["a', '[1,2]']) {
    await expect(listParties(test.file, { kind: null, cursor, limit: 2 })).rejects.toMatchObject({
      data: { field: 'cursor' },
    });
  }
});

it('shows the promises made to a party, open ones first', async () => {
  const id = await desk.add('Mila Verzonnen');
  const promise = (note: string, dueOn: string) => ({ next: { step: 'promise', note, dueOn } });
  await desk.log([id], promise('later', '2026-06-30'));
  await desk.log([id], promise('gedaan', '2026-06-16'));
  await desk.log([id], promise('eerst', '2026-06-20'));
  await desk.log([], promise('van een ander', '2026-06-20'));
  const [done] = (await readPartyPromises(test.file, { id })).filter(
    ({ text }) => text === 'gedaan',
  );
  await closePromise(test.file, {
    id: done?.id ?? '',
    kept: true,
    outcome: 'verteld',
    toldBy: null,
  });
  expect((await readPartyPromises(test.file, { id })).map(({ text }) => text)).toEqual([
    'eerst',
    'later',
    'gedaan',
  ]);
});
