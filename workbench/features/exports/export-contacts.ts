import { open, rm, stat } from 'node:fs/promises';

import type { ExportEvent, ExportRequest } from '#shared/contract/exports.ts';
import type { Contact } from '#shared/domain/contacts/contact.ts';
import type { ContactFilter } from '#shared/domain/contacts/contact-filter.ts';
import type { ContactGroup } from '#shared/domain/contacts/contact-view.ts';
import { dayOf } from '#shared/lib/dates.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import { allCodes } from '../../store/repositories/code-repository.ts';
import { countContacts, groupContacts } from '../../store/repositories/contact-groups.ts';
import { type ContactPosition, rowsAfter } from '../../store/repositories/contact-order.ts';
import { contactsAt } from '../../store/repositories/contact-repository.ts';
import { filterMeant } from '../contacts/index.ts';
import type { Transfers } from '../transfers/index.ts';
import { cellWriter } from './contact-cells.ts';
import { csvFile } from './csv-format.ts';
import { recordDisclosure, refuseHandedOut } from './disclosures.ts';
import { geojsonFile } from './geojson-format.ts';

/** Contacts read and written at once: some hundreds of kB. */
const PART_ROWS = 500;

/**
 * Writes what a list shows, in its order, into a file that the page can read as a download. Contacts
 * under restriction are left out unless they are asked for. That it was done is kept before the file is
 * handed over. Breaking off, or locking the desk, leaves nothing behind. Throws STORAGE_FULL, LOCKED, or as
 * {@link refuseHandedOut}, before anything is read.
 */
export async function* exportContacts(
  file: OpenFile,
  transfers: Transfers,
  request: ExportRequest,
): AsyncGenerator<ExportEvent, void, void> {
  refuseHandedOut(request);
  const { store } = file;
  const writer = cellWriter(await allCodes(store.read), request.words, request.language);
  const format = request.format === 'csv' ? csvFile(request, writer) : geojsonFile(request, writer);
  const wanted = exportedFilter(request);
  const filter = wanted && (await filterMeant(store.read, wanted));
  const total = filter ? await countContacts(store.read, filter) : 0;
  const { downloadId, path } = transfers.newPath();
  const target = await open(path, 'wx', 0o600);
  let read = 0;
  let written = 0;
  let isOffered = false;
  try {
    await target.appendFile(format.begin());
    yield { type: 'progress', done: 0, total };
    for await (const contacts of filter ? partsOf(file, request, filter) : []) {
      const part = format.part(contacts);
      await target.appendFile(part.text);
      read += contacts.length;
      written += part.written;
      yield { type: 'progress', done: read, total: Math.max(read, total) };
      if (file.closing.aborted) throw new WorkbenchError('LOCKED');
    }
    await target.appendFile(format.end());
    await target.close();
    const { size } = await stat(path);
    const { view, include, recipient } = request;
    await recordDisclosure(file, {
      format: request.format,
      items: written,
      include,
      recipient,
      subject: { what: 'contacts', view },
    });
    transfers.offer(downloadId, path);
    isOffered = true;
    const now = store.clock.now();
    const time = now.slice(11, 19).replaceAll(':', '');
    const fileName = `${request.words.fileName}-${dayOf(now)}-${time}.${format.ending}`;
    file.log.info('exported', { rows: written });
    const withoutPlace = read - written;
    yield { type: 'done', downloadId, fileName, size, rows: written, withoutPlace };
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    throw code === 'ENOSPC' ? new WorkbenchError('STORAGE_FULL') : cause;
  } finally {
    if (!isOffered) {
      await target.close();
      await rm(path, { force: true });
    }
  }
}

/** The filter without restricted contacts, unless they are wanted; undefined when that leaves nothing. */
function exportedFilter({ view, include }: ExportRequest): ContactFilter | undefined {
  if (include.restricted) return view.filter;
  if (view.filter.sensitivity === 'restricted') return undefined;
  return { ...view.filter, sensitivity: 'normal' };
}

/** Every contact of the list in its order, group by group where it is grouped. */
async function* partsOf(
  { store }: OpenFile,
  { view, language }: ExportRequest,
  filter: ContactFilter,
): AsyncGenerator<readonly Contact[], void, void> {
  const groups: readonly (ContactGroup | null)[] =
    view.group === null
      ? [null]
      : (await groupContacts(store.read, filter, view.group, language)).map(({ group }) => group);
  for (const group of groups) {
    const listing = { filter, group, sort: view.sort, language };
    let after: ContactPosition | null = null;
    for (;;) {
      const rows: readonly ContactPosition[] = await rowsAfter(
        store.read,
        listing,
        after,
        PART_ROWS,
      );
      if (rows.length === 0) break;
      yield await contactsAt(
        store.read,
        rows.map(({ rowId }) => rowId),
      );
      after = rows.at(-1) ?? null;
      if (rows.length < PART_ROWS) break;
    }
  }
}
