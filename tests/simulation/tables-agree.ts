import type { ContactChanges } from '#shared/domain/contacts/contact.ts';
import {
  amended,
  type ContactContent,
  inOrderOfAmendment,
} from '#shared/domain/contacts/contact-content.ts';
import { type Fields, referencedBy } from '#shared/domain/operations/entity-rules.ts';
import { standingMerges } from '#shared/domain/parties/standing-merges.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';

import type { ReadHandle } from '../../workbench/store/handles.ts';
import { hold } from './broken.ts';

interface Known {
  readonly id: string;
  readonly version: number;
  readonly fields: Fields;
}

/** What of the desk's own is shown though the centre did not take it. */
type Refused = ReadonlySet<string>;

/** The tables of the screens say what the centre's rows say, and hold besides only what it did not take. */
export async function tablesAgree(read: ReadHandle): Promise<void> {
  const rows = await read
    .selectFrom('shadow')
    .select(['entity', 'entity_id', 'version', 'fields'])
    .execute();
  const known = (entity: string): readonly Known[] =>
    rows
      .filter((row) => row.entity === entity)
      .map(({ entity_id: id, version, fields }) => ({
        id,
        version,
        fields: JSON.parse(fields) as Fields,
      }));
  const ended = await read
    .selectFrom('operation')
    .select('entity_id')
    .where('state', 'in', ['rejected', 'quarantined'])
    .execute();
  const refused = new Set(ended.map((row) => row.entity_id));
  await everyRowIsThere(read, known);
  await contactsAgree(read, known('contact'), known('amendment'), refused);
  await promisesAgree(read, known('promise'), refused);
  await partiesAgree(read, known('party'), known('party-merge'), refused);
  await viewsAgree(read, known('saved-view'), refused);
  await codesAgree(read, known('code'));
}

const SHOWN_IN = {
  officer: 'officer',
  partner: 'partner',
  party: 'party',
  'party-merge': 'party_merge',
  post: 'post',
  contact: 'contact',
  amendment: 'contact_amendment',
  attachment: 'attachment',
  promise: 'promise',
  'saved-view': 'saved_view',
} as const;

async function everyRowIsThere(
  read: ReadHandle,
  known: (entity: string) => readonly Known[],
): Promise<void> {
  for (const [entity, table] of Object.entries(SHOWN_IN)) {
    const rows = await read.selectFrom(table).select('id').execute();
    const there = new Set(rows.map(({ id }) => id));
    hold(
      known(entity).every(({ id }) => there.has(id)),
      `every ${entity} of the centre is in the tables of the screens`,
    );
  }
}

function requireKnown<Row extends { readonly id: string }>(
  what: string,
  shown: readonly Row[],
  known: readonly Known[],
  refused: Refused,
): readonly (readonly [Row, Known])[] {
  const byId = new Map(known.map((one) => [one.id, one]));
  return shown.flatMap((row) => {
    const twin = byId.get(row.id);
    hold(
      twin !== undefined || refused.has(row.id),
      `a ${what} without the centre’s version is one that it did not take`,
    );
    return twin === undefined ? [] : [[row, twin] as const];
  });
}

/** A contact reads as it was submitted, with the amendments of every desk applied in their order. */
async function contactsAgree(
  read: ReadHandle,
  contacts: readonly Known[],
  amendments: readonly Known[],
  refused: Refused,
): Promise<void> {
  const shown = await read
    .selectFrom('contact')
    .leftJoin('contact_place', 'contact_place.row_id', 'contact.row_id')
    .leftJoin('contact_facet', 'contact_facet.row_id', 'contact.row_id')
    .selectAll('contact')
    .select(['contact_place.west', 'contact_facet.restricted', 'contact_facet.withdrawn as out'])
    .execute();
  const beside = await read
    .selectFrom('contact_amendment')
    .selectAll()
    .orderBy('position')
    .execute();
  requireKnown('amendment', beside, amendments, refused);
  for (const [row, { fields, version }] of requireKnown('contact', shown, contacts, refused)) {
    const own = beside.filter((one) => one.contact_id === row.id);
    const expected = inOrderOfAmendment(
      own.map((one) => {
        const twin = amendments.find(({ id }) => id === one.id)?.fields;
        return {
          id: one.id,
          position: Number(twin?.['position'] ?? one.known),
          changes: (twin?.['changes'] ?? JSON.parse(one.changes)) as ContactChanges,
          place: (twin?.['place'] ?? (one.place && JSON.parse(one.place))) as null,
        };
      }),
    );
    hold(
      own.every((one, at) => one.position === at + 1 && one.id === expected[at]?.id) &&
        row.amendments === own.length &&
        amendments.filter((one) => one.fields['contactId'] === row.id).length <= own.length,
      'a contact has every amendment, in the order of all desks',
    );
    const submitted = contentFrom(fields);
    const content = expected.reduce<ContactContent>(amended, submitted);
    hold(
      row.summary === content.summary &&
        row.occurred_at === content.occurredAt &&
        row.street_id === content.streetId &&
        row.longitude === (content.position?.[0] ?? null) &&
        row.feeling === content.feeling &&
        (row.withdrawn === 1) === content.withdrawn &&
        row.neighbourhood_id === content.neighbourhoodId &&
        row.sensitivity === content.sensitivity &&
        row.version === version,
      'a contact is shown as the centre has it, with its amendments',
    );
    hold(
      (row.west === null) === (row.longitude === null) &&
        row.restricted === (row.sensitivity === 'restricted' ? 1 : 0) &&
        row.out === row.withdrawn,
      'what lists and maps are asked by follows the contact',
    );
    const texts = [row.summary, ...own.map(({ note }) => note)];
    for (const text of texts)
      hold(await finds(read, text, row.row_id), 'a contact is found by its texts');
    const original = await read
      .selectFrom('contact_original')
      .select('fields')
      .where('contact_id', '=', row.id)
      .executeTakeFirst();
    hold(
      (original === undefined) === (own.length === 0) &&
        (original === undefined ||
          (JSON.parse(original.fields) as ContactContent).summary === submitted.summary),
      'what was submitted stays readable',
    );
  }
}

