import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';

import type { GapQuestion } from '#shared/contract/gaps.ts';
import { guessPlan } from '#shared/domain/facts/guess-plan.ts';

import {
  importFacts,
  listFacts,
  readFactImports,
  readFactSources,
  readWeights,
  saveFactSource,
  setWeights,
  undoFactImport,
} from '../../workbench/features/facts/index.ts';
import { readGapMap } from '../../workbench/features/gaps/index.ts';
import { collect } from '../factories/test-imports.ts';
import { makeTown, type Town } from './town.ts';
import { makeWorld, type Member, type World } from './world.ts';

let town: Town;
let folder: string;
let world: World;
beforeAll(async () => {
  town = await makeTown();
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wijkwerk-facts-'));
});
afterEach(async () => {
  await world.dispose();
  await rm(folder, { recursive: true, force: true });
});

const ANY = {
  from: null,
  to: null,
  sourceId: null,
  kind: null,
  origin: null,
  tie: null,
  streetId: null,
};
const HALF_A_YEAR: GapQuestion = {
  level: 'street',
  from: '2026-01-01',
  to: '2026-06-01',
  kinds: [],
  class: null,
  neighbourhoodId: null,
  order: 'hot',
};
const total = async ({ desk }: Member) =>
  (await listFacts(desk.file, { filter: ANY, after: null })).total;

const HEADER = 'Id,Datum,Aard,Lengtegraad,Breedtegraad';
/** Forty facts on the street of the first quarter, twenty on that of the second, five nowhere. */
function factsFile(prefix: string): string {
  const row = (at: number, place: string) => `${prefix}${at},2026-03-04,x,${place}`;
  return [
    HEADER,
    ...Array.from({ length: 40 }, (_, at) => row(at, '4.405,51.005')),
    ...Array.from({ length: 20 }, (_, at) => row(100 + at, '4.415,51.005')),
    ...Array.from({ length: 5 }, (_, at) => row(200 + at, ',')),
  ].join('\n');
}

async function bringIn({ desk }: Member, sourceId: string, text: string): Promise<string> {
  const path = join(folder, 'feiten.csv');
  await writeFile(path, text);
  const file = {
    ...desk.file,
    uploads: { get: () => ({ fileName: 'feiten.csv', path, size: Buffer.byteLength(text) }) },
  };
  const columns = HEADER.split(',').map((name) => ({ name, samples: [] }));
  const { plan } = guessPlan(columns, 'public');
  const input = { uploadId: sourceId, sourceId, plan };
  const last = (await collect(importFacts(file, input))).at(-1);
  if (last?.type !== 'done') throw new Error(`the import ended with ${last?.type}`);
  return last.record.id;
}

it.each([1, 2, 3, 4])('facts reach whom they concern, and go again (seed %i)', async (seed) => {
  world = await makeWorld(seed, town);
  const [first, second] = town.places;
  if (first === undefined || second === undefined) throw new Error('no places');
  const enrol = async (role: 'officer' | 'team-lead', ...areas: readonly string[]) => {
    const { principal } = await world.zone.officer(role, ...areas);
    return world.enrol(principal.officerId, role);
  };
  const lead = await enrol('team-lead', first.neighbourhoodId, second.neighbourhoodId);
  const other = await enrol('team-lead', first.neighbourhoodId, second.neighbourhoodId);
  const noor = await enrol('officer', first.neighbourhoodId);
  const rounds = async () => {
    for (const member of [lead, other, noor, lead, other, noor]) await world.sync(member);
  };

  const fields = { name: 'Meldingen', origin: 'public', credit: '', breaks: [] } as const;
  const source = await saveFactSource(lead.desk.file, {
    id: null,
    fields: { ...fields, breaks: [] },
  });
  const importId = await bringIn(lead, source.id, factsFile('A'));
  await rounds();
  expect(await total(lead)).toBe(65);
  // The team lead sees what lies nowhere; the officer sees the facts of her own neighbourhood.
  expect(await total(other)).toBe(65);
  expect(await total(noor)).toBe(40);
  expect(await readFactSources(noor.desk.file)).toEqual(await readFactSources(lead.desk.file));
  expect(await readFactImports(noor.desk.file)).toMatchObject([{ id: importId, here: 40 }]);

  // Two who import the same file without knowing of each other count it once.
  await bringIn(lead, source.id, factsFile('B'));
  await bringIn(other, source.id, factsFile('B'));
  await rounds();
  for (const member of [lead, other]) expect(await total(member)).toBe(130);
  expect(await total(noor)).toBe(80);

  await undoFactImport(other.desk.file, { importId });
  await rounds();
  for (const member of [lead, other]) expect(await total(member)).toBe(65);
  expect(await total(noor)).toBe(40);
});

it('an officer imports nothing for others: it waits at the centre for somebody who leads', async () => {
  world = await makeWorld(9, town);
  const [place] = town.places;
  const { principal } = await world.zone.officer('officer', place?.neighbourhoodId ?? '');
  const { principal: leads } = await world.zone.officer('team-lead', place?.neighbourhoodId ?? '');
  const noor = await world.enrol(principal.officerId, 'officer');
  const lead = await world.enrol(leads.officerId, 'team-lead');
  const source = await saveFactSource(noor.desk.file, {
    id: null,
    fields: { name: 'Meldingen', origin: 'public', credit: '', breaks: [] },
  });
  await bringIn(noor, source.id, factsFile('A'));
  await setWeights(lead.desk.file, { validFrom: '2026-01-01', note: 'x', weights: { theft: 2 } });
  // As a desk would that asks nobody's role first.
  await setWeights(noor.desk.file, { validFrom: '2026-01-02', note: 'y', weights: { theft: 9 } });
  const inForce = async ({ desk }: Member) =>
    (await readGapMap(desk.file, HALF_A_YEAR)).weightsSince;
  expect(await inForce(noor)).toBe('2026-01-02');
  for (const member of [noor, lead, noor]) await world.sync(member);
  expect(await total(lead)).toBe(0);
  expect(await readFactSources(lead.desk.file)).toEqual([]);
  // What an officer or a team lead set is not lost, and holds for nobody: weights are set by administrators.
  for (const [member, note] of [
    [noor, 'y'],
    [lead, 'x'],
  ] as const) {
    expect(await readWeights(member.desk.file)).toMatchObject([{ note, isSetAside: true }]);
    expect(await inForce(member)).toBeNull();
  }
});
