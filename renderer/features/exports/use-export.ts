import { useEffect, useRef, useState } from 'react';

import type { ExportEvent, ExportRequest } from '#shared/contract/exports.ts';

import { useErrorText } from '../../client/error-text.ts';
import { readDownload, saveAs } from '../../client/transfers.ts';
import { useWorkbench } from '../../client/workbench.tsx';

type Done = Extract<ExportEvent, { type: 'done' }>;

/** Where the making of a file stands. */
export type ExportState =
  | { readonly step: 'idle' }
  | { readonly step: 'working'; readonly done: number; readonly total: number }
  | { readonly step: 'done'; readonly result: Done }
  | { readonly step: 'stopped' }
  | { readonly step: 'failed'; readonly problem: string };

const MIME_TYPES = { csv: 'text/csv;charset=utf-8', geojson: 'application/geo+json' } as const;

/** Has a file made by the workbench, fetches it and lets the browser save it; can be stopped. */
export function useExport() {
  const client = useWorkbench();
  const errorText = useErrorText();
  const [state, setState] = useState<ExportState>({ step: 'idle' });
  const underWay = useRef<AbortController>(undefined);
  useEffect(
    () => () => {
      underWay.current?.abort();
    },
    [],
  );

  const make = async (request: ExportRequest, signal: AbortSignal): Promise<void> => {
    let result: Done | undefined;
    for await (const event of await client.exports.contacts(request, { signal })) {
      if (event.type === 'done') result = event;
      else setState({ step: 'working', done: event.done, total: event.total });
    }
    signal.throwIfAborted();
    if (!result) throw new Error('the export ended without a file');
    const blob = await readDownload(client, result, () => undefined);
    if (signal.aborted) return;
    saveAs(new Blob([blob], { type: MIME_TYPES[request.format] }), result.fileName);
    setState({ step: 'done', result });
  };
  return {
    state,
    start(request: ExportRequest) {
      const controller = new AbortController();
      underWay.current = controller;
      setState({ step: 'working', done: 0, total: 0 });
      make(request, controller.signal).catch((error: unknown) => {
        if (controller.signal.aborted) setState({ step: 'stopped' });
        else setState({ step: 'failed', problem: errorText(error) });
      });
    },
    stop() {
      underWay.current?.abort();
    },
  };
}
