import { sql } from 'kysely';

import type { AttentionItem, AttentionPage } from '#shared/contract/sync-lines.ts';
import type { Choices } from '#shared/domain/operations/conflict-choice.ts';
import type { Fields } from '#shared/domain/operations/entity-rules.ts';
import type { Change } from '#shared/domain/operations/operation.ts';
import type { Conflict } from '#shared/domain/operations/row-state.ts';
import { typedTexts } from '#shared/domain/operations/typed-texts.ts';

import type { OpenFile } from '../../context.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { idsIn, namesOf } from '../../store/repositories/name-repository.ts';
import { presentRow } from '../../sync/settle-rows.ts';
import { nextCursor, parseCursor, selectLines, toLines } from './read-operations.ts';

/** What the officer is asked about, newest first; or what was settled, the last one first. */
export async function readAttention(
  { store }: OpenFile,
  input: { readonly settled: boolean; readonly cursor: string | null; readonly limit: number },
): Promise<AttentionPage> {
  const { settled, limit } = input;
  const after = parseCursor(input.cursor);
  let query = selectLines(store.read)
    .leftJoin('conflict_choice', 'conflict_choice.op_id', 'operation.op_id')
    .leftJoin('operation_base', 'operation_base.op_id', 'operation.op_id')
    .select([
      'operation_outcome.conflicts',
      'operation_outcome.note',
      'operation_outcome.resolved_at as settledAt',
      'conflict_choice.choices',
      'operation_base.fields as base',
    ])
    .where('operation_outcome.needs_attention', '=', sql.lit(1))
    .where('operation_outcome.resolved_at', settled ? 'is not' : 'is', null)
    .limit(limit + 1);
  query = settled
    ? query.orderBy('operation_outcome.resolved_at', 'desc')
    : query.orderBy('operation.device_seq', 'desc');
  if (after !== null && !settled) query = query.where('operation.device_seq', '<', after);
  const found = await query.execute();
  const rows = found.slice(0, limit);
  const lines = await toLines(store.read, rows);
  const items: AttentionItem[] = [];
  for (const [index, line] of lines.entries()) {
    const row = rows[index];
    if (row === undefined) continue;
    const present = await presentRow(store.read, store.identity.deviceId, {
      entity: line.entity,
      id: line.entityId,
    });
    items.push({
      ...line,
      ...(await conflictsOf(store.read, row, present?.fields ?? {})),
      texts: [...typedTexts(JSON.parse(row.change) as Change)],
      note: row.note ?? '',
      choices: row.choices === null ? null : (JSON.parse(row.choices) as Choices),
      settledAt: row.settledAt,
      isHere: present !== undefined,
    });
  }
  // What was settled is only looked back on, so its last page is enough.
  return { rows: items, nextCursor: settled ? null : nextCursor(lines, found.length > limit) };
}

async function conflictsOf(
  read: ReadHandle,
  row: { readonly conflicts: string | null; readonly base: string | null },
  present: Fields,
): Promise<Pick<AttentionItem, 'conflicts' | 'names'>> {
  const base = JSON.parse(row.base ?? '{}') as Fields;
  const conflicts = JSON.parse(row.conflicts ?? '[]') as readonly Conflict[];
  const found = conflicts.map(({ field, mine, theirs, authorId, madeAt }) => ({
    field,
    mine,
    theirs,
    base: base[field] ?? null,
    present: present[field] ?? null,
    authorId: authorId ?? null,
    madeAt: madeAt ?? null,
  }));
  const names = await namesOf(read, idsIn(found));
  return {
    conflicts: found.map(({ authorId, ...conflict }) => ({
      ...conflict,
      authorName: names[authorId ?? ''] ?? null,
    })),
    names,
  };
}
