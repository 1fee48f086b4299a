import { type Day, dayOf, OPEN_END } from '#shared/lib/dates.ts';
import { type Id, makeId } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import {
  officerById,
  postById,
  postsOfOfficer,
} from '../../store/repositories/people-repository.ts';
import { areasOfToday } from '../../store/repositories/territory-repository.ts';
import { invalidDay, requireUsualDay } from './usual-day.ts';

/**
 * The officer answers for the neighbourhood from `validFrom` on. Who holds it on that day already keeps
 * the post there is; where a later post of the same officer follows, the new one ends as that begins.
 *
 * Throws NOT_FOUND (officer, neighbourhood) and INVALID_FIELD (validFrom).
 */
export async function assignPost(
  file: OpenFile,
  input: { readonly officerId: Id; readonly neighbourhoodId: Id; readonly validFrom: Day },
): Promise<{ postId: Id }> {
  const { clock, entropy } = file.store;
  const { officerId, validFrom } = input;
  const today = dayOf(clock.now());
  requireUsualDay('validFrom', validFrom, today);

  const outcome = await file.store.write(async ({ tables, record }) => {
    if ((await officerById(tables, officerId).executeTakeFirst()) === undefined) {
      throw new WorkbenchError('NOT_FOUND', { what: 'officer' });
    }
    const [area] = await areasOfToday(tables, [input.neighbourhoodId], today).execute();
    if (area?.kind !== 'neighbourhood') {
      throw new WorkbenchError('NOT_FOUND', { what: 'neighbourhood' });
    }
    const posts = await postsOfOfficer(tables, officerId, area.id).execute();
    const same = posts.find((post) => post.valid_from <= validFrom && validFrom < post.valid_to);
    if (same !== undefined) return { postId: same.id, isNew: false };

    const next = posts.find(
      (post) => post.valid_from > validFrom && post.valid_from < post.valid_to,
    );
    const validTo = next?.valid_from ?? OPEN_END;
    const postId = makeId(Date.parse(clock.now()), entropy.bytes(16));
    await tables
      .insertInto('post')
      .values({
        id: postId,
        officer_id: officerId,
        kind: 'geographic',
        area_id: area.id,
        theme: '',
        valid_from: validFrom,
        valid_to: validTo,
        version: 1,
      })
      .execute();
    await record({
      entity: 'post',
      entityId: postId,
      baseVersion: 0,
      change: {
        kind: 'patch',
        fields: { officerId, kind: 'geographic', areaId: area.id, theme: '', validFrom, validTo },
      },
    });
    return { postId, isNew: true };
  });
  if (outcome.isNew) file.announce(['people']);
  return { postId: outcome.postId };
}

/**
 * The post is no longer held on `validTo`; everything before stays as it was. Its first day takes back a
 * post that was never held. A post that has an end can be ended earlier; to hold it longer is a new post.
 *
 * Throws NOT_FOUND (post) and INVALID_FIELD (validTo).
 */
export async function endPost(
  file: OpenFile,
  input: { readonly postId: Id; readonly validTo: Day },
): Promise<Record<never, never>> {
  const { postId, validTo } = input;
  const changed = await file.store.write(async ({ tables, record }) => {
    const post = await postById(tables, postId).executeTakeFirst();
    if (post === undefined) throw new WorkbenchError('NOT_FOUND', { what: 'post' });
    if (validTo === post.valid_to) return false;
    requireUsualDay('validTo', validTo, dayOf(file.store.clock.now()));
    if (validTo < post.valid_from) throw invalidDay('validTo', 'before-start');
    if (validTo > post.valid_to) throw invalidDay('validTo', 'already-ended');
    await tables
      .updateTable('post')
      .set({ valid_to: validTo, version: post.version + 1 })
      .where('id', '=', postId)
      .execute();
    await record({
      entity: 'post',
      entityId: postId,
      baseVersion: post.version,
      change: { kind: 'patch', fields: { validTo } },
    });
    return true;
  });
  if (changed) file.announce(['people']);
  return {};
}
