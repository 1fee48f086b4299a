import { type Kysely, sql } from 'kysely';

/** Accents and case do not matter; letters and digits make words, everything else separates them. */
const WORDS = `tokenize = "unicode61 remove_diacritics 2"`;
/** The index alone: the texts stand in their tables already. Rows of it can be deleted by their number. */
const INDEX_ONLY = `content = '', contentless_delete = 1`;

/**
 * The indexes of full-text search (FTS5), kept by triggers: whoever writes a contact, a promise or a
 * party, in whatever way, cannot forget them, and they are in the transaction of the change.
 */
export async function up(database: Kysely<never>): Promise<void> {
  await indexContacts(database);
  await indexPromises(database);
  await indexParties(database);
}

/**
 * A contact is found by what it says now and by the notes of its amendments. The number of a row of the
 * index is that of the contact, which tells its moment: the newest first is the index backwards.
 */
async function indexContacts(database: Kysely<never>): Promise<void> {
  await sql`
    create virtual table contact_text using fts5 (
      summary, need, assessment, next_note, notes,
      ${sql.raw(INDEX_ONLY)}, prefix = '3', ${sql.raw(WORDS)})`.execute(database);
  await sql`
    create trigger contact_text_insert after insert on contact begin
      insert into contact_text (rowid, summary, need, assessment, next_note, notes)
      values (new.row_id, new.summary, new.need, new.assessment, new.next_note, '');
    end`.execute(database);
  await sql`
    create trigger contact_text_update
    after update of row_id, summary, need, assessment, next_note, amendments on contact begin
      delete from contact_text where rowid = old.row_id;
      insert into contact_text (rowid, summary, need, assessment, next_note, notes)
      values (new.row_id, new.summary, new.need, new.assessment, new.next_note, (
        select coalesce(group_concat(note, char(10)), '')
        from contact_amendment where contact_id = new.id));
    end`.execute(database);
  await sql`
    create trigger contact_text_delete after delete on contact begin
      delete from contact_text where rowid = old.row_id;
    end`.execute(database);
  await sql`
    insert into contact_text (rowid, summary, need, assessment, next_note, notes)
    select row_id, summary, need, assessment, next_note, case when amendments = 0 then '' else (
      select coalesce(group_concat(note, char(10)), '')
      from contact_amendment where contact_id = contact.id) end
    from contact order by row_id`.execute(database);
}

/** Promises have no number of their own: `promise_row` gives them one, in the order they came. */
async function indexPromises(database: Kysely<never>): Promise<void> {
  await sql`
    create table promise_row (
      row_id integer primary key,
      promise_id text not null unique
    ) strict`.execute(database);
  await sql`
    create virtual table promise_text using fts5 (
      text, outcome, ${sql.raw(INDEX_ONLY)}, prefix = '3', ${sql.raw(WORDS)})`.execute(database);
  await sql`
    create trigger promise_text_insert after insert on promise begin
      insert into promise_row (promise_id) values (new.id);
      insert into promise_text (rowid, text, outcome)
      select row_id, new.text, new.outcome from promise_row where promise_id = new.id;
    end`.execute(database);
  await sql`
    create trigger promise_text_update after update of text, outcome on promise begin
      delete from promise_text
      where rowid = (select row_id from promise_row where promise_id = new.id);
      insert into promise_text (rowid, text, outcome)
      select row_id, new.text, new.outcome from promise_row where promise_id = new.id;
    end`.execute(database);
  await sql`
    create trigger promise_text_delete after delete on promise begin
      delete from promise_text
      where rowid = (select row_id from promise_row where promise_id = old.id);
      delete from promise_row where promise_id = old.id;
    end`.execute(database);
  // Ids begin with the moment they were made.
  await sql`
    insert into promise_row (promise_id) select id from promise order by id`.execute(database);
  await sql`
    insert into promise_text (rowid, text, outcome)
    select row_id, text, outcome from promise_row join promise on promise.id = promise_id
    order by row_id`.execute(database);
}

/**
 * Parties are found by the way to reach them: a telephone number as it was written and in one piece, the
 * parts of an address. Their names have an index of their own.
 */
async function indexParties(database: Kysely<never>): Promise<void> {
  await sql`
    create table party_row (
      row_id integer primary key,
      party_id text not null unique
    ) strict`.execute(database);
  await sql`
    create virtual table party_reach using fts5 (
      reach, ${sql.raw(INDEX_ONLY)}, prefix = '3', ${sql.raw(WORDS)})`.execute(database);
  await sql`
    create trigger party_reach_insert after insert on party begin
      insert into party_row (party_id) values (new.id);
      insert into party_reach (rowid, reach)
      select row_id, new.reach || ' ' || ${sql.raw(inOnePiece('new.reach'))}
      from party_row where party_id = new.id;
    end`.execute(database);
  await sql`
    create trigger party_reach_update after update of reach on party begin
      delete from party_reach
      where rowid = (select row_id from party_row where party_id = new.id);
      insert into party_reach (rowid, reach)
      select row_id, new.reach || ' ' || ${sql.raw(inOnePiece('new.reach'))}
      from party_row where party_id = new.id;
    end`.execute(database);
  await sql`
    create trigger party_reach_delete after delete on party begin
      delete from party_reach
      where rowid = (select row_id from party_row where party_id = old.id);
      delete from party_row where party_id = old.id;
    end`.execute(database);
  await sql`insert into party_row (party_id) select id from party order by id`.execute(database);
  await sql`
    insert into party_reach (rowid, reach)
    select row_id, reach || ' ' || ${sql.raw(inOnePiece('reach'))}
    from party_row join party on party.id = party_id order by row_id`.execute(database);
}

/** SQL for a text without what people write between the figures of a telephone number. */
function inOnePiece(column: string): string {
  return [' ', '.', '/', '-', '(', ')'].reduce(
    (expression, sign) => `replace(${expression}, '${sign}', '')`,
    column,
  );
}
