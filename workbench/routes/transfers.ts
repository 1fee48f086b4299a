import type { RouteTools } from './route-tools.ts';

export function transfersRoutes({ os, transfers }: RouteTools) {
  return {
    beginUpload: os.transfers.beginUpload.handler(({ input }) => transfers.begin(input)),
    appendUpload: os.transfers.appendUpload.handler(({ input }) => transfers.append(input)),
    discardUpload: os.transfers.discardUpload.handler(async ({ input }) => {
      await transfers.discard(input.uploadId);
      return {};
    }),
    readDownload: os.transfers.readDownload.handler(({ input }) => transfers.read(input)),
    releaseDownload: os.transfers.releaseDownload.handler(async ({ input }) => {
      await transfers.release(input.downloadId);
      return {};
    }),
  };
}
