import { type Kysely, sql } from 'kysely';

/** What somebody wrote in a dossier or an action, besides its title; fields that a kind has not are empty. */
const WRITTEN = [
  '$.scanning',
  '$.analysis',
  '$.assessment',
  '$.cheersCommunity',
  '$.cheersHarm',
  '$.cheersExpectation',
  '$.cheersEvents',
  '$.cheersRecurring',
  '$.cheersSimilarity',
  '$.aim',
  '$.sign.what',
  '$.differs',
  '$.answerReason',
  '$.verdictNote',
  '$.feedback.text',
  '$.learned',
];

/** SQL for the title and the rest of a row. @param row what the statement calls the row. */
function texts(row: string): string {
  const written = WRITTEN.map((path) => `coalesce(${row}.fields ->> '${path}', '')`);
  return `coalesce(${row}.fields ->> '$.title', ''), ${written.join(' || char(10) || ')}`;
}

/**
 * Dossiers and actions in the search: an index of words (FTS5) as contacts have one, kept by triggers in the
 * transaction of the change. The number of a row of the index is that of its row.
 */
export async function up(database: Kysely<never>): Promise<void> {
  await sql`
    create virtual table casework_text using fts5 (
      title, written, content = '', contentless_delete = 1, prefix = '3',
      tokenize = "unicode61 remove_diacritics 2")`.execute(database);
  await sql`
    create trigger casework_text_insert after insert on casework
    when new.entity in ('dossier', 'action') begin
      insert into casework_text (rowid, title, written)
      values (new.row_id, ${sql.raw(texts('new'))});
    end`.execute(database);
  await sql`
    create trigger casework_text_update after update of fields on casework
    when new.entity in ('dossier', 'action') begin
      delete from casework_text where rowid = old.row_id;
      insert into casework_text (rowid, title, written)
      values (new.row_id, ${sql.raw(texts('new'))});
    end`.execute(database);
  await sql`
    create trigger casework_text_delete after delete on casework
    when old.entity in ('dossier', 'action') begin
      delete from casework_text where rowid = old.row_id;
    end`.execute(database);
  await sql`
    insert into casework_text (rowid, title, written)
    select row_id, ${sql.raw(texts('casework'))} from casework
    where entity in ('dossier', 'action') order by row_id`.execute(database);
}
