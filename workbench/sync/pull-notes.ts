import { sql } from 'kysely';

import type { Instant } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';
import type { PullMessage } from '#shared/protocol/pull.ts';

import { RELEASED, releasedRow } from './put-result.ts';
import type { RowKey } from './row-key.ts';
import type { Tables } from './tables/entity-table.ts';

/** What a pull brings, work of this desk that was set aside and then released as well, noted along the way for the officer. Stored by `save`, in the pull's transaction. */
export interface PullNotes {
  /** Before the message is applied: of scopes that go, what is in them is counted now. */
  note(message: PullMessage): Promise<void>;
  save(now: Instant): Promise<void>;
}

/** Rows of one pull that are named; of more, only how many. */
const SAMPLES = 20;
/** Pulls that are remembered. */
const ARRIVALS = 50;

interface RightsChange {
  readonly gained: readonly string[];
  readonly lost: readonly string[];
  readonly rowsLeft: number;
  readonly unsent: readonly Id[];
}

/** Rows that came by one commit. */
interface Tally {
  readonly counts: Record<string, number>;
  readonly samples: RowKey[];
}

export async function takePullNotes(tables: Tables): Promise<PullNotes> {
  // Only a desk that waits for an answer can receive what it did itself: without it, commits are counted as one,
  // so that a first transfer of a million rows leaves nothing in memory.
  const waits = await awaitsOutcome(tables);
  const tallies = new Map<number, Tally>();
  /** Commits that carried out what this desk had asked: their rows are no news here. */
  const own = new Set<number>();
  const setAside: Id[] = [];
  const released: RowKey[] = [];
  const gone: number[] = [];
  let rights: RightsChange | undefined;
  let last: RowKey | undefined;
  const count = ({ entity, id }: RowKey, seq: number): void => {
    // One row in several scopes comes several times at a stretch.
    if (last?.id === id && last.entity === entity) return;
    last = { entity, id };
    const commit = waits ? seq : 0;
    const tally = tallies.get(commit) ?? { counts: {}, samples: [] };
    tallies.set(commit, tally);
    tally.counts[entity] = (tally.counts[entity] ?? 0) + 1;
    tally.samples.push(last);
    if (tally.samples.length > 2 * SAMPLES) tally.samples.splice(0, SAMPLES);
  };
  return {
    async note(message) {
      if (message.type === 'scopes') rights = await rightsChange(tables, message.scopes);
      else if (message.type === 'row') count(message, message.seq);
      else if (message.type === 'gone') {
        if (message.reason !== 'left') gone.push(message.seq);
      } else if (message.type === 'result') {
        own.add(message.seq);
        if (message.outcome === 'quarantined') setAside.push(message.opId);
        const taken = waits ? await releasedRow(tables, message) : undefined;
        if (taken !== undefined) released.push(taken);
      }
    },
    async save(now) {
      const news = [...tallies].flatMap(([commit, tally]) => (own.has(commit) ? [] : [tally]));
      const removed = gone.filter((seq) => !own.has(seq)).length;
      if (released.length > 0) {
        news.push({ counts: { [RELEASED]: released.length }, samples: released });
      }
      if (news.length + removed > 0) await saveArrival(tables, now, news, removed);
      if (rights === undefined) return;
      const { gained, lost, rowsLeft, unsent } = rights;
      const touched = lost.length === 0 ? [] : [...new Set([...unsent, ...setAside])];
      await tables
        .insertInto('rights_change')
        .values({
          noticed_at: now,
          gained: JSON.stringify(gained),
          lost: JSON.stringify(lost),
          rows_left: rowsLeft,
          unsent: JSON.stringify(touched),
          seen_at: null,
        })
        .execute();
    },
  };
}

async function awaitsOutcome(tables: Tables): Promise<boolean> {
  const found = await tables
    .selectFrom('operation')
    .select('op_id')
    .where('state', 'in', ['only-here', 'under-way', 'quarantined'])
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** Undefined when the desk may see what it could see, and at its first pull. */
async function rightsChange(
  tables: Tables,
  given: Readonly<Record<string, number>>,
): Promise<RightsChange | undefined> {
  const known = await tables.selectFrom('sync_scope').select('scope').execute();
  const held = known.map(({ scope }) => scope);
  const gained = Object.keys(given).filter((scope) => !held.includes(scope));
  const lost = held.filter((scope) => !Object.hasOwn(given, scope));
  if (held.length === 0 || gained.length + lost.length === 0) return undefined;
  if (lost.length === 0) return { gained, lost, rowsLeft: 0, unsent: [] };
  const gone = JSON.stringify(lost);
  const leaving = sql<{ entity: string; entity_id: string }>`
    select distinct entity, entity_id from row_scope
    where scope in (select value from json_each(${gone})) and not exists (
      select 1 from row_scope as other
      where other.entity = row_scope.entity and other.entity_id = row_scope.entity_id
        and other.scope not in (select value from json_each(${gone})))`;
  const counted = await sql<{ rows: number }>`
    select count(*) as rows from (${leaving})`.execute(tables);
  const waiting = await sql<{ op_id: Id }>`
    select op_id from operation
    where state in ('only-here', 'under-way')
      and (entity, entity_id) in (${leaving})
    order by device_seq`.execute(tables);
  return {
    gained,
    lost,
    rowsLeft: counted.rows[0]?.rows ?? 0,
    unsent: waiting.rows.map((row) => row.op_id),
  };
}

async function saveArrival(
  tables: Tables,
  now: Instant,
  news: readonly Tally[],
  removed: number,
): Promise<void> {
  const counts: Record<string, number> = {};
  for (const tally of news) {
    for (const [entity, rows] of Object.entries(tally.counts)) {
      counts[entity] = (counts[entity] ?? 0) + rows;
    }
  }
  const samples = news.flatMap((tally) => tally.samples).slice(-SAMPLES);
  await tables
    .insertInto('arrival')
    .values({
      arrived_at: now,
      counts: JSON.stringify(counts),
      samples: JSON.stringify(samples),
      removed,
    })
    .execute();
  await sql`
    delete from arrival where position <= (select max(position) from arrival) - ${ARRIVALS}`.execute(
    tables,
  );
}
