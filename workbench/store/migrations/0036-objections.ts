import { type Kysely, sql } from 'kysely';

const field = (row: string, name: string): string => `${row}.fields ->> '$.${name}'`;

/** Whether somebody does not agree with a step as it was revised last. */
const objected = (row: string): string => `exists (
  select 1 from json_each(${row}.fields, '$.objections') objection
  where objection.value ->> '$.revision' = coalesce(json_array_length(${row}.fields, '$.revisions'), 0))`;

/** What a step waits for; null for one that waits for nothing. A review that came too early counts as none. */
const waitsFor = (row: string): string => `case
  when ${field(row, 'kind')} is not 'taken' or ${field(row, 'withdrawnBy')} is not null then null
  when ${field(row, 'urgent')} is 1
    then iif(${field(row, 'reviewedBy')} is null or ${field(row, 'reviewedTooEarly')} is 1, 'review', null)
  when ${field(row, 'means')} in ('administrative-fine', 'official-report', 'coercion')
    then iif(${field(row, 'secondBy')} is not null, null, iif(${objected(row)}, 'answer', 'eyes'))
end`;

/** The narrow row of a step says too that a second pair of eyes does not agree, and nobody answered yet. */
export async function up(database: Kysely<never>): Promise<void> {
  const run = (text: string): Promise<unknown> => sql.raw(text).execute(database);
  for (const event of ['insert', 'update', 'delete']) {
    await run(`drop trigger board_step_${event}`);
  }
  await run(`drop table board_step`);
  await run(`
    create table board_step (
      id text not null primary key,
      dossier_id text not null,
      waits text not null check (waits in ('review', 'eyes', 'answer'))
    ) strict, without rowid`);
  const insert = `insert into board_step select new.id, new.dossier_id, ${waitsFor('new')}
    where ${waitsFor('new')} is not null;`;
  const remove = `delete from board_step where id = old.id;`;
  for (const [event, row, steps] of [
    ['insert', 'new', insert],
    ['update', 'new', `${remove} ${insert}`],
    ['delete', 'old', remove],
  ] as const) {
    await run(`create trigger board_step_${event} after ${event} on casework
      when ${row}.entity = 'means-step' begin ${steps} end`);
  }
  await run(`insert into board_step select id, dossier_id, ${waitsFor('casework')} from casework
    where entity = 'means-step' and ${waitsFor('casework')} is not null`);
}
