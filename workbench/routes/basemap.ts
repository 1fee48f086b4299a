import type { RouteTools } from './route-tools.ts';

export function basemapRoutes({ os, session, basemap }: RouteTools) {
  return {
    current: os.basemap.current.handler(async () => {
      session.file();
      return { basemap: await basemap.current() };
    }),
    adopt: os.basemap.adopt.handler(async ({ input }) => {
      const file = session.file();
      const adopted = await basemap.adopt(file.uploads.get(input.uploadId));
      file.announce(['basemap']);
      return adopted;
    }),
    remove: os.basemap.remove.handler(async () => {
      const file = session.file();
      await basemap.remove();
      file.announce(['basemap']);
      return {};
    }),
    read: os.basemap.read.handler(({ input }) => {
      session.file();
      return basemap.read(input);
    }),
  };
}
