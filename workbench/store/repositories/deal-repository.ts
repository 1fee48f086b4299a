/** What partners and the team still have to do for each other. */
import { sql } from 'kysely';

import type { DealSide } from '#shared/domain/actions/deal.ts';
import type { Day } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle } from '../handles.ts';

/** Where, and of whom: the owner or cover of its action, or who of the team does it. Null does not narrow. */
export interface DealsAt {
  readonly neighbourhoods: readonly Id[] | null;
  readonly officerIds: readonly Id[] | null;
}

/** A part that one side of a deal has yet to do. */
export interface DuePart {
  /** Of the deal. */
  readonly id: Id;
  readonly side: DealSide;
  readonly dossierId: Id;
  readonly actionId: Id;
  /** Empty for one that is not known here. */
  readonly partnerName: string;
  readonly what: string;
  readonly dueOn: Day;
}

/**
 * How many parts of deals were due up to a day and are open, and the longest due of them, at most `limit` (null for all),
 * each side for itself. An action that ended keeps what was agreed for it until it is done or withdrawn.
 */
export async function partsDue(
  read: ReadHandle,
  upTo: Day,
  at: DealsAt,
  limit: number | null,
): Promise<{ readonly total: number; readonly rows: readonly DuePart[] }> {
  const all = partsOf(read, 'they', upTo, at).unionAll(partsOf(read, 'we', upTo, at));
  const rows = read
    .selectFrom(all.as('part'))
    .leftJoin('partner', 'partner.id', 'part.partnerId')
    .select(['part.id', 'part.side', 'part.dossierId', 'part.actionId', 'part.dueOn'])
    .select(({ fn, val }) => [
      fn.coalesce('part.what', val('')).as('what'),
      fn.coalesce('partner.name', val('')).as('partnerName'),
    ])
    .orderBy('part.dueOn')
    .orderBy('part.id')
    .orderBy('part.side');
  const shown = await (limit === null ? rows : rows.limit(limit)).execute();
  if (limit === null || shown.length < limit) return { total: shown.length, rows: shown };
  const { total } = await read
    .selectFrom(all.as('part'))
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { total, rows: shown };
}

/** The dossiers with a part that was due up to a day and is open. */
export function dossiersWithPartsDue(read: ReadHandle, upTo: Day) {
  return openParts(read, 'they', upTo)
    .select('deal.dossier_id')
    .union(openParts(read, 'we', upTo).select('deal.dossier_id'));
}

const field = (name: string) => sql<string>`deal.fields ->> ${sql.lit(`$.${name}`)}`;

/** The text of the conditions is that of the index of the side. */
function openParts(read: ReadHandle, side: DealSide, upTo: Day) {
  return read
    .selectFrom('casework as deal')
    .where('deal.entity', '=', sql.lit('deal'))
    .where(sql<boolean>`deal.fields ->> '$.withdrawn' = 0`)
    .where(field(`${side}DoneOn`), 'is', null)
    .where(field(`${side}DueOn`), '<=', upTo);
}

function partsOf(
  read: ReadHandle,
  side: DealSide,
  upTo: Day,
  { neighbourhoods, officerIds }: DealsAt,
) {
  let query = openParts(read, side, upTo)
    .select(['deal.id', 'deal.dossier_id as dossierId', 'deal.action_id as actionId'])
    .select([
      sql.lit(side).as('side'),
      field(`${side}DueOn`).as('dueOn'),
      field(`${side}Do`).as('what'),
      field('partnerId').as('partnerId'),
    ]);
  if (neighbourhoods) {
    query = query.where('deal.dossier_id', 'in', (from) =>
      from.selectFrom('board_dossier').select('id').where('neighbourhood_id', 'in', neighbourhoods),
    );
  }
  if (officerIds) {
    query = query.where(({ or, eb, selectFrom }) =>
      or([
        eb(
          'deal.action_id',
          'in',
          selectFrom('board_action')
            .select('id')
            .where((one) =>
              one.or([one('owner_id', 'in', officerIds), one('cover_id', 'in', officerIds)]),
            ),
        ),
        eb(field('weWhoId'), 'in', officerIds),
      ]),
    );
  }
  return query;
}
