import type { DealForm, PartnerChoice } from '#shared/contract/action-deals.ts';
import {
  type Deal,
  type DealFields,
  dealSchema,
  doneBeforeMade,
  PARTS_DONE,
  problemOfDeal,
} from '#shared/domain/actions/deal.ts';
import { implausibleDeal } from '#shared/domain/actions/plausible.ts';
import { type Day, dayOf } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import {
  insertPartner,
  partnerById,
  partnersByName,
} from '../../store/repositories/partner-repository.ts';
import {
  changeAlone,
  type Changes,
  checkSeen,
  command,
  openAction,
  patch,
  rowOf,
  type SeenChanges,
} from './change-row.ts';

/**
 * Throws NOT_FOUND (action, partner); NOT_NOW (already-closed); INVALID_FIELD (ground, parties: missing; theyDoneOn, weDoneOn: before-made; and any
 * of its days: too-early, too-late).
 */
export async function makeDeal(
  file: OpenFile,
  { id, form }: { readonly id: Id; readonly form: DealForm },
): Promise<Deal> {
  const { read } = file.store;
  const { dossierId } = await openAction(read, form.actionId);
  if (!(await partnerById(read, form.partnerId))) {
    throw new WorkbenchError('NOT_FOUND', { what: 'partner' });
  }
  check(form);
  checkDays(file, form, dayOf(file.store.clock.now()));
  return changeAlone(file, dealSchema, {
    entity: 'deal',
    id,
    change: command('makeDeal', { ...form, dossierId, withdrawn: false }),
  });
}

/** What can still be said of a deal when its action ended: somebody has to keep it, or to say that nobody will. */
const AFTERWARDS: ReadonlySet<string> = new Set([...PARTS_DONE, 'withdrawn']);

/** Throws as {@link makeDeal}; of an action that ended it still takes when each part was done, and that nothing comes of it. */
export async function changeDeal(
  file: OpenFile,
  { id, changes, seen }: SeenChanges<DealFields>,
): Promise<Deal> {
  const { read } = file.store;
  const before = await rowOf(read, dealSchema, 'deal', id);
  checkSeen(seen, before, changes);
  const isAgreedAnew = Object.entries(changes).some(
    ([field, value]) => value !== undefined && !AFTERWARDS.has(field),
  );
  if (isAgreedAnew) await openAction(read, before.actionId);
  checkDays(file, changes, before.madeOn);
  check({
    ground: changes.ground ?? before.ground,
    fieldsOut: changes.fieldsOut ?? before.fieldsOut,
    parties: changes.parties ?? before.parties,
  });
  return changeAlone(file, dealSchema, { entity: 'deal', id, change: patch(changes) });
}

function checkDays({ store }: OpenFile, changes: Changes<DealFields>, madeOn: Day | null): void {
  const { theyDueOn, weDueOn, theyDoneOn, weDoneOn } = changes;
  const days = {
    theyDueOn: theyDueOn ?? null,
    weDueOn: weDueOn ?? null,
    theyDoneOn: theyDoneOn ?? null,
    weDoneOn: weDoneOn ?? null,
  };
  const found = implausibleDeal(days, dayOf(store.clock.now()));
  if (found) throw new WorkbenchError('INVALID_FIELD', { ...found });
  const field = doneBeforeMade({ ...days, madeOn });
  if (field) throw new WorkbenchError('INVALID_FIELD', { field, reason: 'before-made' });
}

function check(deal: Pick<DealFields, 'ground' | 'fieldsOut' | 'parties'>): void {
  const field = problemOfDeal(deal);
  if (field) throw new WorkbenchError('INVALID_FIELD', { field, reason: 'missing' });
}

export async function readPartners({ store }: OpenFile): Promise<PartnerChoice[]> {
  return [...(await partnersByName(store.read))];
}

/** Throws ALREADY_EXISTS for an id that stands for another one. */
export async function addPartner(file: OpenFile, partner: PartnerChoice): Promise<PartnerChoice> {
  const known = await partnerById(file.store.read, partner.id);
  if (known) {
    if (known.name === partner.name && known.kind === partner.kind) return known;
    throw new WorkbenchError('ALREADY_EXISTS', { what: 'partner' });
  }
  const { id, name, kind } = partner;
  await file.store.write(async (handle) => {
    await insertPartner(handle, partner);
    await handle.record({
      entity: 'partner',
      entityId: id,
      baseVersion: 0,
      change: { kind: 'patch', fields: { name, kind, neighbourhoodId: null } },
    });
  });
  file.announce(['people', 'outbox']);
  return partner;
}
