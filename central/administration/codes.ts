import { z } from 'zod';

import {
  CODE_LISTS,
  codeFieldsSchema,
  codeSchema,
  problemOfCode,
} from '#shared/domain/codes/code.ts';
import { STARTER_CODES, type StarterCode } from '#shared/domain/codes/starter-codes.ts';
import { applyOperation } from '#shared/domain/operations/apply-operation.ts';
import { rulesOf } from '#shared/domain/operations/entity-registry.ts';
import type { Fields } from '#shared/domain/operations/entity-rules.ts';
import type { RowState } from '#shared/domain/operations/row-state.ts';
import { REFERENCE } from '#shared/domain/operations/scopes.ts';
import { type Day, dayOf, OPEN_END } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import { CentralError } from '../errors.ts';
import type { Centre } from '../ports.ts';
import type { StoredRow } from '../store/records.ts';
import { administer, type Administrator, newId, requireAdministrator } from './administer.ts';

/** A code by its list and its short word, and what is to be said of it: the rest stays. */
export const givenCodeSchema = codeFieldsSchema
  .partial()
  .extend({ list: z.enum(CODE_LISTS), code: codeSchema })
  .strict();
export type GivenCode = z.infer<typeof givenCodeSchema>;

/** The first day of the codes that every desk begins with. */
const EARLIEST = '2000-01-01';
/** What a code that is added says unless something else is given. */
const UNSAID = { nameNl: '', nameFr: '', nameEn: '', family: '', position: 10_000 } as const;

/** All codes of the zone, list by list; of those that every desk begins with, what was reworded. Throws FORBIDDEN. */
export async function listCodes(
  { store }: Pick<Centre, 'store'>,
  who: Administrator,
): Promise<readonly (StarterCode & Fields)[]> {
  await requireAdministrator(store.directory, who);
  const { value } = await store.write(who.zoneId, (transaction) => transaction.rowsOf('code'));
  return knownCodes(value);
}

/**
 * Words, places, ends and adds codes, all of them or none: of those that the zone has, what is named
 * changes; the others are added to their lists. It is as if the newest version had been seen: whoever worded
 * the same code anew meanwhile, at a desk, is asked which one holds.
 *
 * Throws FORBIDDEN, and INVALID_FIELD, which names the code by its place in what was given (`codes.2.validTo`).
 */
export async function setCodes(
  centre: Centre,
  who: Administrator,
  given: readonly GivenCode[],
): Promise<{ readonly added: number; readonly changed: number }> {
  let counts = { added: 0, changed: 0 };
  await administer(centre, who, async (_directory, transaction) => {
    counts = { added: 0, changed: 0 };
    const rows = new Map((await transaction.rowsOf('code')).map((row) => [row.id, row]));
    for (const [index, code] of given.entries()) {
      const known = knownCodes([...rows.values()]).find(
        (one) => one.list === code.list && one.code === code.code,
      );
      requireRules(code, known, index);
      const id = known?.id ?? newId(centre);
      const fields = storedOf(code, known, dayOf(centre.clock.now()));
      const row = changedRow(centre, who, rows.get(id)?.row, fields, index);
      if (row === undefined) continue;
      const stored = { entity: 'code', id, row, parent: null, scopes: [REFERENCE] };
      rows.set(id, stored);
      transaction.putRow(stored);
      counts[known === undefined ? 'added' : 'changed'] += 1;
    }
    return { act: 'codes-set', subjectId: null, subject: '', detail: { ...counts } };
  });
  return counts;
}

function knownCodes(rows: readonly StoredRow[]): readonly (StarterCode & Fields)[] {
  const codes = new Map<string, StarterCode & Fields>(
    STARTER_CODES.map((code) => [code.id, { ...code }]),
  );
  for (const { id, row } of rows) {
    const named = codes.get(id) ?? ownCodeSchema.safeParse(row.fields).data;
    if (named !== undefined) codes.set(id, { ...row.fields, ...named, id });
  }
  return [...codes.values()].sort(
    (one, other) => CODE_LISTS.indexOf(one.list) - CODE_LISTS.indexOf(other.list),
  );
}
const ownCodeSchema = z.object({ list: z.enum(CODE_LISTS), code: codeSchema });

/** Throws INVALID_FIELD. */
function requireRules(given: GivenCode, known: Fields | undefined, index: number): void {
  const { list } = given;
  const whole = codeFieldsSchema.safeParse({
    ...UNSAID,
    // Of a code that every desk begins with, the centre knows neither name nor colour nor first day.
    ...(known !== undefined && { nameNl: list, family: list === 'contact-reason' ? 'care' : '' }),
    validFrom: EARLIEST,
    validTo: OPEN_END,
    ...known,
    ...given,
  });
  const problem = whole.success
    ? problemOfCode(list, whole.data, known === undefined)
    : { field: whole.error.issues[0]?.path.join('.') ?? '', reason: 'missing' };
  if (problem !== undefined) throw refused(index, problem.field, problem.reason);
}

/** All of a code that is new; of one that is there, what is named. */
function storedOf(given: GivenCode, known: Fields | undefined, today: Day): Fields {
  const { list, code, ...named } = given;
  const said = Object.fromEntries(
    Object.entries(named).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  if (known !== undefined) return said;
  return { list, code, ...UNSAID, validFrom: today, validTo: OPEN_END, ...said };
}

/** The row as it will be; undefined when nothing changes. Throws INVALID_FIELD. */
function changedRow(
  centre: Centre,
  { zoneId }: Administrator,
  before: RowState | undefined,
  fields: Fields,
  index: number,
): RowState | undefined {
  const effect = applyOperation(rulesOf('code'), before, {
    opId: newId(centre),
    // Nobody at a desk: the zone stands in their place.
    deviceId: zoneId,
    authorId: zoneId,
    madeAt: centre.clock.now(),
    baseVersion: before?.version ?? 0,
    change: { kind: 'patch', fields },
  });
  if ('code' in effect) throw refused(index, effect.field, effect.code);
  if (!effect.changed) return undefined;
  return { ...effect.row, origins: withoutAuthor(effect.row.origins, zoneId) };
}

function withoutAuthor(origins: RowState['origins'], zoneId: Id): RowState['origins'] {
  return Object.fromEntries(
    Object.entries(origins).map(([field, { authorId, madeAt, ...origin }]) => [
      field,
      authorId === zoneId ? origin : { ...origin, authorId, madeAt },
    ]),
  );
}

function refused(index: number, field: string, reason: string): CentralError {
  return new CentralError('INVALID_FIELD', { field: `codes.${index}.${field}`, reason });
}
