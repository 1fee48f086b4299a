import { keyOf } from '../../central/store/commit.ts';
import { hashOf, readBlob } from '../../workbench/store/repositories/blob-repository.ts';
import { hold } from './broken.ts';
import type { SettledDesk, SettledTown } from './settled.ts';

/** Bytes of files are where they may be, are what they are called, and are nowhere else. */
export async function filesAgree({ centre, desks, restored }: SettledTown): Promise<void> {
  const { blobs, rows } = centre;
  const present = rows.filter(
    ({ entity, row }) => entity === 'attachment' && row.state === 'present',
  );
  const byKey = new Map(present.map((one) => [keyOf(one), one]));
  for (const [key, bytes] of blobs) {
    const fields = byKey.get(key)?.row.fields;
    hold(fields !== undefined, 'the centre keeps no bytes of what is gone');
    const isWhole = bytes.length === Number(fields['size']);
    hold(!isWhole || hashOf(bytes) === fields['hash'], 'the centre has the bytes that a row names');
  }
  for (const attachment of present) {
    const arrived = blobs.get(keyOf(attachment))?.length === Number(attachment.row.fields['size']);
    // What a restored centre lost, its desk may have let go. Who may see the row today does not matter.
    hold(arrived || restored, 'a file that was taken has arrived at the centre');
  }
  const whole = new Set(
    [...byKey].flatMap(([key, { id, row }]) =>
      blobs.get(key)?.length === Number(row.fields['size']) ? [id] : [],
    ),
  );
  for (const desk of desks) await deskAgrees(desk, whole);
}

async function deskAgrees({ read }: SettledDesk, whole: ReadonlySet<string>): Promise<void> {
  const shown = await read.selectFrom('attachment').select(['id', 'hash', 'size']).execute();
  for (const { id, hash, size } of shown) {
    if (!whole.has(id)) continue;
    const bytes = await readBlob(read, hash, 0, size);
    hold(hashOf(bytes) === hash, 'who may see a contact can fetch its files, as they were added');
  }
  const uploads = await read.selectFrom('blob_upload').select(['hash', 'state']).execute();
  hold(
    uploads.every(({ state }) => state !== 'refused'),
    'the centre refuses no bytes',
  );
  const waiting = uploads.filter(({ state }) => state === 'waiting');
  const needed = new Set([...shown, ...waiting].map(({ hash }) => hash));
  const kept = await read.selectFrom('blob').select('hash').execute();
  hold(
    kept.every(({ hash }) => needed.has(hash)),
    'bytes go with the last row that refers to them',
  );
}
