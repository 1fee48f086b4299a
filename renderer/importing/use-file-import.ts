import { useCallback, useEffect, useRef, useState } from 'react';

import { uploadFile } from '../client/transfers.ts';
import { useWorkbench } from '../client/workbench.tsx';
import type { ImportKind, ImportProgress, ImportWay, InspectedFile } from './import-way.ts';

/** Where the import of one file stands. */
export type ImportStage<K extends ImportKind> =
  | { readonly name: 'file' }
  | { readonly name: 'sending'; readonly done: number; readonly total: number }
  | { readonly name: 'inspecting' }
  | { readonly name: 'columns' }
  | { readonly name: 'previewing' }
  | { readonly name: 'preview'; readonly preview: K['preview'] }
  | { readonly name: 'running'; readonly progress: ImportProgress | null }
  | { readonly name: 'done'; readonly record: K['record'] };

export interface ImportSteps<K extends ImportKind> {
  readonly stage: ImportStage<K>;
  readonly file: InspectedFile<K> | null;
  readonly plan: K['plan'] | null;
  /** What went wrong at the present stage, as it was thrown. */
  readonly problem: unknown;
  readonly wasCancelled: boolean;
  start(file: File, choice: K['choice']): void;
  change(part: Partial<K['plan']>): void;
  preview(): void;
  backToColumns(): void;
  run(): void;
  /** Breaks off whatever is under way; nothing is stored. */
  stop(): void;
  /** Back to the beginning; the file on the workbench is thrown away. */
  reset(): void;
}

/** The way of one file from the disk into the desk. The upload is discarded with the component. */
export function useFileImport<K extends ImportKind>(way: ImportWay<K>): ImportSteps<K> {
  const client = useWorkbench();
  const [stage, setStage] = useState<ImportStage<K>>({ name: 'file' });
  const [file, setFile] = useState<InspectedFile<K> | null>(null);
  const [plan, setPlan] = useState<K['plan'] | null>(null);
  const { problem, wasCancelled, attempt, settle, abort } = useAttempts(setStage);
  const uploadId = useRef<string | null>(null);

  const discard = useCallback(async () => {
    abort();
    const id = uploadId.current;
    uploadId.current = null;
    if (id !== null) await client.transfers.discardUpload({ uploadId: id });
  }, [client, abort]);
  useEffect(
    () => () => {
      // The page has moved on: when the desk is locked meanwhile, its uploads are gone with it.
      discard().catch(() => undefined);
    },
    [discard],
  );
  const input = () => {
    if (plan === null || file === null) throw new Error('no file to import');
    return { uploadId: file.uploadId, choice: file.choice, plan };
  };

  return {
    stage,
    file,
    plan,
    problem,
    wasCancelled,
    start(chosen, choice) {
      attempt({ name: 'file' }, async (signal) => {
        setStage({ name: 'sending', done: 0, total: chosen.size });
        const onProgress = (done: number, total: number): void => {
          setStage({ name: 'sending', done, total });
        };
        const id = await uploadFile(client, chosen, onProgress, signal);
        uploadId.current = id;
        setStage({ name: 'inspecting' });
        const found = await way.inspect(client, { uploadId: id, choice }, signal);
        setFile({ uploadId: id, choice, fileName: chosen.name, inspection: found.inspection });
        setPlan(found.plan);
        setStage({ name: 'columns' });
      });
    },
    change(part) {
      setPlan((before) => before && { ...before, ...part });
    },
    preview() {
      attempt({ name: 'columns' }, async (signal) => {
        setStage({ name: 'previewing' });
        setStage({ name: 'preview', preview: await way.preview(client, input(), signal) });
      });
    },
    backToColumns() {
      settle();
      setStage({ name: 'columns' });
    },
    run() {
      attempt(stage, async (signal) => {
        setStage({ name: 'running', progress: null });
        for await (const event of await way.run(client, input(), signal)) {
          if (event.type === 'progress') setStage({ name: 'running', progress: event });
          if (event.type === 'done') setStage({ name: 'done', record: event.record });
          if (event.type === 'cancelled') {
            settle({ wasCancelled: true });
            setStage({ name: 'columns' });
          }
        }
        signal.throwIfAborted();
      });
    },
    stop: abort,
    reset() {
      discard().catch((problem: unknown) => {
        settle({ problem });
      });
      setFile(null);
      setPlan(null);
      settle();
      setStage({ name: 'file' });
    },
  };
}

interface Outcome {
  readonly problem: unknown;
  readonly wasCancelled: boolean;
}
const NOTHING: Outcome = { problem: null, wasCancelled: false };

/** Steps of which one at a time is under way; a failure, or stopping, leads back to where it started. */
function useAttempts<Stage>(setStage: (stage: Stage) => void) {
  const [outcome, setOutcome] = useState(NOTHING);
  const underWay = useRef<AbortController | null>(null);
  const abort = useCallback(() => {
    underWay.current?.abort();
  }, []);
  const settle = (what: Partial<Outcome> = {}): void => {
    setOutcome({ ...NOTHING, ...what });
  };
  const attempt = (from: Stage, work: (signal: AbortSignal) => Promise<void>): void => {
    const controller = new AbortController();
    underWay.current = controller;
    settle();
    work(controller.signal).catch((error: unknown) => {
      if (underWay.current !== controller) return;
      settle(controller.signal.aborted ? { wasCancelled: true } : { problem: error });
      setStage(from);
    });
  };
  return { ...outcome, attempt, settle, abort };
}
