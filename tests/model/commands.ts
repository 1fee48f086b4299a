import fc from 'fast-check';

import { newContactSchema } from '#shared/domain/contacts/contact.ts';
import { OPEN_END } from '#shared/lib/dates.ts';

import { amendContact, logContact } from '../../workbench/features/contacts/index.ts';
import { closePromise, reassignPromise } from '../../workbench/features/promises/index.ts';
import { moveContact, rewordPromise } from '../simulation/acts.ts';
import type { Member } from '../simulation/world.ts';
import { CRASH_POINTS, type DeskModel, type ShownRow } from './desk-model.ts';
import { GUARDIAN, type RealTown, recordOnly } from './real-town.ts';
import { roundOf, type TownModel } from './town-model.ts';

export type Command = fc.AsyncCommand<TownModel, RealTown>;

interface Both {
  readonly model: TownModel;
  readonly real: RealTown;
  readonly shown: DeskModel;
  readonly desk: Member;
}

/** Something that is done at a desk, to a row that it shows. */
function atDesk(
  name: string,
  desk: number,
  nth: number,
  wanted: (row: ShownRow) => boolean,
  run: (both: Both, row: ShownRow) => Promise<void>,
): Command {
  const rowsOf = (model: TownModel): readonly ShownRow[] => model.desk(desk).shown().filter(wanted);
  return {
    check: (model) => rowsOf(model).length > 0,
    async run(model, real) {
      const rows = rowsOf(model);
      const row = rows[nth % rows.length];
      const member = real.desks[desk];
      if (row === undefined || member === undefined) throw new Error('nothing to do it to');
      await run({ model, real, shown: model.desk(desk), desk: member }, row);
    },
    toString: () => `${name}(desk ${desk}, ${nth})`,
  };
}

function simply(
  name: string,
  run: (model: TownModel, real: RealTown) => Promise<void>,
  check: (model: TownModel) => boolean = () => true,
): Command {
  return { check, run, toString: () => name };
}

const isContact = ({ kind }: ShownRow): boolean => kind === 'contact';
const isPromise = ({ kind }: ShownRow): boolean => kind === 'promise';
const isOpen = (row: ShownRow): boolean => isPromise(row) && row.values['outcome'] === undefined;

export function log(desk: number, place: number, hasPromise: boolean, feels: boolean): Command {
  return simply(
    `log(desk ${desk}, place ${place}${hasPromise ? ', promise' : ''}${feels ? ', feeling' : ''})`,
    async (model, real) => {
      const member = real.desks[desk];
      const at = real.town.places[place];
      if (member === undefined || at === undefined) throw new Error('no such desk or place');
      const { store } = member.desk;
      const feeling = feels && !model.desk(desk).older ? 'often' : null;
      const [summary, note] = [model.text(), model.text()];
      const contact = newContactSchema.parse({
        id: real.world.zone.newId(),
        occurredAt: store.clock.now(),
        place: { streetId: at.streetId, houseNumber: '', position: null },
        reason: 'spontaneous',
        summary,
        feeling,
        next: hasPromise
          ? { step: 'promise', note, dueOn: OPEN_END, channel: null, ownerId: null }
          : { step: 'nothing', note: '' },
      });
      await logContact(member.desk.file, contact);
      const values = { area: at.neighbourhoodId, street: at.streetId, ...(feeling && { feeling }) };
      const row = { kind: 'contact', contactId: null } as const;
      model.desk(desk).act(contact.id, { does: 'create', row, values });
      if (!hasPromise) return;
      const promise = await store.read
        .selectFrom('promise')
        .select('id')
        .where('contact_id', '=', contact.id)
        .executeTakeFirstOrThrow();
      model.desk(desk).act(
        promise.id,
        {
          does: 'create',
          row: { kind: 'promise', contactId: contact.id },
          values: { text: note, owner: member.desk.officerId },
        },
        contact.id,
      );
    },
  );
}

export const reword = (desk: number, nth: number): Command =>
  atDesk('reword', desk, nth, isPromise, async ({ model, shown, desk: { desk: at } }, { id }) => {
    const text = model.text();
    await rewordPromise(at.store, id, text);
    shown.act(id, { does: 'change', settles: 'asks', values: { text } });
  });

/** A newer application gives a promise something that no other knows of. */
const addOfTomorrow = (desk: number, nth: number): Command =>
  atDesk('addOfTomorrow', desk, nth, isPromise, async ({ model, shown, desk: member }, { id }) => {
    const tomorrow = model.text();
    await recordOnly(member, 'promise', id, { kind: 'patch', fields: { tomorrow } });
    shown.act(id, { does: 'change', settles: 'asks', values: { tomorrow } });
  });

const close = (desk: number, nth: number): Command =>
  atDesk('close', desk, nth, isOpen, async ({ model, shown, desk: { desk: at } }, { id }) => {
    const outcome = model.text();
    await closePromise(at.file, { id, kept: true, outcome, toldBy: null });
    shown.act(id, { does: 'change', settles: 'asks', values: { outcome } });
  });

const assign = (desk: number, nth: number, to: number): Command =>
  atDesk(`assign to ${to}`, desk, nth, isOpen, async ({ real, shown, desk: member }, row) => {
    const owner = real.desks[to]?.desk.officerId ?? '';
    await reassignPromise(member.desk.file, { id: row.id, ownerId: owner });
    if (row.values['owner'] === owner) return;
    shown.act(row.id, { does: 'change', settles: 'arrival', values: { owner } });
  });

