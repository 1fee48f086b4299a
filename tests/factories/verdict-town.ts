import { type VerdictsAnswer, verdictsSchema } from '#shared/contract/action-evidence.ts';
import type { Action } from '#shared/domain/actions/action.ts';
import type { DossierForm } from '#shared/domain/actions/dossier.ts';
import type { SignCount } from '#shared/domain/actions/sign.ts';
import type { Verdict } from '#shared/domain/actions/vocabulary.ts';
import type { Fact } from '#shared/domain/facts/fact.ts';
import { addDays } from '#shared/lib/dates.ts';
import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import * as actions from '../../workbench/features/actions/index.ts';
import { putFactBatch } from '../../workbench/store/repositories/fact-repository.ts';
import { actionForm, dossierForm, measureFields } from './casework.ts';
import { evenMonths, type PlantedCounts, storeFactImport } from './many-facts.ts';
import { openTestFile, type TestFile } from './test-store.ts';
import { square, storeTerritory, territoryMaker } from './test-territory.ts';

/** Streets of one stretch each, side by side; only those of {@link ROW} share their crossings. */
const STREETS = 20;
/** Stretches of the first street, end to end: the action is on the middle one. */
const ROW = 3;
const DAYS = 28;
/** The day on which actions begin. */
export const BEGAN = '2026-06-15';
/** In the four weeks before those that led up to it. */
export const BEFORE = addDays(BEGAN, -33);
export const LEAD_UP = addDays(BEGAN, -5);
export const AFTER = addDays(BEGAN, 5);

/** The file of a source that brings many facts a day, as its import notes it. */
export function yearOfFacts(last = '2026-12-31'): PlantedCounts {
  const days = { first: '2026-01-01', last };
  return { days, stored: 10_000, months: evenMonths(days, 800) };
}

interface Stretch {
  readonly id: string;
  readonly streetId: string;
}

/** A town whose facts decide what became of an action. */
export interface VerdictTown {
  readonly test: TestFile;
  newId(): string;
  /** The neighbourhood of all streets but the far one. */
  readonly noord: string;
  /** The stretches of the first street. */
  readonly row: readonly string[];
  readonly others: readonly Stretch[];
  /** In another neighbourhood. */
  readonly far: Stretch;
  /** The stretch that the action is on. */
  readonly own: string;
  record(
    segmentId: string,
    day: string,
    count: number,
    changes?: Partial<Fact>,
    importId?: string,
  ): Promise<void>;
  /** On every other street as many facts before as after. */
  evenly(count: number): Promise<void>;
  /** An action on one stretch that began on {@link BEGAN} and ran four weeks, with its share of the dose done. */
  ran(
    segmentId?: string,
    how?: {
      readonly counted?: SignCount;
      readonly minutes?: number;
      readonly dossier?: Partial<DossierForm>;
    },
  ): Promise<string>;
  /** So many days later, with the stops of the weeks between. */
  later(days?: number): Promise<void>;
  verdicts(id: string): Promise<VerdictsAnswer>;
  possible(id: string): Promise<readonly Verdict[]>;
  close(id: string, verdict: Verdict): Promise<Action>;
}

