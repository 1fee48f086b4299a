import { type Kysely, sql } from 'kysely';

/**
 * An index of the names of parties by groups of three letters: what is typed is found at the beginning
 * of every word, in any order, and with typing errors. And what was changed in a party, by whom and
 * when, so that a merge that is taken back leaves both as they were made.
 */
export async function up(database: Kysely<never>): Promise<void> {
  await sql`
    create table party_key (
      row_id integer primary key,
      party_id text not null unique references party (id) on delete cascade,
      key text not null
    ) strict`.execute(database);
  await sql`create index party_by_key on party_key (key, party_id)`.execute(database);
  await sql`drop index party_by_name`.execute(database);
  await sql`
    create virtual table party_gram using fts5 (
      key, content = 'party_key', content_rowid = 'row_id',
      tokenize = 'trigram', detail = 'none', columnsize = 0)`.execute(database);
  await sql`
    create virtual table party_gram_count using fts5vocab (party_gram, 'row')`.execute(database);
  await sql`
    create trigger party_key_is_indexed after insert on party_key begin
      insert into party_gram (rowid, key) values (new.row_id, new.key);
    end`.execute(database);
  await sql`
    create trigger party_key_is_forgotten after delete on party_key begin
      insert into party_gram (party_gram, rowid, key) values ('delete', old.row_id, old.key);
    end`.execute(database);
  await sql`
    create trigger party_key_is_indexed_again after update on party_key begin
      insert into party_gram (party_gram, rowid, key) values ('delete', old.row_id, old.key);
      insert into party_gram (rowid, key) values (new.row_id, new.key);
    end`.execute(database);

  await sql`
    create table party_change (
      id text not null primary key,
      party_id text not null references party (id),
      position integer not null check (position > 0),
      author_id text not null references officer (id),
      made_at text not null,
      fields text not null check (json_valid(fields)),
      unique (party_id, position)
    ) strict, without rowid`.execute(database);
  await sql`
    create trigger party_change_is_immutable before update on party_change begin
      select raise(abort, 'what was written is never edited');
    end`.execute(database);

  const { rows } = await sql<{ id: string; name: string }>`select id, name from party`.execute(
    database,
  );
  for (const { id, name } of rows) {
    await sql`insert into party_key (party_id, key) values (${id}, ${keyOf(name)})`.execute(
      database,
    );
  }
}

/** Words without case and accents, as the index of that version laid them down. */
function keyOf(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{Mark}+/gu, '')
    .toLowerCase()
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter(Boolean)
    .map((word) => `  ${word} `)
    .join('');
}
