import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';

import { contract } from '#shared/contract/contract.ts';
import { CASEWORK, CASEWORK_RULES } from '#shared/domain/actions/casework-rules.ts';

import type { Store } from '../../workbench/store/store.ts';
import { measureFields } from '../factories/casework.ts';
import { openTestFile } from '../factories/test-store.ts';
import { type CaseworkTown, startCaseworkTown } from './casework-town.ts';
import { TODAY } from './town.ts';

let town: CaseworkTown['town'];
let dossierId: CaseworkTown['dossierId'];
let segment: CaseworkTown['segment'];
let running: CaseworkTown['running'];
let deliver: CaseworkTown['deliver'];
beforeEach(async () => {
  ({ town, dossierId, segment, running, deliver } = await startCaseworkTown());
});
afterEach(() => town.desk.dispose());

const OF_SOMEBODY = /officer|author|owner|who|by$|byId$/i;
const OF_A_PLACE = /segment|street|longitude|latitude|position|point|line$/i;

/** The names of the fields that stand together in an object, for each object that a schema describes. */
function fieldsTogether(schema: z.ZodType): string[][] {
  const found: string[][] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('properties' in node && typeof node.properties === 'object' && node.properties !== null) {
      found.push(Object.keys(node.properties));
    }
    Object.values(node).forEach(walk);
  };
  walk(z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }));
  return found;
}

async function columnsByTable(store: Store): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await store.write((handle) =>
    Promise.resolve(
      handle
        .prepare(
          `select m.name as "table", c.name as "column" from sqlite_schema m, pragma_table_info(m.name) c
           where m.type = 'table'`,
        )
        .all(),
    ),
  );
  const tables = new Map<string, string[]>();
  for (const row of z.array(z.object({ table: z.string(), column: z.string() })).parse(rows)) {
    tables.set(row.table, [...(tables.get(row.table) ?? []), row.column]);
  }
  return tables;
}

describe('N14: delivered dose without tracking people', () => {
  it('a stop says its measure, its day and its minutes, and nothing of who or at what time', async () => {
    const { measureId } = await running();
    const stop = await deliver(measureId, 15);
    const told = { dossierId, measureId, segmentId: segment.id, day: TODAY, minutes: 15 };
    expect(Object.keys(stop).sort()).toEqual(
      ['actionId', 'id', 'withdrawn', ...Object.keys(told)].sort(),
    );
    expect(stop).toMatchObject(told);
    const page = await town.client.actions.dossier({ id: dossierId });
    expect(page.actions[0]?.deliveries).toEqual([stop]);
    expect(JSON.stringify(stop)).not.toContain(town.me);
  });

  it('what an officer reads of their own changes says that a stop was confirmed and when, and not where', async () => {
    const { id, measureId } = await running();
    const other = town.streets.get('Berkendreef') ?? expect.fail('no street');
    await town.client.actions.changeDossier({
      id: dossierId,
      changes: { segments: [segment.id, other.id] },
    });
    const elsewhere = town.newId();
    await town.client.actions.planMeasure({ id: elsewhere, fields: measureFields(id, other) });
    const stops = [await deliver(measureId, 15), await deliver(elsewhere, 10)];
    const { rows } = await town.client.sync.operations({
      filter: { day: TODAY },
      cursor: null,
      limit: 200,
    });
    const told = rows.filter(({ entity }) => entity === 'delivery');
    expect(told.map(({ entityId }) => entityId)).toEqual(stops.map(({ id }) => id));
    for (const { subject } of told) {
      expect(subject).toMatchObject({ text: '', streetNameNl: '', streetNameFr: '' });
    }
    for (const kept of [segment.id, other.id, segment.streetId, other.streetId, town.me]) {
      expect(JSON.stringify(told)).not.toContain(kept);
    }
  });

  it('no answer of the workbench puts an officer beside a stop, nor a place beside a change of the log', () => {
    const answers = Object.entries(contract).flatMap(([room, operations]) =>
      Object.entries(operations).flatMap(
        ([
          name,
          {
            '~orpc': { outputSchema },
          },
        ]) =>
          outputSchema instanceof z.ZodType
            ? fieldsTogether(outputSchema).map((fields) => ({ of: `${room}.${name}`, fields }))
            : [],
      ),
    );
    // The board says who is to be where, which is a plan and no stop: it has no day on which it was done.
    const stops = answers.filter(
      ({ fields }) => fields.includes('measureId') && fields.includes('day'),
    );
    expect(new Set(stops.map(({ of }) => of))).toContain('actions.dossier');
    expect(stops.filter(({ fields }) => fields.some((name) => OF_SOMEBODY.test(name)))).toEqual([]);
    const changes = answers.filter(({ fields }) => fields.includes('opId'));
    expect(new Set(changes.map(({ of }) => of))).toContain('sync.operations');
    expect(changes.filter(({ fields }) => fields.some((name) => OF_A_PLACE.test(name)))).toEqual(
      [],
    );
  });

  it('no table holds an officer with a series of points', async () => {
    const file = await openTestFile();
    try {
      const tables = await columnsByTable(file.store);
      const withBoth = [...tables].filter(([, columns]) => {
        // Rows of the territory say which import opened and closed them.
        const people = columns.filter((name) => !['opened_by', 'closed_by'].includes(name));
        const hasOfficer = people.some((name) => /officer|author|_by$/.test(name));
        return hasOfficer && columns.some((name) => /longitude|latitude|geometry/.test(name));
      });
      // A contact lies where the resident’s matter lies: one point, and never where the officer went.
      expect(withBoth.map(([table]) => table)).toEqual(['contact']);
      const contact = tables.get('contact') ?? [];
      expect(contact.filter((name) => /geometry|track|route|points/.test(name))).toEqual([]);
      // What dossiers are made of is stored by the fields of its rules: those have no point at all.
      const fields = CASEWORK.flatMap((entity) => Object.keys(CASEWORK_RULES[entity].fields));
      expect(fields).toContain('minutes');
      expect(fields.filter((name) => /longitude|latitude|position|point/i.test(name))).toEqual([]);
      const delivery = Object.keys(CASEWORK_RULES.delivery.fields);
      // Only the log of changes, which is evidence, says who made a change and when; a delivery says its stretch in it.
      expect(tables.get('operation')).toEqual(
        expect.arrayContaining(['author_id', 'made_at', 'change']),
      );
      expect(delivery).toContain('segmentId');
      expect(
        delivery.filter((name) => /officer|author|owner|by$|at$|time|from/i.test(name)),
      ).toEqual([]);
    } finally {
      await file.dispose();
    }
  });
});
