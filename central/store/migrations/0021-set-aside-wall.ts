import { type Kysely, sql } from 'kysely';

/**
 * The second wall, for what was set aside: whoever looks through it does so as the role that reads for desks,
 * and is shown what somebody in charge may decide on. Erasing is for one role; entities with writers of their
 * own are for those; what the centre does not know yet is for who leads; anything else is for who sees where
 * its row is, and where it would be. Where that is, is told from the row, from what the operation says, and
 * from what it hangs on, which may have been set aside as well. A test compares the entities with the rules.
 */
const ZONE = `zone = (select current_setting('wijkwerk.zone', true))`;

const STATEMENTS = [
  `create table entity_placement (
    entity text collate "C" not null primary key,
    kind text not null check (kind in ('reference', 'people', 'owner', 'neighbourhood', 'parent')),
    field text,
    author text,
    sensitivity text,
    shared text,
    parent text
  )`,
  `insert into entity_placement (entity, kind, field, author, sensitivity, shared, parent) values
    ('contact', 'neighbourhood', 'neighbourhoodId', 'authorId', 'sensitivity', null, null),
    ('fact-batch', 'neighbourhood', 'neighbourhoodId', 'authorId', null, null, null),
    ('dossier', 'neighbourhood', 'neighbourhoodId', 'authorId', null, null, null),
    ('promise', 'parent', 'contactId', null, null, null, 'contact'),
    ('amendment', 'parent', 'contactId', null, null, null, 'contact'),
    ('attachment', 'parent', 'contactId', null, null, null, 'contact'),
    ('action', 'parent', 'dossierId', null, null, null, 'dossier'),
    ('measure', 'parent', 'dossierId', null, null, null, 'dossier'),
    ('delivery', 'parent', 'dossierId', null, null, null, 'dossier'),
    ('means-step', 'parent', 'dossierId', null, null, null, 'dossier'),
    ('deal', 'parent', 'dossierId', null, null, null, 'dossier'),
    ('party', 'people', null, null, null, null, null),
    ('party-merge', 'people', null, null, null, null, null),
    ('saved-view', 'owner', 'ownerId', null, null, 'shared', null)`,
  `insert into entity_placement (entity, kind)
    select entity, 'reference' from unnest(array['officer', 'post', 'partner', 'territory-import', 'code',
      'fact-source', 'fact-import', 'fact-weights', 'answer-days', 'shift-hours', 'absence',
      'lesson']) as entity`,
  // Where the row would be; null when that cannot be told.
  `create function set_aside_place(
      given_entity text, given_id text, given jsonb, given_device text, depth integer)
    returns text[] language plpgsql stable security definer set search_path from current as $$
    declare
      placed entity_placement;
      said jsonb;
      place text;
      own text[] := '{}';
      above text[];
      waiting jsonb;
    begin
      select * into placed from entity_placement where entity = given_entity;
      if not found or depth > 8 then return null; end if;
      select coalesce((select r.fields from entity_row r
        where r.zone = current_setting('wijkwerk.zone', true) and r.entity = given_entity
          and r.entity_id = given_id), '{}') || coalesce(given, '{}') into said;
      if placed.kind = 'reference' then return array['reference']; end if;
      if placed.kind = 'people' then return array['people']; end if;
      if placed.kind = 'parent' then
        if jsonb_typeof(said -> placed.field) is distinct from 'string' then return null; end if;
        select r.scopes into above from entity_row r
        where r.zone = current_setting('wijkwerk.zone', true) and r.entity = placed.parent
          and r.entity_id = said ->> placed.field and r.state = 'present';
        if found then return above; end if;
        select o.change into waiting from operation o
        join quarantine q on q.zone = o.zone and q.op_id = o.op_id
        where o.zone = current_setting('wijkwerk.zone', true) and o.entity = placed.parent
          and o.entity_id = said ->> placed.field and o.device_id = given_device
          and o.change is not null
        order by o.device_seq limit 1;
        if not found then return null; end if;
        return set_aside_place(placed.parent, said ->> placed.field,
          coalesce(waiting -> 'fields', waiting -> 'arguments'), given_device, depth + 1);
      end if;
      if jsonb_typeof(said -> coalesce(placed.author, placed.field)) = 'string' then
        own := array['user:' || (said ->> coalesce(placed.author, placed.field))];
      end if;
      if placed.kind = 'owner' then
        return case when said -> placed.shared = 'true' then own || 'people'::text else own end;
      end if;
      place := case when jsonb_typeof(said -> placed.field) = 'string'
        then 'neighbourhood:' || (said ->> placed.field) else 'unplaced' end;
      if placed.sensitivity is not null and said ->> placed.sensitivity = 'restricted' then
        return (place || '/restricted') || own;
      end if;
      return case when place = 'unplaced' then place || own else array[place] end;
    end $$`,
  `create function may_decide_on(given_op text) returns boolean
    language plpgsql stable security definer set search_path from current as $$
    declare
      who text := writing_role();
      me text := current_setting('wijkwerk.officer', true);
      seen jsonb := nullif(current_setting('wijkwerk.scopes', true), '')::jsonb;
      asked operation;
      now_there entity_row;
      by_whom entity_writers;
      place text[];
    begin
      if who is null or who = 'officer' or seen is null then return false; end if;
      select * into asked from operation
      where zone = current_setting('wijkwerk.zone', true) and op_id = given_op
        and outcome = 'quarantined' and change is not null;
      if not found then return false; end if;
      if not exists (select from entity_placement where entity = asked.entity) then
        return seen ? 'unplaced';
      end if;
      if asked.change ->> 'kind' = 'command' and asked.change ->> 'name' = 'eraseRow' then
        return who = 'data-protection-officer';
      end if;
      place := set_aside_place(asked.entity, asked.entity_id,
        coalesce(asked.change -> 'fields', asked.change -> 'arguments'), asked.device_id, 0);
      if place is null then return false; end if;
      select * into now_there from entity_row
      where zone = asked.zone and entity = asked.entity and entity_id = asked.entity_id;
      select * into by_whom from entity_writers where entity = asked.entity;
      if by_whom.self and asked.entity_id = me then return true; end if;
      return case by_whom.writers
        when 'administrators' then who = 'administrator'
        when 'leaders' then who in ('team-lead', 'administrator')
        when 'owner' then cardinality(place) = 0 or me = case
          when now_there.entity is null then asked.author_id
          else now_there.fields ->> (select field from entity_placement p where p.entity = asked.entity) end
        else (now_there.state is distinct from 'present' or seen ?| now_there.scopes)
          and (cardinality(place) = 0 or seen ?| place) end;
    end $$`,
  `alter table quarantine enable row level security`,
  // Deciding what a desk pushed judges by all that waits, as by all rows: what it may change is judged there.
  `create policy push_keeps_quarantine on quarantine for all to wijkwerk_push
    using (${ZONE}) with check (${ZONE})`,
  `create policy desk_reads_set_aside on quarantine for select to wijkwerk_desk
    using (${ZONE} and may_decide_on(op_id))`,
  `create policy desk_reads_set_aside on operation for select to wijkwerk_desk
    using (${ZONE} and outcome = 'quarantined' and may_decide_on(op_id))`,
  `grant select on quarantine to wijkwerk_desk`,
  `grant execute on function may_decide_on(text) to wijkwerk_desk`,
];

export async function up(database: Kysely<never>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(database);
}