async function finds(read: ReadHandle, text: string, rowId: number): Promise<boolean> {
  const found = await read
    .selectFrom('contact_text')
    .select('rowid')
    .where('contact_text' as 'rowid', 'match' as '=', `"${text}"` as never)
    .where('rowid', '=', rowId)
    .executeTakeFirst();
  return found !== undefined;
}

function contentFrom(fields: Fields): ContactContent {
  return {
    ...(fields as object as ContactContent),
    parties: referencedBy(fields, 'parties'),
    problems: referencedBy(fields, 'problems'),
  };
}

async function promisesAgree(
  read: ReadHandle,
  promises: readonly Known[],
  refused: Refused,
): Promise<void> {
  const shown = await read
    .selectFrom('promise')
    .select(['id', 'text', 'outcome', 'state', 'version'])
    .execute();
  for (const [row, { fields, version }] of requireKnown('promise', shown, promises, refused)) {
    hold(
      row.text === fields['text'] &&
        row.outcome === fields['outcome'] &&
        row.state === fields['state'] &&
        row.version === version,
      'a promise is shown as the centre has it',
    );
  }
}

async function partiesAgree(
  read: ReadHandle,
  parties: readonly Known[],
  merges: readonly Known[],
  refused: Refused,
): Promise<void> {
  const shown = await read.selectFrom('party').select(['id', 'reach', 'version']).execute();
  const changes = await read
    .selectFrom('party_change')
    .select(['party_id', 'id', 'author_id as authorId', 'made_at as madeAt', 'fields'])
    .orderBy('position')
    .execute();
  for (const [row, { fields, version }] of requireKnown('party', shown, parties, refused)) {
    hold(
      row.reach === fields['reach'] && row.version === version,
      'a party is shown as the centre has it',
    );
    const history = changes
      .filter((change) => change.party_id === row.id)
      .map(({ id, authorId, madeAt, fields: text }) => ({
        id,
        authorId,
        madeAt,
        fields: JSON.parse(text) as object,
      }));
    hold(
      canonicalJson(history) === canonicalJson(fields['history'] ?? null),
      'the history of a party is that of the centre',
    );
  }
  const links = await read.selectFrom('party_merge').selectAll().execute();
  for (const [row, { fields, version }] of requireKnown('merge', links, merges, refused)) {
    hold(
      row.made_by === fields['madeBy'] &&
        (row.undone_at !== null) === fields['undone'] &&
        row.undone_by === fields['undoneBy'] &&
        row.version === version,
      'a merge is shown as the centre has it',
    );
  }
  const open = links
    .filter((row) => row.undone_at === null)
    .map((row) => ({ id: row.id, partyId: row.party_id, intoId: row.into_id }));
  const standing = standingMerges(open);
  hold(
    links.every((row) => (row.stands === 1) === standing.has(row.id)),
    'exactly those merges hold that the rule says',
  );
}

async function viewsAgree(
  read: ReadHandle,
  views: readonly Known[],
  refused: Refused,
): Promise<void> {
  const shown = await read.selectFrom('saved_view').selectAll().execute();
  for (const [row, { fields, version }] of requireKnown('view', shown, views, refused)) {
    hold(
      row.name === fields['name'] &&
        row.owner_id === fields['ownerId'] &&
        (row.shared === 1) === fields['shared'] &&
        (row.deleted === 1) === fields['deleted'] &&
        row.version === version,
      'a view is shown as the centre has it',
    );
  }
}

/** Of two rows for one code the one with the smaller id is shown, at every desk. */
async function codesAgree(read: ReadHandle, codes: readonly Known[]): Promise<void> {
  const shown = await read.selectFrom('code').selectAll().execute();
  const first = new Map<string, Known>();
  for (const code of [...codes].sort((one, other) => (one.id < other.id ? -1 : 1))) {
    const key = `${String(code.fields['list'])} ${String(code.fields['code'])}`;
    if (!first.has(key)) first.set(key, code);
  }
  for (const [key, { id, fields, version }] of first) {
    const row = shown.find((one) => `${one.list} ${one.code}` === key);
    hold(
      row?.id === id && row.name_fr === fields['nameFr'] && row.version === version,
      'a code that two desks added is the same one everywhere',
    );
  }
}
