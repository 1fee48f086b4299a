import { readBriefing, readShifts, setShifts } from '../features/briefing/index.ts';
import type { RouteTools } from './route-tools.ts';

export function briefingRoutes({ os, withFile, session }: RouteTools) {
  return {
    sheet: os.briefing.sheet.handler(withFile(readBriefing)),
    shifts: os.briefing.shifts.handler(withFile(readShifts)),
    setShifts: os.briefing.setShifts.handler(async ({ input }) => {
      const { enrolment } = await session.centre().state();
      return setShifts(session.file(), enrolment?.role ?? null, input);
    }),
  };
}
