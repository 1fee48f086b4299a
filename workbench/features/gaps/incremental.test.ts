import fc from 'fast-check';
import { expect, it } from 'vitest';

import { FEELINGS } from '#shared/domain/contacts/code-lists.ts';
import { newContactSchema } from '#shared/domain/contacts/contact.ts';
import type { Fact } from '#shared/domain/facts/fact.ts';
import { GAP_LEVELS } from '#shared/domain/gaps/gap-map.ts';
import { addDays } from '#shared/lib/dates.ts';
import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import { storeFactImport } from '../../../tests/factories/many-facts.ts';
import { openTestFile, type TestFile } from '../../../tests/factories/test-store.ts';
import { square, storeTerritory, territoryMaker } from '../../../tests/factories/test-territory.ts';
import { WorkbenchError } from '../../errors.ts';
import { putFactBatch, removeFactBatch } from '../../store/repositories/fact-repository.ts';
import { amendContact } from '../contacts/index.ts';
import { logContact } from '../contacts/log-contact.ts';
import { redoFactImport, undoFactImport } from '../facts/index.ts';
import { readAllFacts } from './fact-columns.ts';
import { readAllFelt } from './felt-columns.ts';
import { tally } from './tally.ts';
import { townPlaces } from './town-places.ts';
import { weighedTown } from './weighed-town.ts';

const PIECES = 6;
const IMPORTS = ['i1', 'i2'] as const;
const PERIOD = { from: '2026-02-01', to: '2026-05-01' };

const piece = fc.integer({ min: 0, max: PIECES - 1 });
const day = fc.integer({ min: 0, max: 160 }).map((later) => addDays('2026-01-01', later));
const feeling = fc.constantFrom(...FEELINGS);
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('log' as const), piece, day, feeling }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('move' as const), which: fc.nat(), piece }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('say' as const), which: fc.nat(), feeling }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('date' as const), which: fc.nat(), day }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('withdraw' as const), which: fc.nat() }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('facts' as const),
      piece,
      days: fc.array(day, { minLength: 1, maxLength: 4 }),
      kind: fc.constantFrom('vandalism', 'drugs', 'burglary'),
      origin: fc.constantFrom('public' as const, 'police' as const),
      import: fc.constantFrom(...IMPORTS),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('forget' as const), which: fc.nat() }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('undo' as const), import: fc.constantFrom(...IMPORTS) }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

const reasonOf = (error: unknown): string | undefined =>
  error instanceof WorkbenchError
    ? (error.data as { readonly reason?: string } | undefined)?.reason
    : undefined;

/** A desk with one street of some pieces, and what has been put into it. */
async function startDesk() {
  const random = seededRandom(7);
  const newId = (): string => makeId(1_750_000_000_000, randomBytes(random, 16));
  const test = await openTestFile();
  const town = territoryMaker();
  const area = town.area({ nameNl: 'Noord', geometry: square([4.4, 51], 0.2) }).id;
  const street = town.street({ nameNl: 'Lange Baan', officialId: 'S1' }).id;
  const pieces = Array.from({ length: PIECES }, (_, number) => {
    const west = 4.4 + number * 0.004;
    const geometry = [
      [west, 51.01],
      [west + 0.004, 51.01],
    ] as const;
    return town.segment({ streetId: street, geometry, neighbourhoodId: area }).id;
  });
  await storeTerritory(test.store, town.dataset);
  for (const id of IMPORTS) await storeFactImport(test.store, { id });
  const contacts: string[] = [];
  const batches: string[] = [];
  const undone = new Set<string>();
  const at = (number: number) => ({
    streetId: street,
    houseNumber: '',
    position: [4.402 + number * 0.004, 51.0101] as [number, number],
  });

  async function amend(which: number, changes: Parameters<typeof amendContact>[1]['changes']) {
    const contactId = contacts[which % Math.max(1, contacts.length)];
    if (contactId === undefined) return;
    try {
      await amendContact(test.file, { id: newId(), contactId, note: 'x', changes });
    } catch (error) {
      // What a contact says already is no amendment.
      if (reasonOf(error) !== 'nothing-changed') throw error;
    }
  }

  async function take(one: Step): Promise<void> {
    const { file, store } = test;
    if (one.do === 'log') {
      const id = newId();
      contacts.push(id);
      const input = newContactSchema.parse({
        id,
        occurredAt: `${one.day}T10:00:00.000Z`,
        place: at(one.piece),
        reason: 'nuisance',
        feeling: one.feeling,
        next: { step: 'nothing', note: '' },
      });
      await logContact(file, input);
    } else if (one.do === 'move') await amend(one.which, { place: at(one.piece) });
    else if (one.do === 'say') await amend(one.which, { feeling: one.feeling });
    else if (one.do === 'date') await amend(one.which, { occurredAt: `${one.day}T09:00:00.000Z` });
    else if (one.do === 'withdraw') await amend(one.which, { withdrawn: true });
    else if (one.do === 'undo') {
      const input = { importId: one.import };
      await (undone.has(one.import) ? redoFactImport(file, input) : undoFactImport(file, input));
      if (!undone.delete(one.import)) undone.add(one.import);
    } else if (one.do === 'forget') {
      const [id] = batches.splice(one.which % Math.max(1, batches.length), 1);
      if (id !== undefined) await store.write((handle) => removeFactBatch(handle, id));
      file.announce(['facts']);
    } else {
      const facts = one.days.map((time): Fact => ({
        kind: one.kind,
        origin: one.origin,
        time,
        tie: 'nearest',
        streetId: street,
        segmentId: pieces[one.piece] ?? '',
      }));
      const id = newId();
      batches.push(id);
      const batch = { id, importId: one.import, neighbourhoodId: area, facts, version: 1 };
      await store.write((handle) => putFactBatch(handle, batch));
      file.announce(['facts']);
    }
  }
  return { test, take };
}

/** What is kept up, for every level, and the same counted anew from the rows. */
async function expectSame({ file, store }: TestFile): Promise<void> {
  const kept = [];
  for (const level of GAP_LEVELS) {
    kept.push((await weighedTown(file, { level, kinds: [], ...PERIOD })).counted);
  }
  const town = await townPlaces(store);
  const [felt, facts] = [await readAllFelt(file, town), await readAllFacts(file, town)];
  const anew = GAP_LEVELS.map((level) =>
    tally(town, felt, facts, { level, kinds: [], weights: undefined, ...PERIOD }),
  );
  expect(kept).toEqual(anew);
}

it('what is kept up equals what is counted anew, whatever happens in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { maxLength: 4 }), { maxLength: 6 }),
      async (parts) => {
        const { test, take } = await startDesk();
        try {
          await expectSame(test);
          for (const steps of parts) {
            for (const one of steps) await take(one);
            await expectSame(test);
          }
        } finally {
          await test.dispose();
        }
      },
    ),
    { numRuns: 25 },
  );
}, 120_000);
