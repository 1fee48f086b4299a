import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { openPartyDesk, type PartyDesk, person } from '../../../tests/factories/party-desk.ts';
import type { TestFile } from '../../../tests/factories/test-store.ts';
import {
  addParty,
  changeParty,
  getParty,
  readPartyContacts,
  suggestParties,
  unmergeParties,
} from './index.ts';

let desk: PartyDesk;
let test: TestFile;

beforeEach(async () => {
  desk = await openPartyDesk();
  ({ test } = desk);
});
afterEach(() => test.dispose());

describe('merging', () => {
  it('then editing, then taking it back leaves both and the edits, attributed', async () => {
    const original = person('Mila Verzonnen', { reach: 'mila@voorbeeld.invalid' });
    const one = (await addParty(test.file, { id: desk.newId(), fields: original })).id;
    const other = await desk.add('M. Verzonnen', { role: 'resident' });
    const ofOne = await desk.log([one]);
    const ofOther = await desk.log([other, one]);
    const ofOtherAlone = await desk.log([other]);

    const merged = await desk.merge(other, one);
    expect(merged.merged).toMatchObject([
      { party: { name: 'M. Verzonnen' }, madeByName: 'Noor Voorbeeld' },
    ]);
    expect(merged.contacts).toBe(3);
    const page = await readPartyContacts(test.file, { id: one, cursor: null, limit: 2 });
    expect(page.rows.map(({ id }) => id)).toEqual([ofOtherAlone, ofOther]);
    const rest = await readPartyContacts(test.file, { id: one, cursor: page.nextCursor, limit: 2 });
    expect(rest).toMatchObject({ rows: [{ id: ofOne }], nextCursor: null });

    test.clock.advance(60_000);
    await changeParty(test.file, { id: one, fields: { ...original, reach: '0400 00 00 00' } });
    const mergeId = merged.merged[0]?.id ?? '';
    const apart = await unmergeParties(test.file, { mergeId });

    expect(apart).toMatchObject({
      party: { id: other, name: 'M. Verzonnen', role: 'resident' },
      mergedInto: null,
      contacts: 2,
    });
    const kept = await getParty(test.file, { id: one });
    expect(kept).toMatchObject({ party: { reach: '0400 00 00 00' }, merged: [], contacts: 2 });
    expect(kept.changes.map(({ fields, authorName }) => [authorName, fields.reach])).toEqual([
      ['Noor Voorbeeld', 'mila@voorbeeld.invalid'],
      ['Noor Voorbeeld', '0400 00 00 00'],
    ]);
    const written = await desk.operations();
    expect(written.map(({ entity }) => entity).slice(-3)).toEqual([
      'party-merge',
      'party',
      'party-merge',
    ]);
  });

  it('of parties that others were merged into brings those along', async () => {
    const [first, second, third] = [
      await desk.add('Een'),
      await desk.add('Twee'),
      await desk.add('Drie'),
    ];
    const contact = await desk.log([first]);
    await desk.merge(first, second);
    await desk.merge(second, third);
    expect((await getParty(test.file, { id: third })).contacts).toBe(1);
    expect(
      (await readPartyContacts(test.file, { id: third, cursor: null, limit: 5 })).rows,
    ).toMatchObject([{ id: contact }]);
    expect((await suggestParties(test.file, { text: 'een', limit: 5 }))[0]).toMatchObject({
      id: third,
      foundAs: 'Een',
    });
  });

  it('is refused where it would make no sense, naming the field', async () => {
    const one = await desk.add('Een');
    const other = await desk.add('Twee');
    const shop = await desk.add('Winkel', { kind: 'organisation' });
    const refusal = (reason: string) => ({ code: 'INVALID_FIELD', data: { reason } });
    await expect(desk.merge(one, one)).rejects.toMatchObject(refusal('same-party'));
    await expect(desk.merge(one, shop)).rejects.toMatchObject(refusal('other-kind'));
    await desk.merge(one, other);
    await expect(desk.merge(one, other)).rejects.toMatchObject(refusal('merged-already'));
    await expect(desk.merge(other, one)).rejects.toMatchObject(refusal('merged-already'));
  });

  it('sent twice is stored once, taken back twice is taken back once', async () => {
    const [one, other] = [await desk.add('Een'), await desk.add('Twee')];
    const id = desk.newId();
    await desk.merge(one, other, id);
    await desk.merge(one, other, id);
    await expect(desk.merge(other, one, id)).rejects.toMatchObject({ code: 'ALREADY_EXISTS' });
    await unmergeParties(test.file, { mergeId: id });
    await unmergeParties(test.file, { mergeId: id });
    expect((await desk.operations()).filter(({ entity }) => entity === 'party-merge')).toHaveLength(
      2,
    );
    expect((await desk.merge(one, other)).merged).toHaveLength(1);
  });
});
