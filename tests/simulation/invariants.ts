import { canonicalJson } from '#shared/lib/canonical-json.ts';

import type { StoredOperation, StoredRow } from '../../central/store/records.ts';
import { appliedExactlyOnce } from './applied-once.ts';
import { hold } from './broken.ts';
import { filesAgree } from './files-agree.ts';
import type { SettledDesk, SettledTown } from './settled.ts';
import { staysErased } from './stays-erased.ts';
import { tablesAgree } from './tables-agree.ts';
import { basesOf, everyTextIsSomewhere } from './texts-kept.ts';
import { everythingTypedIsKept } from './typed-kept.ts';

/** What must hold once everybody has talked with the centre over a good line. Throws Broken. */
export async function checkSettled(town: SettledTown): Promise<void> {
  const { centre } = town;
  staysErased(centre, town.erased);
  const knowledge = { versions: appliedExactlyOnce(centre), bases: await basesOf(town) };
  for (const desk of town.desks) {
    await everyOperationEnded(desk, centre.operations);
    await showsWhatItMay(desk, centre.rows);
    await everyTextIsSomewhere(desk, centre, knowledge);
    await tablesAgree(desk.read);
  }
  await filesAgree(town);
  await everythingTypedIsKept(town);
}

/** Every operation has exactly one outcome, here and at the centre the same; none is missing, none is double. */
async function everyOperationEnded(
  { deviceId: desk, read }: SettledDesk,
  operations: readonly StoredOperation[],
): Promise<void> {
  const here = await read
    .selectFrom('operation')
    .leftJoin('operation_outcome', 'operation_outcome.op_id', 'operation.op_id')
    .select(['operation.op_id', 'device_seq', 'state', 'receipt', 'operation_outcome.seq'])
    .orderBy('device_seq')
    .execute();
  const there = operations
    .filter(({ deviceId }) => deviceId === desk)
    .sort((one, other) => one.deviceSeq - other.deviceSeq);
  hold(here.length === there.length, 'every operation of a desk is at the centre, and no other');
  here.forEach((operation, index) => {
    const twin = there[index];
    hold(
      twin?.opId === operation.op_id && twin.deviceSeq === index + 1,
      'operations are at the centre under their own numbers, without a gap',
    );
    hold(
      twin.result.outcome === operation.state && twin.result.receipt === operation.receipt,
      'desk and centre agree on how an operation ended',
    );
    hold(operation.seq === twin.result.seq, 'the outcome is noted once, as the centre gave it');
  });
}

/** A desk shows exactly the rows of the scopes that its officer holds now, as the centre has them. */
async function showsWhatItMay(
  { read, scopes: held }: SettledDesk,
  rows: readonly StoredRow[],
): Promise<void> {
  const wanted = rows
    .filter(({ row, scopes }) => row.state === 'present' && scopes.some((scope) => held.has(scope)))
    .map(({ entity, id, row }) => canonicalJson([entity, id, row.version, row.fields]));
  const shadows = await read
    .selectFrom('shadow')
    .select(['entity', 'entity_id', 'version', 'fields'])
    .execute();
  const found = shadows.map(({ entity, entity_id: id, version, fields }) =>
    canonicalJson([entity, id, version, JSON.parse(fields)]),
  );
  hold(
    found.every((row) => wanted.includes(row)),
    'no leak: a desk holds nothing outside of its scopes, and nothing that is too old',
  );
  hold(
    wanted.every((row) => found.includes(row)),
    'no hole: a desk holds everything in its scopes',
  );
  const deferred = await read
    .selectFrom('deferred_row')
    .innerJoin('shadow', (join) =>
      join
        .onRef('shadow.entity', '=', 'deferred_row.entity')
        .onRef('shadow.entity_id', '=', 'deferred_row.entity_id'),
    )
    .select('shadow.entity_id')
    .execute();
  hold(deferred.length === 0, 'every row that came in can be shown');
}
