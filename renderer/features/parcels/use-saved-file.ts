import { useCallback } from 'react';

import { readDownload, saveAs } from '../../client/transfers.ts';
import { useWorkbench } from '../../client/workbench.tsx';

/** Lets the officer save a file that the workbench has ready. */
export function useSavedFile(): (file: {
  readonly downloadId: string;
  readonly fileName: string;
  readonly size: number;
}) => Promise<void> {
  const client = useWorkbench();
  return useCallback(
    async (file) => {
      saveAs(await readDownload(client, file, () => {}), file.fileName);
    },
    [client],
  );
}
