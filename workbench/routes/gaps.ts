import * as gaps from '../features/gaps/index.ts';
import type { RouteTools } from './route-tools.ts';

/** Feeling against fact, by street and neighbourhood. */
export function gapsRoutes({ os, session, transfers, withFile }: RouteTools) {
  return os.gaps.router({
    map: os.gaps.map.handler(withFile(gaps.readGapMap)),
    lines: os.gaps.lines.handler(() => gaps.readGapLines(session.file())),
    exportTable: os.gaps.exportTable.handler(({ input }) =>
      gaps.exportGapTable(session.file(), transfers, input),
    ),
  });
}
