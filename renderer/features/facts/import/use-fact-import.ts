import { useCallback, useEffect, useRef, useState } from 'react';

import type {
  FactImport,
  FactImportEvent,
  FactInspection,
  FactPreview,
} from '#shared/contract/facts.ts';
import type { FactPlan } from '#shared/domain/facts/fact-plan.ts';

import { uploadFile } from '../../../client/transfers.ts';
import { useWorkbench } from '../../../client/workbench.tsx';

type Progress = Extract<FactImportEvent, { type: 'progress' }>;

/** Where the import of one file stands. */
export type FactStage =
  | { readonly name: 'file' }
  | { readonly name: 'sending'; readonly done: number; readonly total: number }
  | { readonly name: 'inspecting' }
  | { readonly name: 'columns' }
  | { readonly name: 'previewing' }
  | { readonly name: 'preview'; readonly preview: FactPreview }
  | { readonly name: 'running'; readonly progress: Progress | null }
  | { readonly name: 'done'; readonly record: FactImport };

export interface FactSteps {
  readonly stage: FactStage;
  readonly uploadId: string | null;
  readonly inspection: FactInspection | null;
  readonly plan: FactPlan | null;
  /** What went wrong at the present stage, as it was thrown. */
  readonly problem: unknown;
  readonly wasCancelled: boolean;
  start(file: File, sourceId: string): void;
  change(part: Partial<FactPlan>): void;
  preview(): void;
  backToColumns(): void;
  run(): void;
  /** Breaks off whatever is under way; nothing is stored. */
  stop(): void;
  /** Back to the beginning; the file on the workbench is thrown away. */
  reset(): void;
}

/** The way of one file from the disk to the facts. The upload is discarded with the component. */
export function useFactImport(): FactSteps {
  const client = useWorkbench();
  const [stage, setStage] = useState<FactStage>({ name: 'file' });
  const [sourceId, setSourceId] = useState('');
  const [uploadId, setUploadId] = useState<string | null>(null);
  const [inspection, setInspection] = useState<FactInspection | null>(null);
  const [plan, setPlan] = useState<FactPlan | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [wasCancelled, setWasCancelled] = useState(false);
  const sent = useRef<string | null>(null);
  const underWay = useRef<AbortController | null>(null);

  const discard = useCallback(async () => {
    underWay.current?.abort();
    underWay.current = null;
    const id = sent.current;
    sent.current = null;
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
  const attempt = (from: FactStage, work: (signal: AbortSignal) => Promise<void>): void => {
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
  const input = () => {
    if (plan === null || uploadId === null) throw new Error('no file to import');
    return { uploadId, sourceId, plan };
  };

  return {
    stage,
    uploadId,
    inspection,
    plan,
    problem,
    wasCancelled,
    start(chosen, source) {
      setSourceId(source);
      attempt({ name: 'file' }, async (signal) => {
        setStage({ name: 'sending', done: 0, total: chosen.size });
        const onProgress = (done: number, total: number): void => {
          setStage({ name: 'sending', done, total });
        };
        const id = await uploadFile(client, chosen, onProgress, signal);
        sent.current = id;
        setUploadId(id);
        setStage({ name: 'inspecting' });
        const found = await client.facts.inspect({ uploadId: id, sourceId: source }, { signal });
        setInspection(found);
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
        const preview = await client.facts.preview(input(), { signal });
        setStage({ name: 'preview', preview });
      });
    },
    backToColumns() {
      setProblem(null);
      setStage({ name: 'columns' });
    },
    run() {
      attempt(stage, async (signal) => {
        setStage({ name: 'running', progress: null });
        for await (const event of await client.facts.run(input(), { signal })) {
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
      setUploadId(null);
      setInspection(null);
      setPlan(null);
      setProblem(null);
      setWasCancelled(false);
      setStage({ name: 'file' });
    },
  };
}
