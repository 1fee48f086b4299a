import * as territory from '../features/territory/index.ts';
import type { RouteTools } from './route-tools.ts';

export function territoryRoutes({ os, withFile, session }: RouteTools) {
  return {
    summary: os.territory.summary.handler(withFile(territory.readSummary)),
    inspectUpload: os.territory.inspectUpload.handler(withFile(territory.inspectUpload)),
    previewImport: os.territory.previewImport.handler(({ input, signal }) =>
      territory.previewImport(session.file(), input, signal),
    ),
    runImport: os.territory.runImport.handler(async ({ input, signal }) => {
      await territory.assertMayImport(session.file(), session.centre());
      return territory.runImport(session.file(), input, signal);
    }),
    version: os.territory.version.handler(() =>
      territory.readVersion(session.file(), session.centre()),
    ),
    imports: os.territory.imports.handler(withFile(territory.listImports)),
    importReport: os.territory.importReport.handler(withFile(territory.readImportReport)),
    undoImport: os.territory.undoImport.handler(withFile(territory.undoImport)),
    areas: os.territory.areas.handler(withFile(territory.readAreas)),
    landscape: os.territory.landscape.handler(withFile(territory.readLandscape)),
    segmentsInView: os.territory.segmentsInView.handler(withFile(territory.readSegmentsInView)),
    searchAddress: os.territory.searchAddress.handler(withFile(territory.searchAddress)),
    locate: os.territory.locate.handler(withFile(territory.locate)),
  };
}
