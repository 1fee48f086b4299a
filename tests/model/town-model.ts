import { expect } from 'vitest';

import { type CentreModel, centreModel, type ModelRow, type Officer } from './centre-model.ts';
import { type CrashPoint, type DeskModel, deskModel, ModelCrash } from './desk-model.ts';
import { type RealTown, seenOn } from './real-town.ts';

export interface TownModel {
  readonly centre: CentreModel;
  desk(at: number): DeskModel;
  /** A text that was never typed before. */
  text(): string;
}

/** The model of `realTown`; the desk at 1 has an older application. */
export function townModel(): TownModel {
  const centre = centreModel();
  const officer = (erases: boolean): Officer => ({ erases, areas: new Set<string>() });
  const [noor, bert, guardian] = [officer(false), officer(false), officer(true)];
  const desks = [noor, noor, bert, guardian].map((one, at) => deskModel(at, centre, one));
  const model: TownModel = {
    centre,
    desk(at) {
      const desk = desks[at];
      if (desk === undefined) throw new Error('no such desk');
      return desk;
    },
    text: () => `zqtext${(count += 1)}zq`,
  };
  let count = 0;
  model.desk(1).older = true;
  return model;
}

/** A round in both, and afterwards both must say the same. */
export async function roundOf(
  model: TownModel,
  real: RealTown,
  at: number,
  crash?: CrashPoint,
): Promise<void> {
  const [desk, member] = [model.desk(at), real.desks[at]];
  if (desk.offline || member === undefined) return;
  const { older } = desk;
  await real.round(member, { older, ...(crash && { crash }) });
  try {
    desk.round(crash);
  } catch (cause) {
    if (cause instanceof ModelCrash) return;
    throw cause;
  }
  await compare(model, real, at);
}

async function compare(model: TownModel, real: RealTown, at: number): Promise<void> {
  const [desk, member] = [model.desk(at), real.desks[at]];
  if (member === undefined) throw new Error('no such desk');
  const shown = desk.shown();
  const valueOf = ({ said }: ModelRow, name: string): string => said[name]?.value ?? '';
  const seen = await seenOn(member);
  expect({
    ...seen,
  }).toEqual({
    contacts: shown
      .filter(({ kind }) => kind === 'contact')
      .map(({ id }) => id)
      .sort(),
    promises: shown
      .filter(({ kind }) => kind === 'promise')
      .map(({ id, values }) => [id, values['text'], values['owner'], values['outcome'] ?? ''])
      .sort(byId),
    centre: [...desk.known.values()]
      .map((row) => [
        row.id,
        row.version,
        valueOf(row, 'area'),
        valueOf(row, 'text'),
        valueOf(row, 'tomorrow'),
      ])
      .sort(byId),
    operations: desk.operations.map((operation) => {
      const end = desk.endOf(operation);
      return [end?.outcome, end?.asks];
    }),
  });
}

function byId([one]: readonly unknown[], [other]: readonly unknown[]): number {
  return String(one) < String(other) ? -1 : 1;
}
