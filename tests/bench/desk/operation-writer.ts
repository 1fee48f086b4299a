import type { Entity } from '#shared/domain/operations/operation.ts';
import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import type { Connection } from '../../../workbench/store/open-database.ts';
import { rowWriter } from './row-writer.ts';

/** Appends operations that the centre has received, after those that are there. */
export function operationWriter(
  connection: Connection,
  origin: { readonly authorId: string; readonly deviceId: string },
): (entity: Entity, entityId: string, madeAt: string, fields: object) => void {
  const write = rowWriter(connection, 'operation');
  const random = seededRandom(7);
  let last = Number(connection.prepare('select max(device_seq) from operation').pluck().get() ?? 0);
  return (entity, entityId, madeAt, fields) => {
    last += 1;
    write({
      device_seq: last,
      op_id: makeId(Date.parse(madeAt), randomBytes(random, 16)),
      device_id: origin.deviceId,
      author_id: origin.authorId,
      made_at: madeAt,
      entity,
      entity_id: entityId,
      base_version: 0,
      op_version: 1,
      change: JSON.stringify({ kind: 'patch', fields }),
      state: 'accepted',
      receipt: `B-${last}`,
    });
  };
}