/** @param seed of the ids that are made in it. */
export async function openVerdictTown(seed: number): Promise<VerdictTown> {
  const random = seededRandom(seed);
  const newId = (): string => makeId(1_750_000_000_000, randomBytes(random, 16));
  const test = await openTestFile();
  const { dataset, ...streets } = draw();
  const { row, others, far, noord, rowStreet } = streets;
  await storeTerritory(test.store, dataset);
  await storeFactImport(test.store, { id: 'i1', counts: yearOfFacts() });
  const own = row[1] ?? '';
  const streetOf = (segmentId: string): string =>
    [...others, far].find(({ id }) => id === segmentId)?.streetId ?? rowStreet;
  /** What is done in each of three weeks of the actions that run. */
  const stops: { readonly measureId: string; readonly minutes: number }[] = [];

  const record: VerdictTown['record'] = async (
    segmentId,
    day,
    count,
    changes = {},
    importId = 'i1',
  ) => {
    const facts = Array.from({ length: count }, (): Fact => ({
      kind: 'speeding',
      origin: 'public',
      time: day,
      tie: 'nearest',
      streetId: streetOf(segmentId),
      segmentId,
      ...changes,
    }));
    const batch = { id: newId(), importId, neighbourhoodId: noord, facts, version: 1 };
    await test.store.write((handle) => putFactBatch(handle, batch));
  };
  const verdicts: VerdictTown['verdicts'] = async (id) =>
    verdictsSchema.parse(await actions.readVerdicts(test.file, { id, signAfter: null }));
  return {
    test,
    newId,
    noord,
    row,
    others,
    far,
    own,
    record,
    verdicts,
    async evenly(count) {
      for (const { id } of others.slice(0, 8)) {
        await record(id, BEFORE, count);
        await record(id, AFTER, count);
      }
    },
    async ran(segmentId = own, { counted = 'facts', minutes = 90, dossier = {} } = {}) {
      const [dossierId, id, measureId] = [newId(), newId(), newId()];
      const { sign, ...form } = actionForm(test.store.identity.officerId);
      const about = dossierForm([segmentId], dossier);
      await actions.openDossier(test.file, { id: dossierId, form: about });
      await actions.proposeAction(test.file, {
        id,
        dossierId,
        form: { ...form, sign: { ...sign, counted } },
      });
      const fields = measureFields(id, { id: segmentId, streetId: streetOf(segmentId) });
      await actions.planMeasure(test.file, { id: measureId, fields });
      await actions.answerAction(test.file, null, { id, approve: true, reason: '' });
      await actions.startAction(test.file, { id });
      if (minutes > 0) stops.push({ measureId, minutes: minutes / 3 });
      return id;
    },
    async later(days = DAYS) {
      test.clock.advance(days * 86_400_000);
      const weeks = [0, 1, 2].filter((week) => 7 * week <= days);
      for (const { measureId, minutes } of stops.splice(0)) {
        for (const week of weeks) {
          const day = addDays(BEGAN, 7 * week);
          await actions.confirmDelivery(test.file, { id: newId(), measureId, day, minutes });
        }
      }
    },
    async possible(id) {
      const { choices } = await verdicts(id);
      return choices.filter((one) => one.possible).map(({ verdict }) => verdict);
    },
    close: (id, verdict) =>
      actions.closeAction(test.file, {
        id,
        verdict,
        verdictNote: '',
        signAfter: null,
        feedback: { on: BEGAN, channel: 'at-home', text: 'Gezegd wat er kwam' },
        lesson: null,
      }),
  };
}

/** The first street of three stretches, twenty streets beside it, and one in the other neighbourhood. */
function draw() {
  const town = territoryMaker();
  const noord = town.area({ nameNl: 'Noord', geometry: square([4.4, 51], 0.1) }).id;
  const zuid = town.area({ nameNl: 'Zuid', geometry: square([4.4, 50.8], 0.1) }).id;
  const rowStreet = town.street({ nameNl: 'Lange Baan' }).id;
  const row = Array.from({ length: ROW }, (_, piece) => {
    const geometry = [
      [4.41 + piece * 0.002, 51.01],
      [4.41 + (piece + 1) * 0.002, 51.01],
    ] as const;
    return town.segment({ streetId: rowStreet, geometry, neighbourhoodId: noord }).id;
  });
  const alone = (name: string, latitude: number, neighbourhoodId: string): Stretch => {
    const streetId = town.street({ nameNl: name }).id;
    const geometry = [
      [4.42, latitude],
      [4.422, latitude],
    ] as const;
    return { id: town.segment({ streetId, geometry, neighbourhoodId }).id, streetId };
  };
  const others = Array.from({ length: STREETS }, (_, at) =>
    alone(`Dwarsstraat ${at + 1}`, 51.02 + at * 0.002, noord),
  );
  const far = alone('Verre Straat', 50.85, zuid);
  return { dataset: town.dataset, noord, rowStreet, row, others, far };
}
