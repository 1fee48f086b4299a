import { afterEach, beforeEach, expect, it } from 'vitest';

import { openTestFile, type TestFile } from '../../tests/factories/test-store.ts';
import { setTriggersAside } from './triggers-aside.ts';

let test: TestFile;
beforeEach(async () => {
  test = await openTestFile();
  await test.store.write(async ({ prepare }) => {
    prepare('create table heard (word text not null) strict').run();
    prepare('create table said (word text not null) strict').run();
    prepare(
      'create trigger hear after insert on said begin insert into heard values (new.word); end',
    ).run();
  });
});
afterEach(() => test.dispose());

const heard = async (): Promise<readonly string[]> =>
  test.store.write(async ({ prepare }) => {
    const rows = prepare('select word from heard order by rowid').all();
    return (rows as readonly { readonly word: string }[]).map(({ word }) => word);
  });
const say = (word: string): Promise<unknown> =>
  test.store.write(async ({ prepare }) => prepare('insert into said values (?)').run(word));

it('lets them rest until they are put back, time after time', async () => {
  for (const round of ['one', 'two']) {
    await test.store.write(async (handle) => {
      const putBack = setTriggersAside(handle, ['hear']);
      handle.prepare('insert into said values (?)').run(`${round} unheard`);
      putBack();
      handle.prepare('insert into said values (?)').run(`${round} heard`);
    });
    await say(`${round} later`);
  }
  expect(await heard()).toEqual(['one heard', 'one later', 'two heard', 'two later']);
});

it('has them back when the transaction fails, as after a kill', async () => {
  const failing = test.store.write(async (handle) => {
    setTriggersAside(handle, ['hear']);
    handle.prepare('insert into said values (?)').run('lost');
    throw new Error('no room');
  });
  await expect(failing).rejects.toThrow('no room');
  await say('after');
  expect(await heard()).toEqual(['after']);
});

it('hides that from whoever reads meanwhile, and from what they have prepared', async () => {
  const count = () =>
    test.store.read
      .selectFrom('officer')
      .select(({ fn }) => fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow();
  const before = await count();
  await test.store.write(async (handle) => {
    const putBack = setTriggersAside(handle, ['hear']);
    expect(await count()).toEqual(before);
    putBack();
  });
  expect(await count()).toEqual(before);
});
