import type { GoalThread, ThreadFileRequest, ThreadLine } from '#shared/contract/thread.ts';
import { THREAD_COLUMNS } from '#shared/contract/thread.ts';
import { dayOf } from '#shared/lib/dates.ts';

import type { OpenFile } from '../../context.ts';
import { BYTE_ORDER_MARK, csvLines, NO_CONTACTS, recordDisclosure } from '../exports/index.ts';
import { readThread } from './read-thread.ts';

/** The thread as a CSV, one action a line; that it left is kept before it is handed over. Throws STORAGE_FULL. */
export async function writeThreadFile(
  file: OpenFile,
  request: ThreadFileRequest,
): Promise<{ fileName: string; text: string }> {
  const { question, titles, fileName } = request;
  const rows = (await readThread(file, question)).flatMap((thread) =>
    thread.actions.map((action) => cellsOf(thread, action, request)),
  );
  await recordDisclosure(file, {
    format: 'csv',
    subject: { what: 'thread', ...question },
    items: rows.length,
    include: NO_CONTACTS,
    recipient: '',
  });
  const head = THREAD_COLUMNS.map((column) => titles[column]);
  return {
    fileName: `${fileName}-${dayOf(file.store.clock.now())}.csv`,
    text: BYTE_ORDER_MARK + csvLines([head, ...rows]),
  };
}

function cellsOf(
  { goal }: GoalThread,
  action: ThreadLine,
  { goals, states, verdicts }: ThreadFileRequest,
): readonly string[] {
  const { state, verdict, sign, dose } = action;
  return [
    goals[goal ?? 'none'] ?? goal ?? '',
    action.title,
    action.dossierTitle,
    states[state],
    action.startsOn ?? '',
    action.endsOn ?? '',
    String(action.contacts),
    String(action.contactsElsewhere),
    decimal(dose?.planned),
    decimal(dose?.plannedSoFar),
    decimal(dose?.delivered),
    decimal(dose?.counted),
    decimal(dose?.share),
    verdict === null ? '' : verdicts[verdict],
    sign?.what ?? '',
    decimal(sign?.before),
    decimal(sign?.after),
  ];
}

/** With the comma that a Belgian spreadsheet reads; empty for what is not known. */
function decimal(value: number | null | undefined): string {
  return value === null || value === undefined ? '' : String(value).replace('.', ',');
}
