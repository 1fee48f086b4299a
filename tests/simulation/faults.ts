import { scopesOf } from '../../central/access/access.ts';
import { pull } from '../../central/pull/pull.ts';
import { push } from '../../central/push/push.ts';
import { CentreUnreachable } from '../../workbench/sync/centre.ts';
import { ERASURE_FAULTS } from './erasure-faults.ts';
import { FILE_FAULTS } from './file-faults.ts';
import { PARCEL_FAULTS } from './parcel-faults.ts';
import { SCREEN_FAULTS } from './screen-faults.ts';
import { TERRITORY_FAULTS } from './territory-faults.ts';
import { TYPING_FAULTS } from './typing-faults.ts';
import type { Fault } from './world.ts';
import {
  changed,
  rowScopes,
  takingOverSums,
  withoutTransaction,
  wrongWrite,
} from './wrong-parts.ts';

/**
 * The ways in which systems of this kind lose, double or leak data, each built in on purpose. A test
 * shows that the simulation notices every one of them; if it did not, it would prove nothing.
 */
export const FAULTS: readonly Fault[] = [
  // A cursor on a clock or a sequence: what commits late is skipped for ever.
  {
    name: 'the place in the order is taken when a transaction begins, as a sequence or a clock would',
    often: { rounds: 90 },
    clock(start) {
      let seq = start;
      return { begin: () => (seq += 1), commit: (begun) => begun ?? seq, now: () => seq };
    },
  },
  // Something counts as done before it is stored.
  {
    name: 'the cursor moves before the data is stored',
    line: (line, desk) => ({
      push: (request) => line.push(request),
      async *pull(request, signal) {
        let scopes: readonly string[] = [];
        for await (const message of line.pull(request, signal)) {
          if (message.type === 'scopes') scopes = Object.keys(message.scopes);
          if (message.type === 'complete') {
            await desk.store.write(async ({ tables }) => {
              await tables
                .updateTable('sync_scope')
                .set({ cursor: message.targetSeq })
                .where('scope', 'in', [...scopes, ''])
                .where('cursor', '<', message.targetSeq)
                .execute();
            });
          }
          yield message;
        }
      },
    }),
  },
  {
    name: 'an upload counts as done before the centre has answered',
    line: (line) => ({
      pull: (request, signal) => line.pull(request, signal),
      async push(request) {
        const lastDeviceSeq = request.operations.at(-1)?.deviceSeq ?? 0;
        try {
          return await line.push(request);
        } catch (cause) {
          if (!(cause instanceof CentreUnreachable) || request.epoch === null) throw cause;
          return { epoch: request.epoch, lastDeviceSeq, results: [] };
        }
      },
    }),
  },
  // A refused upload is treated as done, or stands in the way of all behind it.
  {
    name: 'an upload that was refused counts as done',
    async afterRound(store) {
      await store.write(async ({ tables }) => {
        await tables.updateTable('operation_outcome').set({ needs_attention: 0 }).execute();
      });
    },
  },
  {
    name: 'work that was set aside is told to be accepted',
    line: (line) => ({
      push: (request) => line.push(request),
      pull: (request, signal) =>
        changed(line.pull(request, signal), (message) =>
          message.type === 'result' && message.outcome === 'quarantined'
            ? { ...message, outcome: 'accepted' }
            : message,
        ),
    }),
  },
  {
    name: 'one bad operation stands in the way of all behind it',
    push: async (centre, principal, request) => {
      const answer = await push(centre, principal, request);
      const bad = answer.results.findIndex(({ outcome }) => outcome === 'quarantined');
      if (bad >= 0) throw new CentreUnreachable();
      return answer;
    },
  },
  // Rights that are granted later for older rows, and rights that are withdrawn.
  {
    name: 'rights are read once and remembered',
    pull: (() => {
      const remembered = new Map<string, ReadonlySet<string>>();
      return (centre, principal, request, send, options) => {
        const { deviceId } = principal;
        return pull(centre, principal, request, send, {
          ...options,
          scopesOf(rights, day) {
            const scopes = remembered.get(deviceId) ?? scopesOf(rights, day);
            remembered.set(deviceId, scopes);
            return scopes;
          },
        });
      };
    })(),
  },
  {
    name: 'a scope that was granted later begins at the present',
    line: (line) => ({
      push: (request) => line.push(request),
      async *pull(request, signal) {
        const known = Math.max(0, ...Object.values(request.cursors));
        const starts = new Set(Object.keys(request.cursors));
        yield* changed(line.pull(request, signal), (message) => {
          if (message.type !== 'row' || starts.has(message.scope) || known === 0) return message;
          return message.seq > known ? message : undefined;
        });
      },
    }),
  },
  {
    name: 'rows of a withdrawn scope stay on the desk',
    line: (line) => ({
      push: (request) => line.push(request),
      pull: (request, signal) =>
        changed(line.pull(request, signal), (message) =>
          message.type === 'scopes'
            ? { ...message, scopes: { ...request.cursors, ...message.scopes } }
            : message,
        ),
    }),
  },
  // Absence is read as deletion, deletion as absence.
  {
    name: 'what is gone is not told',
    line: (line) => ({
      push: (request) => line.push(request),
      pull: (request, signal) =>
        changed(line.pull(request, signal), (message) =>
          message.type === 'gone' ? undefined : message,
        ),
    }),
  },
  {
    name: 'what a pull does not bring counts as gone',
    line: (line, desk) => ({
      push: (request) => line.push(request),
      async *pull(request, signal) {
        const brought = new Set<string>();
        for await (const message of line.pull(request, signal)) {
          if (message.type === 'row')
            brought.add(`${message.scope} ${message.entity} ${message.id}`);
          if (message.type === 'complete' && !message.more) {
            for (const { scope, entity, entity_id: id } of await rowScopes(desk.store)) {
              if (brought.has(`${scope} ${entity} ${id}`)) continue;
              yield { type: 'gone', scope, entity, id, seq: message.targetSeq, reason: 'left' };
            }
          }
          yield message;
        }
      },
    }),
  },
  {
    name: 'a stream that was cut counts as complete',
    line: (line) => ({
      push: (request) => line.push(request),
      async *pull(request, signal) {
        let last = 0;
        let complete = false;
        try {
          for await (const message of line.pull(request, signal)) {
            if (message.type === 'row' || message.type === 'gone') last = message.seq;
            complete = message.type === 'complete';
            yield message;
          }
        } catch (cause) {
          if (last === 0) throw cause;
        }
        // It believes to have everything up to a commit of which more was to come.
        const targetSeq = last + 1;
        if (!complete && last > 0) yield { type: 'complete', targetSeq, more: true, sums: {} };
      },
    }),
  },
  // Done in part, done twice, done over what somebody else wrote.
  {
    name: 'a pull is applied without a transaction',
    deskStore: withoutTransaction(),
  },
  {
    name: 'operations have no key by which they are known again',
    centralStore: wrongWrite((transaction) => ({
      operations: async () => [],
      lockDesk: async (deviceId) => {
        await transaction.lockDesk(deviceId);
        return 0;
      },
    })),
  },
  {
    name: 'whoever comes last wins',
    push: (centre, principal, request) =>
      push(centre, principal, {
        ...request,
        operations: request.operations.map((operation) => ({
          ...operation,
          baseVersion: operation.baseVersion === 0 ? 0 : 1_000_000,
        })),
      }),
  },
  {
    name: 'a conflict is settled without asking',
    async afterRound(store) {
      await store.write(async ({ tables }) => {
        await tables
          .deleteFrom('operation_outcome')
          .where('needs_attention', '=', 1)
          .where('conflicts', '!=', '[]')
          .execute();
      });
    },
  },
  {
    name: 'a restored centre is taken for the one it was',
    often: { restores: 4 },
    line: (line) => ({
      push: (request) => line.push({ ...request, epoch: null }),
      pull: (request, signal) => line.pull({ ...request, epoch: null }, signal),
    }),
  },
  // A repair that adopts the other side's sum.
  {
    name: 'nobody compares sums when rows go missing',
    line: (line) => ({
      push: (request) => line.push(request),
      pull: (request, signal) =>
        changed(line.pull(request, signal), (message) =>
          message.type === 'complete'
            ? { ...message, sums: {} }
            : message.type === 'row' && message.version === 2
              ? undefined
              : message,
        ),
    }),
  },
  takingOverSums(),
  ...ERASURE_FAULTS,
  ...SCREEN_FAULTS,
  ...PARCEL_FAULTS,
  ...FILE_FAULTS,
  ...TERRITORY_FAULTS,
  ...TYPING_FAULTS,
];
