import { WIRE } from '#shared/protocol/wire.ts';

import { CentreUnreachable } from '../../workbench/sync/centre.ts';
import type { Fault } from './world.ts';

const OFTEN_FILED = { files: 20, erasures: 16 };

/** Ways in which the bytes of files are lost, or stay where they may not be. */
export const FILE_FAULTS: readonly Fault[] = [
  {
    name: 'bytes count as received when they are sent',
    often: OFTEN_FILED,
    ask: (ask) => async (endpoint, body) => {
      try {
        return await ask(endpoint, body);
      } catch (cause) {
        if (!(cause instanceof CentreUnreachable) || endpoint.path !== WIRE.blobPut.path) {
          throw cause;
        }
        const { offset, bytes } = WIRE.blobPut.request.parse(body);
        const received = offset + Buffer.from(bytes, 'base64').length;
        return endpoint.response.parse({ received }) as never;
      }
    },
  },
  {
    name: 'bytes are given to who knows what they are called, whether their row is seen or not',
    often: OFTEN_FILED,
    seeing: {
      scopesOf: ({ areas }) =>
        new Set(
          areas.flatMap(({ id }) => [`neighbourhood:${id}`, `neighbourhood:${id}/restricted`]),
        ),
    },
  },
  {
    name: 'bytes of what was erased stay at the centre',
    often: OFTEN_FILED,
    centralStore: (store) => ({
      ...store,
      async write(zoneId, work) {
        const { blobs } = store.zoneState(zoneId);
        const before = new Map(blobs);
        const written = await store.write(zoneId, work);
        for (const [key, bytes] of before) if (!blobs.has(key)) blobs.set(key, bytes);
        return written;
      },
    }),
  },
  {
    name: 'bytes stay at a desk when the last row that refers to them leaves',
    often: OFTEN_FILED,
    async afterRound(store) {
      await store.write(async ({ prepare }) => {
        prepare('drop trigger if exists attachment_gone').run();
      });
    },
  },
];
