import { type ContactChanges, contactChangesSchema } from '#shared/domain/contacts/contact.ts';
import { amendedFromSchema, settledPlaceSchema } from '#shared/domain/contacts/contact-content.ts';

import { rebuildContact } from '../../store/repositories/contact-rebuild.ts';
import { type EntityTable, numberOrNull, textOf } from './entity-table.ts';

/** What a correction says is in the contact; the rows of it stand beside it. */
export const amendmentTable: EntityTable = {
  async has(tables, id) {
    return (await contactOf(tables, id)) !== undefined;
  },
  async write(tables, id, fields) {
    const contactId = textOf(fields, 'contactId');
    const arrived = {
      id,
      contactId,
      authorId: textOf(fields, 'authorId'),
      madeAt: textOf(fields, 'madeAt'),
      note: textOf(fields, 'note'),
      // Of a newer desk there may be more than is known here: it is kept.
      changes: contactChangesSchema.loose().parse(fields['changes']) as ContactChanges,
      known: numberOrNull(fields, 'position') ?? 1,
      place: settledPlaceSchema.nullish().parse(fields['place']) ?? null,
      was: amendedFromSchema.nullish().parse(fields['was']) ?? null,
    };
    await rebuildContact(tables, contactId, (others) => [
      ...others.filter((other) => other.id !== id),
      arrived,
    ]);
  },
  async remove(tables, id) {
    const contactId = await contactOf(tables, id);
    if (contactId === undefined) return;
    await rebuildContact(tables, contactId, (all) => all.filter((other) => other.id !== id));
  },
};

async function contactOf(tables: Parameters<EntityTable['has']>[0], id: string) {
  const row = await tables
    .selectFrom('contact_amendment')
    .select('contact_id')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.contact_id;
}
