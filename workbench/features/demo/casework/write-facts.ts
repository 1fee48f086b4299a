import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { tasksOfProblem } from '#shared/domain/actions/problem-tasks.ts';

import type { OpenFile, UploadedFile } from '../../../context.ts';
import { importFacts, saveFactSource } from '../../facts/index.ts';
import type { AtWork, DossierAtWork } from './at-work.ts';
import type { DemoFactTable, FactsOfAction } from './facts.ts';

/** Tables that lie on the disk for as long as they are imported. */
export interface TablesOnDisk {
  readonly get: OpenFile['uploads']['get'];
  readonly ids: readonly string[];
  remove(): Promise<void>;
}

export async function layDownTables(tables: readonly DemoFactTable[]): Promise<TablesOnDisk> {
  const folder = await mkdtemp(join(tmpdir(), 'wijkwerk-demo-'));
  const files = new Map<string, UploadedFile>();
  for (const { fileName, text } of tables) {
    const path = join(folder, fileName);
    await writeFile(path, text, { mode: 0o600 });
    files.set(fileName, { fileName, path, size: Buffer.byteLength(text) });
  }
  return {
    ids: [...files.keys()],
    get(id) {
      const file = files.get(id);
      if (!file) throw new RangeError('the demo has no such table');
      return file;
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** The team lead imports the tables, as any other table. */
export async function importTables(
  file: OpenFile,
  tables: readonly DemoFactTable[],
): Promise<void> {
  for (const { source, fileName, plan } of tables) {
    const { id: sourceId } = await saveFactSource(file, {
      id: null,
      fields: { ...source, breaks: [] },
    });
    for await (const event of importFacts(file, { uploadId: fileName, sourceId, plan })) {
      if (event.type === 'cancelled') throw new Error('the demo was closed while it was filled');
    }
  }
}

/** What was recorded before and while actions ran whose facts the plan tells. */
export function factsOfActions(
  work: Pick<AtWork, 'day'>,
  dossiers: readonly Pick<DossierAtWork, 'plan' | 'place'>[],
): readonly FactsOfAction[] {
  return dossiers.flatMap(({ plan: { problem, actions }, place: { segments } }) => {
    const kind = tasksOfProblem(problem).factKinds[0];
    return actions.flatMap(({ facts, days: [first, last] }): FactsOfAction[] => {
      if (facts === undefined || kind === undefined) return [];
      const length = last - first + 1;
      const lasting = (day: number) => ({ from: work.day(day), to: work.day(day + length - 1) });
      return [
        { kind, segments, count: facts.before, ...lasting(first - 2 * length) },
        { kind, segments, count: facts.before, ...lasting(first - length) },
        { kind, segments, count: facts.after, from: work.day(first), to: work.day(last) },
      ];
    });
  });
}
