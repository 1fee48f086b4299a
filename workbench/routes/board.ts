import * as board from '../features/board/index.ts';
import type { RouteTools } from './route-tools.ts';

/** The district board of those who lead. */
export function boardRoutes({ os, session, transfers }: RouteTools) {
  /** What the officer is at the centre; null on a desk without one. */
  const role = async () => (await session.centre().state()).enrolment?.role ?? null;
  return os.board.router({
    read: os.board.read.handler(async ({ input }) =>
      board.readBoard(session.file(), await role(), input),
    ),
    moveAction: os.board.moveAction.handler(async ({ input }) =>
      board.moveAction(session.file(), await role(), input),
    ),
    moveWindow: os.board.moveWindow.handler(async ({ input }) =>
      board.moveWindow(session.file(), await role(), input),
    ),
    exportCalendar: os.board.exportCalendar.handler(({ input }) =>
      board.exportCalendar(session.file(), transfers, input),
    ),
  });
}
