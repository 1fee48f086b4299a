import { answerDaysNow } from '#shared/domain/actions/answer-days.ts';
import { makeId } from '#shared/lib/ids.ts';
import type { Role } from '#shared/protocol/account.ts';

import { checkAdministers } from '../../check-role.ts';
import type { OpenFile } from '../../context.ts';
import {
  insertAnswerDays,
  listAnswerDays,
} from '../../store/repositories/answer-days-repository.ts';

/** How many days those who lead have to answer a proposal. */
export async function readAnswerDays({ store }: OpenFile): Promise<{ days: number }> {
  return { days: answerDaysNow(await listAnswerDays(store.read)) };
}

/**
 * Sets it for the zone; proposals that wait keep their day. Throws NOT_NOW (not-a-leader) for who is no
 * administrator of the zone.
 *
 * @param role of the officer at the centre; null on a desk without one.
 */
export async function setAnswerDays(
  file: OpenFile,
  role: Role | null,
  { days }: { readonly days: number },
): Promise<{ days: number }> {
  checkAdministers(role);
  const { store } = file;
  const id = makeId(Date.parse(store.clock.now()), store.entropy.bytes(16));
  const fields = { setAt: store.clock.now(), setById: store.identity.officerId, days };
  await store.write(async (handle) => {
    await insertAnswerDays(handle, { id, ...fields }, 1);
    await handle.record({
      entity: 'answer-days',
      entityId: id,
      baseVersion: 0,
      change: { kind: 'command', name: 'setAnswerDays', arguments: fields },
    });
  });
  file.announce(['dossiers', 'outbox']);
  return { days };
}
