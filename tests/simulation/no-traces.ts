import { hold } from './broken.ts';
import type { SettledDesk, SettledTown } from './settled.ts';
import { hasAny } from './stays-erased.ts';
import { TYPED } from './typed.ts';

/**
 * No text outside of what the officer may see, and of what this desk still has to say, is anywhere in the
 * decrypted file of a desk: not in a table, not in an index, not in a free page. Closes the desks.
 */
export async function checkBytes({ centre, erased, files, desks }: SettledTown): Promise<void> {
  const said = centre.operations.map(({ entityId, change }) => ({
    entityId,
    change: JSON.stringify(change),
  }));
  // A desk forgets the words of what its officer may no longer see: the centre has them, and others may see them.
  for (const { read } of desks) {
    const own = await read.selectFrom('operation').select(['entity_id', 'change']).execute();
    said.push(...own.map((one) => ({ entityId: one.entity_id, change: one.change })));
  }
  for (const desk of desks) await checkDesk(desk, said, erased, files);
}

async function checkDesk(
  desk: SettledDesk,
  said: readonly { readonly entityId: string; readonly change: string }[],
  erased: SettledTown['erased'],
  files: SettledTown['files'],
): Promise<void> {
  const { read } = desk;
  const texts: string[] = [];
  for (const { fields } of await read.selectFrom('shadow').select('fields').execute()) {
    texts.push(fields);
  }
  const unsettled = await read
    .selectFrom('operation')
    .select(['state', 'change'])
    .where('state', 'in', ['only-here', 'under-way', 'rejected', 'quarantined'])
    .execute();
  texts.push(...unsettled.map(({ change }) => change));
  // What this desk did on rows that it still sees.
  const seen = await read
    .selectFrom('operation')
    .innerJoin('row_scope', 'row_scope.entity_id', 'operation.entity_id')
    .leftJoin('operation_base', 'operation_base.op_id', 'operation.op_id')
    .leftJoin('operation_outcome', 'operation_outcome.op_id', 'operation.op_id')
    .select(['change', 'operation_base.fields', 'conflicts'])
    .execute();
  for (const { change, fields, conflicts } of seen)
    texts.push(change, fields ?? '', conflicts ?? '');
  // What it wrote itself into a field where another's text stayed is still asked about.
  for (const { conflicts } of await read
    .selectFrom('operation_outcome')
    .select('conflicts')
    .execute()) {
    const mine = (JSON.parse(conflicts) as { mine: unknown }[]).map((conflict) => conflict.mine);
    texts.push(JSON.stringify(mine));
  }
  // What a row that is still seen said before: an index of words marks it as gone and keeps it for a while.
  const rows = await read.selectFrom('row_scope').select('entity_id').execute();
  const inScope = new Set(rows.map((row) => row.entity_id));
  for (const { entityId, change } of said) if (inScope.has(entityId)) texts.push(change);
  // Files on what is seen, and what the centre does not have yet.
  const shown = await read.selectFrom('attachment').select('hash').execute();
  const waiting = await read
    .selectFrom('blob_upload')
    .select('hash')
    .where('state', '=', 'waiting')
    .execute();
  for (const { hash } of [...shown, ...waiting]) texts.push(files.get(hash) ?? '');
  const allowed = new Set(texts.flatMap((text) => text.match(TYPED) ?? []));
  const bytes = (await desk.bytes()).toString('utf8');
  // Of what a desk was never told that the centre had it, its author is asked.
  const asked = new Set(
    unsettled.flatMap(({ state, change }) =>
      state === 'rejected' ? (change.match(TYPED) ?? []) : [],
    ),
  );
  hold(!hasAny(bytes, erased, asked), 'nothing of what was erased is left in the file of any desk');
  const leaked = (bytes.match(TYPED) ?? []).filter((text) => !allowed.has(text));
  hold(leaked.length === 0, 'no leak: nothing of a row that may not be seen is in the file');
}