const amend = (desk: number, nth: number): Command =>
  atDesk('amend', desk, nth, isContact, async ({ model, real, shown, desk: member }, row) => {
    const id = real.world.zone.newId();
    const changes = { assessment: model.text() };
    await amendContact(member.desk.file, { id, contactId: row.id, note: 'Beter.', changes });
    const kind = { kind: 'amendment', contactId: row.id } as const;
    shown.act(id, { does: 'create', row: kind, values: {} }, row.id);
  });

/** A street comes to lie in another neighbourhood, and what a desk shows of it moves along. */
const moveStreet = (desk: number, place: number, to: number): Command =>
  simply(`moveStreet(desk ${desk}, ${place} to ${to})`, async (model, real) => {
    const { streetId } = real.town.places[place] ?? { streetId: '' };
    const area = real.town.places[to]?.neighbourhoodId ?? '';
    const shown = model.desk(desk);
    for (const { id, values } of shown.shown().filter(isContact)) {
      const store = real.desks[desk]?.desk.store;
      if (store === undefined || values['street'] !== streetId) continue;
      await moveContact(store, id, area);
      shown.act(id, { does: 'change', settles: 'arrival', values: { area } });
    }
  });

const remove = (desk: number, nth: number): Command =>
  atDesk('delete', desk, nth, isContact, async ({ shown, desk: member }, { id }) => {
    const change = { kind: 'command', name: 'deleteRow', arguments: {} } as const;
    await recordOnly(member, 'contact', id, change);
    shown.act(id, { does: 'delete' });
  });

/** The data-protection officer has it from a letter: no desk of theirs shows the contact. */
function erase(nth: number): Command {
  const contactsOf = (model: TownModel) =>
    [...model.centre.rows.values()].filter(
      ({ kind, state }) => kind === 'contact' && state !== 'erased',
    );
  return simply(
    `erase(${nth})`,
    async (model, real) => {
      const contacts = contactsOf(model);
      const contact = contacts[nth % contacts.length];
      const member = real.desks[GUARDIAN];
      if (contact === undefined || member === undefined) throw new Error('nothing to erase');
      const change = { kind: 'command', name: 'eraseRow', arguments: {} } as const;
      await recordOnly(member, 'contact', contact.id, change);
      model.desk(GUARDIAN).act(contact.id, { does: 'erase' });
    },
    (model) => contactsOf(model).length > 0,
  );
}

export function rightOf(desk: number, place: number, given: boolean): Command {
  const name = given ? 'grant' : 'withdraw';
  return simply(`${name}(officer of desk ${desk}, ${place})`, async (model, real) => {
    const area = real.town.places[place]?.neighbourhoodId ?? '';
    const officerId = real.desks[desk]?.desk.officerId ?? '';
    const { areas } = model.desk(desk).officer;
    if (given && !areas.has(area)) await real.grant(officerId, area);
    if (!given) await real.withdraw(officerId, area);
    if (given) areas.add(area);
    else areas.delete(area);
  });
}

export const sync = (desk: number): Command =>
  simply(`sync(desk ${desk})`, (model, real) => roundOf(model, real, desk));

export const crash = (desk: number, point: (typeof CRASH_POINTS)[number]): Command =>
  simply(`crash(desk ${desk}, ${point})`, (model, real) => roundOf(model, real, desk, point));

const goOffline = (desk: number, offline: boolean): Command =>
  simply(`${offline ? 'goOffline' : 'comeBack'}(desk ${desk})`, async (model) => {
    model.desk(desk).offline = offline;
  });

const upgrade = (desk: number): Command =>
  simply(
    `upgrade(desk ${desk})`,
    async (model) => {
      model.desk(desk).older = false;
    },
    (model) => model.desk(desk).older,
  );

export const backUp = (): Command =>
  simply('backUp', async (model, real) => {
    model.centre.backUp();
    real.backUp();
  });

export const restore = (): Command =>
  simply(
    'restore',
    async (model, real) => {
      if (model.centre.restore()) await real.restore();
    },
    (model) => model.centre.hasBackup,
  );

/** Push and pull are one round; a round that ends after its push is `crash`. */
export function anyCommands(): readonly fc.Arbitrary<Command>[] {
  const desk = fc.nat({ max: GUARDIAN - 1 });
  const place = fc.nat({ max: 2 });
  const nth = fc.nat({ max: 9 });
  return [
    fc.tuple(desk, place, fc.boolean(), fc.boolean()).map((given) => log(...given)),
    fc.tuple(desk, place, fc.constant(true), fc.boolean()).map((given) => log(...given)),
    fc.tuple(desk, nth).map((given) => reword(...given)),
    fc.tuple(desk, nth).map((given) => addOfTomorrow(...given)),
    fc.tuple(desk, nth).map((given) => close(...given)),
    fc.tuple(desk, nth, desk).map((given) => assign(...given)),
    fc.tuple(desk, nth).map((given) => amend(...given)),
    fc.tuple(desk, place, place).map((given) => moveStreet(...given)),
    fc.tuple(desk, nth).map((given) => remove(...given)),
    nth.map(erase),
    fc.tuple(desk, place, fc.boolean()).map((given) => rightOf(...given)),
    fc.nat({ max: GUARDIAN }).map(sync),
    fc.nat({ max: GUARDIAN }).map(sync),
    fc.tuple(desk, fc.constantFrom(...CRASH_POINTS)).map((given) => crash(...given)),
    fc.tuple(desk, fc.boolean()).map((given) => goOffline(...given)),
    desk.map(upgrade),
    fc.constant(null).map(backUp),
    fc.constant(null).map(restore),
  ];
}
