import { type Disclosed, disclosedSchema, type Disclosure } from '#shared/contract/exports.ts';
import { boardFilterSchema } from '#shared/domain/board/board-view.ts';
import { contactViewSchema } from '#shared/domain/contacts/contact-view.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle, WriteHandle } from '../handles.ts';

export type NewDisclosure = Omit<Disclosure, 'officerName' | 'subject'> & {
  readonly officerId: Id;
  readonly subject: Disclosed;
};

/** Adds one; the same id again changes nothing. */
export async function insertDisclosure(
  { tables }: WriteHandle,
  made: NewDisclosure,
): Promise<void> {
  await tables
    .insertInto('disclosure')
    .values({
      id: made.id,
      made_at: made.madeAt,
      officer_id: made.officerId,
      format: made.format,
      items: made.items,
      restricted: made.include.restricted ? 1 : 0,
      assessments: made.include.assessments ? 1 : 0,
      recipient: made.recipient,
      what: made.subject.what,
      subject: JSON.stringify(made.subject),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/** The newest first, those before `before`. */
export async function listDisclosures(
  read: ReadHandle,
  before: Id | null,
  limit: number,
): Promise<readonly Disclosure[]> {
  let query = read
    .selectFrom('disclosure')
    .innerJoin('officer', 'officer.id', 'disclosure.officer_id')
    .select([
      'disclosure.id',
      'disclosure.made_at',
      'officer.display_name',
      'disclosure.format',
      'disclosure.items',
      'disclosure.restricted',
      'disclosure.assessments',
      'disclosure.recipient',
      'disclosure.what',
      'disclosure.subject',
    ])
    // Ids begin with the moment they were made.
    .orderBy('disclosure.id', 'desc')
    .limit(limit);
  if (before !== null) query = query.where('disclosure.id', '<', before);
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.id,
    madeAt: row.made_at,
    officerName: row.display_name,
    format: row.format,
    items: row.items,
    include: { restricted: row.restricted === 1, assessments: row.assessments === 1 },
    recipient: row.recipient,
    subject: subjectOf(row.what, JSON.parse(row.subject) as object),
  }));
}

/** What a newer application wrote and this one cannot read is said to be unknown, not left out. */
function subjectOf(what: string, stored: object): Disclosed | null {
  if (what === 'contacts') {
    const view = 'view' in stored ? stored.view : null;
    return { what, view: contactViewSchema.nullable().catch(null).parse(view) };
  }
  if (what === 'calendar') {
    const board = 'board' in stored ? stored.board : null;
    return { what, board: boardFilterSchema.nullable().catch(null).parse(board) };
  }
  return disclosedSchema.nullable().catch(null).parse(stored);
}
