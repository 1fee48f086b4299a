import { DEFAULT_COLUMNS, NEWEST_FIRST } from '#shared/domain/contacts/contact-view.ts';
import { OPEN_END } from '#shared/lib/dates.ts';
import { type Id, makeId } from '#shared/lib/ids.ts';
import { pick, randomBytes } from '#shared/lib/random.ts';

import { addCode, changeCode } from '../../workbench/features/codes/index.ts';
import { amendContact } from '../../workbench/features/contacts/index.ts';
import {
  changeParty,
  mergeParties,
  unmergeParties,
} from '../../workbench/features/parties/index.ts';
import {
  changeView,
  removeView,
  restoreView,
  saveView,
} from '../../workbench/features/views/index.ts';
import { anyContact } from './contact-steps.ts';
import type { Deed } from './ledger.ts';
import type { Member, World } from './world.ts';

/** What is done with all that several officers work on: corrections, persons, views, codes. */
type TypedText = (what: string) => string;

const newId = ({ zone, random }: World): Id =>
  makeId(Date.parse(zone.clock.now()), randomBytes(random, 16));

/** A correction always rewrites the summary; now and then it also moves the contact or hides it. */
export async function amend(world: World, { desk }: Member, typedText: TypedText): Promise<void> {
  const { random, zone, town } = world;
  const contact = await anyContact(world, desk.store);
  if (contact === undefined) return;
  const { streetId } = pick(random, town.places);
  const more = pick(random, [
    {},
    {},
    { place: { streetId, houseNumber: '', position: null } },
    { occurredAt: zone.clock.now() },
    { sensitivity: pick(random, ['normal', 'restricted'] as const) },
    { withdrawn: random() < 0.5, feeling: 'often' as const },
  ]);
  const id = newId(world);
  const contactId = contact.id;
  const note = typedText('note');
  const changes = { summary: typedText('amended'), ...more };
  const deed = {
    entity: 'amendment',
    id,
    contactId,
    values: { contactId, note, changes },
  } as const;
  await world.typed.during(desk, [deed], () =>
    amendContact(desk.file, { id, contactId, note, changes }),
  );
}

async function parties({ desk }: Member) {
  return desk.store.read
    .selectFrom('party')
    .select(['id', 'kind', 'name', 'language', 'role'])
    .orderBy('id')
    .execute();
}

export async function rewordParty(
  world: World,
  member: Member,
  typedText: TypedText,
): Promise<void> {
  const known = await parties(member);
  if (known.length === 0) return;
  const { id, ...fields } = pick(world.random, known);
  const reach = typedText('reach');
  await world.typed.during(member.desk, [{ entity: 'party', id, values: { reach } }], () =>
    changeParty(member.desk.file, { id, fields: { ...fields, reach } }),
  );
}

/** Two parties turn out to be the same, or not to be so after all. */
export async function linkParties(world: World, member: Member): Promise<void> {
  const { random, typed } = world;
  const { desk } = member;
  const { file, store } = desk;
  const links = await store.read
    .selectFrom('party_merge')
    .select(['id', 'party_id'])
    .where('undone_at', 'is', null)
    .orderBy('id')
    .execute();
  if (links.length > 0 && random() < 0.4) {
    const { id } = pick(random, links);
    await typed.during(desk, [{ entity: 'party-merge', id, values: {} }], () =>
      unmergeParties(file, { mergeId: id }),
    );
    return;
  }
  const merged = new Set(links.map((link) => link.party_id));
  const free = (await parties(member)).filter(({ id }) => !merged.has(id)).map(({ id }) => id);
  if (free.length < 2) return;
  const partyId = pick(random, free);
  const intoId = pick(
    random,
    free.filter((id) => id !== partyId),
  );
  const id = newId(world);
  await typed.during(desk, [{ entity: 'party-merge', id, values: { partyId, intoId } }], () =>
    mergeParties(file, { id, partyId, intoId }),
  );
}

export async function keepViews(
  world: World,
  { desk }: Member,
  typedText: TypedText,
): Promise<void> {
  const { random, typed } = world;
  const noted = (id: Id, values: Deed['values'], work: () => Promise<unknown>) =>
    typed.during(desk, [{ entity: 'saved-view', id, values }], work);
  const own = await desk.store.read
    .selectFrom('saved_view')
    .select(['id', 'deleted'])
    .where('owner_id', '=', desk.officerId)
    .orderBy('id')
    .execute();
  const name = typedText('view');
  if (own.length === 0 || random() < 0.4) {
    const columns = [...DEFAULT_COLUMNS];
    const view = { filter: {}, sort: NEWEST_FIRST, group: null, columns };
    const fields = { name, shared: random() < 0.5, view };
    const id = newId(world);
    await noted(id, { name, shared: fields.shared }, () => saveView(desk.file, { id, fields }));
    return;
  }
  const { id, deleted } = pick(random, own);
  if (deleted === 1) {
    await noted(id, { deleted: false }, () => restoreView(desk.file, { id }));
  } else if (random() < 0.3) {
    await noted(id, { deleted: true }, () => removeView(desk.file, { id }));
  } else {
    const fields = { name, shared: random() < 0.5 };
    await noted(id, { name }, () => changeView(desk.file, { id, fields }));
  }
}

/** Few names for many desks, so that two add the same one; a rewording is of whatever there is. */
export async function wordCode(
  world: World,
  { desk }: Member,
  typedText: TypedText,
): Promise<void> {
  const { random, typed } = world;
  const fields = {
    nameNl: pick(random, ['Balie', 'Markt', 'Brief']),
    nameFr: typedText('code'),
    nameEn: '',
    family: '' as const,
    position: 500,
    validFrom: '2026-01-01',
    validTo: OPEN_END,
  };
  const { nameFr } = fields;
  const added = await desk.store.read
    .selectFrom('code')
    .select(['id', 'name_nl'])
    .where('list', '=', 'channel')
    .where('position', '=', 500)
    .orderBy('id')
    .execute();
  if (added.some((code) => code.name_nl === fields.nameNl)) {
    const { id, name_nl: nameNl } = pick(random, added);
    await typed.during(desk, [{ entity: 'code', id, values: { nameFr } }], () =>
      changeCode(desk.file, { id, fields: { ...fields, nameNl } }),
    );
    return;
  }
  await typed.during(desk, [{ entity: 'code', id: null, values: { nameFr } }], () =>
    addCode(desk.file, { list: 'channel', fields }),
  );
}
