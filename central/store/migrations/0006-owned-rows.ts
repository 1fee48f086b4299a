import { type Kysely, sql } from 'kysely';

/**
 * The second wall, for rows that only their owner writes, whoever sees them: a view that is shared lies in
 * a scope of many. Whom a row belongs to is told by its own scopes, where it was and where it will be.
 */
const WRITERS = [
  `alter table entity_writers drop constraint entity_writers_writers_check`,
  `alter table entity_writers add constraint entity_writers_writers_check
    check (writers in ('leaders', 'administrators', 'owner'))`,
  `insert into entity_writers values ('saved-view', 'owner', false)`,
  `create function entities_of_owners() returns text[]
    language sql stable security definer set search_path from current as $$
    select coalesce(array_agg(entity), '{}') from entity_writers where writers = 'owner'
  $$`,
  `grant execute on function entities_of_owners() to wijkwerk_push`,
];

const ZONE = `zone = (select current_setting('wijkwerk.zone', true))`;
const ROLE = `(select writing_role())`;
const OFFICER = `(select current_setting('wijkwerk.officer', true))`;
const SELF = `(entity_id = ${OFFICER}
  and entity = any ((select entities_about_oneself())::text[]))`;
const OWNED_ENTITY = `entity = any ((select entities_of_owners())::text[])`;
const OWN = `(('user:' || ${OFFICER}) = any (scopes))`;
const BY_WRITERS = `(entity = any ((select entities_written_by(writing_role()))::text[]) or ${SELF})`;
const FOLLOWS_WRITERS = `entity = any ((select entities_of_writers())::text[])`;
const SEEN = `scopes && (select visible_scopes())::text[]`;
const DELETED = `(state = 'deleted' and cardinality(scopes) = 0)`;

/** What may be changed, as it was. */
const BEFORE = `${ZONE} and ${ROLE} is not null and (
  ${ROLE} = 'data-protection-officer'
  or case when ${OWNED_ENTITY} then ${OWN} when ${FOLLOWS_WRITERS} then ${BY_WRITERS} else ${SEEN} end)`;

/**
 * What may come of it. What is deleted belongs to nobody any more, so whom it belonged to counts as well:
 * erasing is for one role, which takes nothing else away from others.
 */
const AFTER = `${ZONE} and ${ROLE} is not null and case
  when state = 'erased' then ${ROLE} = 'data-protection-officer'
  when ${OWNED_ENTITY} then (${OWN} or ${DELETED})
    and not lies_beyond(entity, entity_id, array['user:' || ${OFFICER}])
  when ${FOLLOWS_WRITERS} then ${BY_WRITERS}
  when ${ROLE} = 'data-protection-officer'
    and lies_beyond(entity, entity_id, (select visible_scopes())::text[]) then false
  else ${SEEN} or ${DELETED} end`;

export async function up(database: Kysely<never>): Promise<void> {
  for (const statement of [
    ...WRITERS,
    `alter policy push_adds_row on entity_row with check (${AFTER})`,
    `alter policy push_changes_row on entity_row using (${BEFORE}) with check (${AFTER})`,
  ]) {
    await sql.raw(statement).execute(database);
  }
}
