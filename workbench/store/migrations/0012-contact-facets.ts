import { type Kysely, sql } from 'kysely';

/** Values of a contact that lists are filtered, sorted and grouped by, and the column each comes from. */
const NAMED = [
  ['street', 'street_id'],
  ['neighbourhood', 'neighbourhood_id'],
  ['author', 'author_id'],
  ['reason', 'reason'],
  ['channel', 'channel'],
] as const;

const INDEXED = [...NAMED.map(([kind]) => kind), 'feeling'];
const FLAGS = ['next_step', 'restricted', 'withdrawn', 'amended'];

/**
 * A narrow row beside each contact, of small numbers instead of texts, kept by triggers. Any combination
 * of filters over a million contacts can so be counted, grouped and paged without reading the contacts.
 */
export async function up(database: Kysely<never>): Promise<void> {
  await sql`
    create table facet_value (
      number integer primary key check (number > 0),
      kind text not null check (kind in ('street', 'neighbourhood', 'author', 'reason', 'channel')),
      value text not null,
      unique (kind, value)
    ) strict`.execute(database);
  await sql`
    create table contact_facet (
      row_id integer primary key,
      street integer not null,
      neighbourhood integer not null,
      author integer not null,
      reason integer not null,
      channel integer not null,
      feeling integer not null check (feeling between 0 and 5),
      next_step integer not null check (next_step between 1 and 5),
      restricted integer not null check (restricted in (0, 1)),
      withdrawn integer not null check (withdrawn in (0, 1)),
      amended integer not null check (amended in (0, 1))
    ) strict`.execute(database);

  for (const [kind, column] of NAMED) {
    await sql`
      insert into facet_value (kind, value)
      select distinct ${sql.lit(kind)}, ${sql.ref(column)} from contact
      where ${sql.ref(column)} is not null`.execute(database);
  }
  await sql`
    insert into contact_facet select ${facetsOf('contact')} from contact order by row_id`.execute(
    database,
  );
  // Each index holds the whole row, sorted by one value and then by time: whatever the other filters
  // are, a page, a count and the sizes of all groups come out of one of them without a sort.
  for (const [name, ...others] of rotations(INDEXED)) {
    const columns = [name, 'row_id', ...others, ...FLAGS].join(', ');
    await sql`
      create index ${sql.raw(`contact_facet_by_${name}`)} on contact_facet (${sql.raw(columns)})`.execute(
      database,
    );
  }
  for (const name of ['restricted', 'withdrawn', 'amended']) {
    await sql`
      create index ${sql.raw(`contact_facet_${name}`)} on contact_facet (row_id)
      where ${sql.ref(name)} = 1`.execute(database);
  }
  for (const name of ['reason', 'channel', 'feeling']) {
    await sql`drop index ${sql.raw(`contact_by_${name}`)}`.execute(database);
  }

  const addValues = NAMED.map(
    ([kind, column]) => `
      insert into facet_value (kind, value) select '${kind}', new.${column}
      where new.${column} is not null
        and not exists (select 1 from facet_value where kind = '${kind}' and value = new.${column});`,
  ).join('');
  await sql`
    create trigger contact_facet_added after insert on contact begin
      ${sql.raw(addValues)}
      insert into contact_facet select ${facetsOf('new')};
    end`.execute(database);
  await sql`
    create trigger contact_facet_changed after update on contact begin
      ${sql.raw(addValues)}
      delete from contact_facet where row_id = old.row_id;
      insert into contact_facet select ${facetsOf('new')};
    end`.execute(database);
  await sql`
    create trigger contact_facet_removed after delete on contact begin
      delete from contact_facet where row_id = old.row_id;
    end`.execute(database);
}

/** Each name once in front of the others. */
function rotations(names: readonly string[]): readonly (readonly string[])[] {
  return names.map((name) => [name, ...names.filter((other) => other !== name)]);
}

/** The columns of `contact_facet` for a row of contacts; 0 stands for nothing. */
function facetsOf(row: 'contact' | 'new') {
  const named = NAMED.map(
    ([kind, column]) =>
      `coalesce(
        (select number from facet_value where kind = '${kind}' and value = ${row}.${column}), 0)`,
  );
  return sql.raw(`
    ${row}.row_id, ${named.join(', ')},
    case ${row}.feeling when 'never' then 1 when 'rarely' then 2 when 'sometimes' then 3
      when 'often' then 4 when 'always' then 5 else 0 end,
    case ${row}.next_step when 'nothing' then 1 when 'promise' then 2 when 'task' then 3
      when 'action' then 4 else 5 end,
    ${row}.sensitivity = 'restricted', ${row}.withdrawn, ${row}.amendments > 0`);
}
