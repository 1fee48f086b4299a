import { hold } from './broken.ts';
import type { CentreState, SettledDesk } from './settled.ts';
import { TYPED } from './typed.ts';

/**
 * No text outside of what the officer may see, and of what this desk still has to say, is anywhere in the
 * decrypted file: not in a table, not in an index, not in a free page. Closes the desk.
 */
export async function checkBytes(centre: CentreState, desk: SettledDesk): Promise<void> {
  const { read } = desk;
  const texts: string[] = [];
  for (const { fields } of await read.selectFrom('shadow').select('fields').execute()) {
    texts.push(fields);
  }
  const unsettled = await read
    .selectFrom('operation')
    .select('change')
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
  for (const { entityId, change } of centre.operations) {
    if (inScope.has(entityId)) texts.push(JSON.stringify(change));
  }
  const allowed = new Set(texts.flatMap((text) => text.match(TYPED) ?? []));
  const bytes = (await desk.bytes()).toString('utf8');
  const leaked = (bytes.match(TYPED) ?? []).filter((text) => !allowed.has(text));
  hold(leaked.length === 0, 'no leak: nothing of a row that may not be seen is in the file');
}
