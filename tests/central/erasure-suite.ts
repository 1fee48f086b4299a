import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { ERASE_COMMAND } from '#shared/domain/operations/apply-operation.ts';
import type { Id } from '#shared/lib/ids.ts';
import type { WireOperation } from '#shared/protocol/push.ts';

import type { CentralStore } from '../../central/store/central-store.ts';
import type { StoredOperation } from '../../central/store/records.ts';
import {
  contactFields,
  makeTestZone,
  ofType,
  promiseFields,
  type TestDesk,
  type TestZone,
} from '../factories/central-zone.ts';

let seed = 900;

/** What erasing promises, on whatever store: what is gone never comes back, from whatever desk. */
/** @param options.oneWriter whether a write waits for the one before it: then nothing is erased while another judges */
export function registerErasureTests(
  makeStore: () => Promise<CentralStore>,
  { oneWriter = false }: { readonly oneWriter?: boolean } = {},
): void {
  let store: CentralStore;
  let zone: TestZone;
  let noor: TestDesk;
  let guardian: TestDesk;
  beforeAll(async () => {
    store = await makeStore();
  });
  afterAll(() => store.close());
  beforeEach(async () => {
    seed += 1;
    zone = await makeTestZone(store, seed);
    noor = await zone.officer('officer', zone.north);
    guardian = await zone.officer('data-protection-officer');
  });

  const contactIn = (area: Id, text: string) =>
    noor.operation({
      entity: 'contact',
      change: contactFields(noor.principal.officerId, area, text),
    });
  const promiseOn = (on: WireOperation, dependsOn: readonly Id[] = []) =>
    noor.operation({
      entity: 'promise',
      dependsOn: [...dependsOn],
      change: promiseFields(noor.principal.officerId, on.entityId, 'a secret promise'),
    });
  const reword = (of: WireOperation) =>
    noor.operation({
      entity: of.entity,
      entityId: of.entityId,
      baseVersion: 1,
      baseEpoch: zone.epoch,
      change: { kind: 'patch', fields: { text: 'a secret wording' } },
    });
  const erase = (of: Pick<WireOperation, 'entity' | 'entityId'>, by: TestDesk = guardian) =>
    by.push(
      by.operation({
        entity: of.entity,
        entityId: of.entityId,
        baseVersion: 1,
        baseEpoch: zone.epoch,
        change: { kind: 'command', name: ERASE_COMMAND, arguments: {} },
      }),
    );
  const kept = async (...operations: readonly WireOperation[]) => {
    const { value } = await store.write(zone.zoneId, (transaction) =>
      transaction.operations(operations.map(({ opId }) => opId)),
    );
    const stored = new Map(value.map((one: StoredOperation) => [one.opId, one]));
    return operations.flatMap(({ opId }) => {
      const one = stored.get(opId);
      return one === undefined ? [] : [{ opId, change: one.change, code: one.result.code }];
    });
  };

  describe('what the centre does not have', () => {
    it('is erased before it comes, and refused with all that hangs on it', async () => {
      const made = contactIn(zone.north, 'a secret');
      expect((await erase(made)).results).toMatchObject([{ outcome: 'accepted' }]);
      const promise = promiseOn(made);
      const late = [made, promise, reword(promise)];
      const { results } = await noor.push(...late);
      expect(results.map(({ outcome, code }) => [outcome, code])).toEqual(
        late.map(() => ['rejected', 'erased']),
      );
      expect(ofType(await noor.pull(), 'row').map(({ entity }) => entity)).not.toContain('contact');
      expect(JSON.stringify(await kept(...late))).not.toContain('secret');
    });

    it('is erased by the data-protection officer only', async () => {
      const key = { entity: 'contact', entityId: zone.newId() };
      expect((await erase(key, noor)).results).toMatchObject([{ outcome: 'quarantined' }]);
      const change = contactFields(noor.principal.officerId, zone.north);
      const { results } = await noor.push(noor.operation({ ...key, change }));
      expect(results).toMatchObject([{ outcome: 'accepted' }]);
    });
  });

  it('erasing waits for nothing', async () => {
    const made = contactIn(zone.north, 'a secret');
    await noor.push(made);
    const { results } = await guardian.push(
      guardian.operation({
        entity: 'contact',
        entityId: made.entityId,
        baseVersion: 1,
        dependsOn: [zone.newId()],
        change: { kind: 'command', name: ERASE_COMMAND, arguments: {} },
      }),
    );
    expect(results).toMatchObject([{ outcome: 'accepted' }]);
  });

  it('ends what was set aside of it, and keeps nothing of what that said', async () => {
    const made = contactIn(zone.south, 'a secret');
    const promise = promiseOn(made, [made.opId]);
    const other = contactIn(zone.south, 'another');
    const aside = await noor.push(made, promise, other);
    expect(aside.results.map(({ outcome }) => outcome)).toEqual(Array(3).fill('quarantined'));
    await erase(made);
    expect(await kept(made, promise, other)).toEqual([
      { opId: made.opId, change: null, code: 'erased' },
      { opId: promise.opId, change: null, code: 'erased' },
      { opId: other.opId, change: other.change, code: 'no-right' },
    ]);
    const told = ofType(await noor.pull(), 'result').map(({ opId, code }) => [opId, code]);
    expect(new Map(told as [Id, string][]).get(promise.opId)).toBe('erased');
    const { value: waiting } = await store.write(zone.zoneId, (transaction) =>
      transaction.quarantined({ after: null, limit: 10 }),
    );
    expect(waiting.map(({ opId }) => opId)).toEqual([other.opId]);
  });

  it('what a colleague adds to it later is refused, and not kept', async () => {
    const made = contactIn(zone.north, 'a secret');
    await noor.push(made);
    await erase(made);
    const late = [promiseOn(made), reword(made)];
    const { results } = await noor.push(...late);
    expect(results.map(({ code }) => code)).toEqual(['erased', 'erased']);
    expect((await kept(...late)).map(({ change }) => change)).toEqual([null, null]);
  });

  it.skipIf(oneWriter)('what was judged while it was erased is judged again', async () => {
    const made = contactIn(zone.north, 'a secret');
    await noor.push(made);
    const seen: string[] = [];
    await store.write(zone.zoneId, async (transaction) => {
      const [row] = await transaction.rows([{ entity: 'contact', id: made.entityId }]);
      seen.push(row?.row.state ?? 'none');
      if (seen.length === 1) await erase(made);
      // It changes nothing, and quotes what it found.
      const { opId, deviceSeq, authorId, madeAt, entity, entityId, change } = reword(made);
      const result = { opId, deviceSeq, outcome: 'merged', code: '', field: '', note: '' } as const;
      transaction.putOperation({
        ...{ opId, deviceSeq, authorId, madeAt, entity, entityId, change },
        deviceId: noor.principal.deviceId,
        payloadHash: '0'.repeat(64),
        result: { ...result, conflicts: [] },
      });
    });
    expect(seen).toEqual(['present', 'erased']);
  });
}
