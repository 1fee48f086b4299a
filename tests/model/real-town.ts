import { z } from 'zod';

import { rulesOf } from '#shared/domain/operations/entity-registry.ts';
import type { Change } from '#shared/domain/operations/operation.ts';
import { OPEN_END } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import { createSyncEngine } from '../../workbench/sync/sync-engine.ts';
import { SimulatedCrash } from '../simulation/simulated-desk.ts';
import type { Town } from '../simulation/town.ts';
import { makeWorld, type Member, type World } from '../simulation/world.ts';
import type { CrashPoint } from './desk-model.ts';

/** Desks and a centre as they are, to be put beside the model. */
export interface RealTown {
  readonly world: World;
  readonly town: Town;
  /** Two desks of one officer, one of another, and that of the data-protection officer. */
  readonly desks: readonly Member[];
  grant(officerId: Id, area: Id): Promise<void>;
  withdraw(officerId: Id, area: Id): Promise<void>;
  /** A round; an `older` application does not know what a feeling is. */
  round(desk: Member, how: { readonly older: boolean; readonly crash?: CrashPoint }): Promise<void>;
  backUp(): void;
  restore(): Promise<void>;
}

export const GUARDIAN = 3;

export async function realTown(town: Town): Promise<RealTown> {
  const world = await makeWorld(1, town);
  const { zone, store } = world;
  const { directory } = store;
  const [noor, bert] = [await zone.officer('officer'), await zone.officer('officer')];
  const guardian = await zone.officer('data-protection-officer');
  for (const { principal } of [noor, noor, bert]) await world.enrol(principal.officerId, 'officer');
  await world.enrol(guardian.principal.officerId, 'data-protection-officer');
  let backup: (() => void) | undefined;

  const real: RealTown = {
    world,
    town,
    desks: world.members,
    async grant(officerId, area) {
      await zone.grant(officerId, area);
    },
    async withdraw(officerId, area) {
      for (const right of await directory.rights(zone.zoneId, officerId)) {
        if (right.areaId !== area || right.validTo !== OPEN_END) continue;
        await directory.endRight(zone.zoneId, right.id, '2026-06-14');
      }
    },
    async round({ desk, line }, { older, crash }) {
      let forgetAgain = (): void => undefined;
      const engine = createSyncEngine({
        store: desk.store,
        centre: line,
        async at(point) {
          if (point === crash) throw new SimulatedCrash();
          if (point === 'before-apply' && older) forgetAgain = withoutFeelings();
          if (point === 'applied') forgetAgain();
        },
      });
      try {
        const { differing } = await engine.round(new AbortController().signal);
        if (differing > 0) throw new Error('a scope is not what the centre says it is');
      } catch (cause) {
        if (!(cause instanceof SimulatedCrash)) throw cause;
        await desk.restart();
      } finally {
        forgetAgain();
      }
    },
    backUp() {
      backup = store.backup();
    },
    async restore() {
      backup?.();
      backup = undefined;
      await directory.changeEpoch(zone.zoneId, world.zone.newId());
    },
  };
  // Everybody knows everybody.
  for (let round = 0; round < 2; round++) {
    for (const desk of real.desks) await real.round(desk, { older: false });
  }
  return real;
}

/** The rules as an application knew them before there were feelings. @returns how to learn of them again. */
function withoutFeelings(): () => void {
  const rules = rulesOf('contact');
  if (rules?.fields['feeling'] === undefined) throw new Error('there are no feelings');
  const { fields } = rules;
  const without = { ...fields, feeling: { ...fields['feeling'], schema: z.null() } };
  Object.assign(rules, { fields: without });
  return () => void Object.assign(rules, { fields });
}

/** No screen writes these yet; the centre knows them. */
export async function recordOnly(
  { desk }: Member,
  entity: 'contact' | 'promise',
  entityId: Id,
  change: Change,
): Promise<void> {
  await desk.store.write(async ({ tables, record }) => {
    const row = await tables
      .selectFrom(entity)
      .select('version')
      .where('id', '=', entityId)
      .executeTakeFirst();
    await record({ entity, entityId, baseVersion: row?.version ?? 1, change });
  });
}

/** What is compared with the model, of one desk. */
export async function seenOn({ desk }: Member) {
  const { read } = desk.store;
  const contacts = await read.selectFrom('contact').select('id').orderBy('id').execute();
  const promises = await read
    .selectFrom('promise')
    .select(['id', 'text', 'owner_id', 'outcome'])
    .orderBy('id')
    .execute();
  const shadows = await read
    .selectFrom('shadow')
    .select(['entity_id', 'version', 'fields'])
    .where('entity', 'in', ['contact', 'promise', 'amendment'])
    .orderBy('entity_id')
    .execute();
  const operations = await read
    .selectFrom('operation')
    .leftJoin('operation_outcome', 'operation_outcome.op_id', 'operation.op_id')
    .select(['device_seq', 'state', 'needs_attention'])
    .where('device_seq', '>', 1)
    .orderBy('device_seq')
    .execute();
  return {
    contacts: contacts.map(({ id }) => id),
    promises: promises.map((row) => [row.id, row.text, row.owner_id, row.outcome]),
    centre: shadows.map((row) => {
      const fields = JSON.parse(row.fields) as Readonly<Record<string, unknown>>;
      const { neighbourhoodId: area, text, tomorrow } = fields;
      return [row.entity_id, row.version, area ?? '', text ?? '', tomorrow ?? ''];
    }),
    operations: operations.map((row) => [row.state, row.needs_attention === 1]),
  };
}
