import { type Kysely, sql } from 'kysely';

/** Values of a contact that have a number in `facet_value`, and the column each comes from. */
const NAMED = [
  ['street', 'street_id'],
  ['neighbourhood', 'neighbourhood_id'],
  ['author', 'author_id'],
  ['reason', 'reason'],
  ['channel', 'channel'],
] as const;

/** SQL that is true unless many rows arrive at once: whoever brings them does this for all together. */
const ONE_BY_ONE = sql.raw('(select running from bulk_arrival) = 0');
const NOTES = sql.raw(`(
  select coalesce(group_concat(note, char(10)), '')
  from contact_amendment where contact_id = new.id)`);

/**
 * Many rows that arrive at once are put in without the triggers that follow each of them: the narrow rows
 * come together, and the indexes of words behind them, from the list of what they do not hold yet.
 */
export async function up(database: Kysely<never>): Promise<void> {
  await sql`
    create table bulk_arrival (
      only_row integer primary key check (only_row = 1),
      running integer not null check (running in (0, 1))
    ) strict`.execute(database);
  await sql`insert into bulk_arrival values (1, 0)`.execute(database);
  await sql`create table contact_unindexed (row_id integer primary key) strict`.execute(database);
  await sql`
    create table promise_unindexed (promise_id text not null primary key) strict, without rowid`.execute(
    database,
  );
  // Felt by every row as well, and asked for only when a scope was fetched whole: then it is read anyway.
  await sql`drop index row_scope_old`.execute(database);
  await contactTriggers(database);
  await promiseTriggers(database);
}

async function contactTriggers(database: Kysely<never>): Promise<void> {
  for (const name of ['text_insert', 'text_update', 'text_delete']) {
    await sql`drop trigger ${sql.raw(`contact_${name}`)}`.execute(database);
  }
  await sql`
    create trigger contact_text_update
    after update of row_id, summary, need, assessment, next_note, amendments on contact begin
      delete from contact_unindexed where row_id = old.row_id;
      delete from contact_text where rowid = old.row_id;
      insert into contact_text (rowid, summary, need, assessment, next_note, notes)
      values (new.row_id, new.summary, new.need, new.assessment, new.next_note, ${NOTES});
    end`.execute(database);
  await sql`
    create trigger contact_text_delete after delete on contact begin
      delete from contact_unindexed where row_id = old.row_id;
      delete from contact_text where rowid = old.row_id;
    end`.execute(database);

  await sql`drop trigger contact_facet_added`.execute(database);
  // One trigger for both: that there is one at all is felt by every row. What came as amended is found by
  // the notes as well.
  const addValues = NAMED.map(
    ([kind, column]) => `
      insert into facet_value (kind, value) select '${kind}', new.${column}
      where new.${column} is not null
        and not exists (select 1 from facet_value where kind = '${kind}' and value = new.${column});`,
  ).join('');
  const numbers = NAMED.map(
    ([kind, column]) =>
      `coalesce((select number from facet_value where kind = '${kind}' and value = new.${column}), 0)`,
  ).join(', ');
  await sql`
    create trigger contact_added after insert on contact when ${ONE_BY_ONE} begin
      insert into contact_text (rowid, summary, need, assessment, next_note, notes)
      values (new.row_id, new.summary, new.need, new.assessment, new.next_note, ${NOTES});
      ${sql.raw(addValues)}
      insert into contact_facet select new.row_id, ${sql.raw(numbers)},
        case new.feeling when 'never' then 1 when 'rarely' then 2 when 'sometimes' then 3
          when 'often' then 4 when 'always' then 5 else 0 end,
        case new.next_step when 'nothing' then 1 when 'promise' then 2 when 'task' then 3
          when 'action' then 4 else 5 end,
        new.sensitivity = 'restricted', new.withdrawn, new.amendments > 0;
    end`.execute(database);
}

async function promiseTriggers(database: Kysely<never>): Promise<void> {
  for (const name of ['insert', 'update', 'delete']) {
    await sql`drop trigger ${sql.raw(`promise_text_${name}`)}`.execute(database);
  }
  const index = sql.raw(`
      insert into promise_row (promise_id) select new.id
      where not exists (select 1 from promise_row where promise_id = new.id);
      insert into promise_text (rowid, text, outcome)
      select row_id, new.text, new.outcome from promise_row where promise_id = new.id;`);
  await sql`
    create trigger promise_text_insert after insert on promise when ${ONE_BY_ONE} begin
      ${index}
    end`.execute(database);
  await sql`
    create trigger promise_text_update after update of text, outcome on promise begin
      delete from promise_unindexed where promise_id = old.id;
      delete from promise_text
      where rowid = (select row_id from promise_row where promise_id = new.id);
      ${index}
    end`.execute(database);
  await sql`
    create trigger promise_text_delete after delete on promise begin
      delete from promise_unindexed where promise_id = old.id;
      delete from promise_text
      where rowid = (select row_id from promise_row where promise_id = old.id);
      delete from promise_row where promise_id = old.id;
    end`.execute(database);
}
