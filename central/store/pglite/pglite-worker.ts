import { parentPort, workerData } from 'node:worker_threads';

import { PGlite } from '@electric-sql/pglite';

import { flushedFolder } from './flushed-folder.ts';
import type { WorkerAnswer, WorkerQuestion } from './pglite-messages.ts';

/**
 * PGlite in a thread of its own: a query holds the event loop of whoever runs it. int8 comes as a
 * number, as from the server.
 */
const port = parentPort;
if (port === null) throw new Error('this file is a worker');
const { folder } = workerData as { folder: string | null };
const INT8 = 20;

const database = await PGlite.create({
  ...(folder === null ? {} : flushedFolder(folder)),
  parsers: { [INT8]: Number },
});

port.on('message', (question: WorkerQuestion) => {
  void answer(question).then((reply) => port.postMessage(reply));
});
port.postMessage({ id: 0, ok: true, rows: [], affected: 0 } satisfies WorkerAnswer);

async function answer(question: WorkerQuestion): Promise<WorkerAnswer> {
  const { id } = question;
  try {
    switch (question.kind) {
      case 'query': {
        const { rows, affectedRows = 0 } = await database.query(question.text, [
          ...question.values,
        ]);
        return { id, ok: true, rows, affected: affectedRows };
      }
      case 'listen':
        await database.listen(question.channel, (payload) => {
          port?.postMessage({ id: 0, channel: question.channel, payload } satisfies WorkerAnswer);
        });
        return { id, ok: true, rows: [], affected: 0 };
      case 'close':
        await database.close();
        return { id, ok: true, rows: [], affected: 0 };
    }
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    return { id, ok: false, message: cause instanceof Error ? cause.message : 'failed', code };
  }
}
