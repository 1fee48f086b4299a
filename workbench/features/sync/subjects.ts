import type { Subject } from '#shared/contract/sync-lines.ts';
import { rulesOf } from '#shared/domain/operations/entity-registry.ts';
import type { Change, Entity, Json } from '#shared/domain/operations/operation.ts';
import { typedTexts } from '#shared/domain/operations/typed-texts.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle } from '../../store/handles.ts';

/** A row, with what an operation said of it where one did. */
export interface SubjectKey {
  readonly entity: Entity;
  readonly id: Id;
  readonly change?: Change;
}

/** Characters of a text that a line shows. */
const LONGEST_LINE = 160;

/** Known by what they are called, whatever an operation says of them. */
const CALLED_BY_NAME: ReadonlySet<Entity> = new Set(['party', 'territory-import']);

const NOTHING: Subject = {
  text: '',
  streetNameNl: '',
  streetNameFr: '',
  houseNumber: '',
  contactId: null,
  partyId: null,
  isRestricted: false,
};

/** What these are about, in their order: as the row says it now, else as the operation said it. */
export async function subjectsOf(
  read: ReadHandle,
  keys: readonly SubjectKey[],
): Promise<readonly Subject[]> {
  const promises = await promisesOf(read, idsOf(keys, 'promise'));
  const files = await attachmentsOf(read, idsOf(keys, 'attachment'));
  const parents = new Map<Id, { readonly contactId: Id }>([...promises, ...files]);
  const contactIds = keys.flatMap((key) => contactOf(key, parents) ?? []);
  const contacts = await contactsOf(read, contactIds);
  const parties = await partiesOf(read, idsOf(keys, 'party'));
  const officers = await officersOf(read, idsOf(keys, 'officer'));
  const codes = await codesOf(read, idsOf(keys, 'code'));
  const imports = await importedFilesOf(read, idsOf(keys, 'territory-import'));
  return keys.map((key) => {
    const said = saidIn(key);
    const contactId = contactOf(key, parents);
    const contact = contactId === undefined ? undefined : contacts.get(contactId);
    const named =
      key.entity === 'promise'
        ? promises.get(key.id)?.text
        : key.entity === 'contact'
          ? contact?.summary
          : (parties.get(key.id) ??
            officers.get(key.id) ??
            codes.get(key.id) ??
            imports.get(key.id));
    const text = shortened(said === '' || CALLED_BY_NAME.has(key.entity) ? (named ?? said) : said);
    const isParty = key.entity === 'party' && parties.has(key.id);
    return {
      ...NOTHING,
      text,
      ...(contact && {
        streetNameNl: contact.streetNameNl,
        streetNameFr: contact.streetNameFr,
        houseNumber: contact.houseNumber,
        contactId: contactId ?? null,
      }),
      partyId: isParty ? key.id : null,
      isRestricted:
        contact?.sensitivity === 'restricted' ||
        given(key)['sensitivity'] === 'restricted' ||
        // Whether a contact that is not here is restricted, nobody can tell.
        (hangsOnContact(key.entity) && contact === undefined && text !== ''),
    };
  });
}

/**
 * Of a contact what it says happened, else the first text that somebody typed; the house number stands with its
 * street.
 */
function saidIn({ entity, change = NO_CHANGE }: SubjectKey): string {
  const texts = typedTexts(change).filter(({ field }) => field !== 'houseNumber');
  const summary = entity === 'contact' && texts.find(({ field }) => field === 'summary');
  return (summary || texts[0])?.text ?? '';
}

const NO_CHANGE: Change = { kind: 'patch', fields: {} };

function given({ change = NO_CHANGE }: SubjectKey): Readonly<Record<string, Json>> {
  return change.kind === 'patch' ? change.fields : change.arguments;
}

/** The contact that a row belongs to; it may not be here. */
function contactOf(
  key: SubjectKey,
  parents: ReadonlyMap<Id, { readonly contactId: Id }>,
): Id | undefined {
  if (key.entity === 'contact') return key.id;
  const parent = parents.get(key.id)?.contactId ?? given(key)['contactId'];
  return typeof parent === 'string' ? parent : undefined;
}

function hangsOnContact(entity: Entity): boolean {
  const placement = rulesOf(entity)?.placement;
  return placement?.kind === 'parent' && placement.entity === 'contact';
}

function idsOf(keys: readonly SubjectKey[], entity: Entity): readonly Id[] {
  return keys.filter((key) => key.entity === entity).map(({ id }) => id);
}

async function contactsOf(read: ReadHandle, ids: readonly Id[]) {
  if (ids.length === 0) return new Map<Id, never>();
  const rows = await read
    .selectFrom('contact')
    .innerJoin('street', 'street.id', 'contact.street_id')
    .select([
      'contact.id',
      'contact.summary',
      'contact.house_number as houseNumber',
      'contact.sensitivity',
      'street.name_nl as streetNameNl',
      'street.name_fr as streetNameFr',
    ])
    .where('contact.id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

async function promisesOf(read: ReadHandle, ids: readonly Id[]) {
  if (ids.length === 0) return new Map<Id, never>();
  const rows = await read
    .selectFrom('promise')
    .select(['id', 'text', 'contact_id as contactId'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

async function attachmentsOf(read: ReadHandle, ids: readonly Id[]) {
  if (ids.length === 0) return new Map<Id, never>();
  const rows = await read
    .selectFrom('attachment')
    .select(['id', 'contact_id as contactId'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

async function partiesOf(read: ReadHandle, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
  if (ids.length === 0) return new Map();
  const rows = await read
    .selectFrom('party')
    .select(['id', 'name'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function officersOf(read: ReadHandle, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
  if (ids.length === 0) return new Map();
  const rows = await read
    .selectFrom('officer')
    .select(['id', 'display_name as name'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function codesOf(read: ReadHandle, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
  if (ids.length === 0) return new Map();
  const rows = await read
    .selectFrom('code')
    .select(['id', 'name_nl as name'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function importedFilesOf(
  read: ReadHandle,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, string>> {
  if (ids.length === 0) return new Map();
  const rows = await read
    .selectFrom('territory_import')
    .select(['id', 'file_name as name'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function shortened(text: string): string {
  return text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE).trimEnd()}…` : text;
}
