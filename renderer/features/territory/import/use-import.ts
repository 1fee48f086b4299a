import { useCallback, useEffect, useRef, useState } from 'react';

import type {
  ImportEvent,
  ImportPreview,
  ImportRecord,
  Inspection,
} from '#shared/contract/territory.ts';
import { dayOf } from '#shared/lib/dates.ts';

import { uploadFile } from '../../../client/transfers.ts';
import { useWorkbench } from '../../../client/workbench.tsx';
import { cleanMapping, type PlanDraft } from './plan-rules.ts';

type Progress = Extract<ImportEvent, { type: 'progress' }>;

/** Where the import of one file stands. */
export type ImportStage =
  | { readonly name: 'file' }
  | { readonly name: 'sending'; readonly done: number; readonly total: number }
  | { readonly name: 'inspecting' }
  | { readonly name: 'columns' }
  | { readonly name: 'previewing' }
  | { readonly name: 'preview'; readonly preview: ImportPreview }
  | { readonly name: 'running'; readonly progress: Progress | null }
  | { readonly name: 'done'; readonly record: ImportRecord };

export interface InspectedFile {
  readonly fileName: string;
  readonly inspection: Inspection;
}

export interface ImportSteps {
  readonly stage: ImportStage;
  readonly file: InspectedFile | null;
  readonly draft: PlanDraft | null;
  /** What went wrong at the present stage, as it was thrown. */
  readonly problem: unknown;
  readonly wasCancelled: boolean;
  start(file: File): void;
  change(part: Partial<PlanDraft>): void;
  preview(): void;
  backToColumns(): void;
  run(): void;
  /** Breaks off whatever is under way; nothing is stored. */
  stop(): void;
  /** Back to the beginning; the file on the workbench is thrown away. */
  reset(): void;
}

/** The way of one file from the disk into the territory. The upload is discarded with the component. */
export function useImport(): ImportSteps {
  const client = useWorkbench();
  const [stage, setStage] = useState<ImportStage>({ name: 'file' });
  const [file, setFile] = useState<InspectedFile | null>(null);
  const [draft, setDraft] = useState<PlanDraft | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [wasCancelled, setWasCancelled] = useState(false);
  const uploadId = useRef<string | null>(null);
  const underWay = useRef<AbortController | null>(null);

  const discard = useCallback(async () => {
    underWay.current?.abort();
    underWay.current = null;
    const id = uploadId.current;
    uploadId.current = null;
    if (id !== null) await client.transfers.discardUpload({ uploadId: id });
  }, [client]);
  useEffect(
    () => () => {
      // The page has moved on: when the desk is locked meanwhile, its uploads are gone with it.
      discard().catch(() => undefined);
    },
    [discard],
  );

  /** Does one step; a failure, or stopping, leads back to where it started. */
  const attempt = (from: ImportStage, work: (signal: AbortSignal) => Promise<void>): void => {
    const controller = new AbortController();
    underWay.current = controller;
    setProblem(null);
    setWasCancelled(false);
    work(controller.signal).catch((error: unknown) => {
      if (underWay.current !== controller) return;
      if (controller.signal.aborted) setWasCancelled(true);
      else setProblem(error);
      setStage(from);
    });
  };
  const plan = () => {
    if (!draft || uploadId.current === null) throw new Error('no file to import');
    return { ...draft, mapping: cleanMapping(draft), uploadId: uploadId.current };
  };

  return {
    stage,
    file,
    draft,
    problem,
    wasCancelled,
    start(chosen) {
      attempt({ name: 'file' }, async (signal) => {
        setStage({ name: 'sending', done: 0, total: chosen.size });
        const id = await uploadFile(
          client,
          chosen,
          (done, total) => {
            setStage({ name: 'sending', done, total });
          },
          signal,
        );
        uploadId.current = id;
        setStage({ name: 'inspecting' });
        const inspection = await client.territory.inspectUpload({ uploadId: id }, { signal });
        setFile({ fileName: chosen.name, inspection });
        setDraft({
          ...inspection.guess,
          validFrom: dayOf(new Date().toISOString()),
          // A part taken for the whole would end everything else: the user says when it is the whole.
          complete: false,
        });
        setStage({ name: 'columns' });
      });
    },
    change(part) {
      setDraft((before) => before && { ...before, ...part });
    },
    preview() {
      attempt({ name: 'columns' }, async (signal) => {
        setStage({ name: 'previewing' });
        setStage({
          name: 'preview',
          preview: await client.territory.previewImport(plan(), { signal }),
        });
      });
    },
    backToColumns() {
      setProblem(null);
      setStage({ name: 'columns' });
    },
    run() {
      attempt(stage, async (signal) => {
        setStage({ name: 'running', progress: null });
        for await (const event of await client.territory.runImport(plan(), { signal })) {
          if (event.type === 'progress') setStage({ name: 'running', progress: event });
          if (event.type === 'done') setStage({ name: 'done', record: event.record });
          if (event.type === 'cancelled') {
            setWasCancelled(true);
            setStage({ name: 'columns' });
          }
        }
        signal.throwIfAborted();
      });
    },
    stop() {
      underWay.current?.abort();
    },
    reset() {
      discard().catch(setProblem);
      setFile(null);
      setDraft(null);
      setProblem(null);
      setWasCancelled(false);
      setStage({ name: 'file' });
    },
  };
}
