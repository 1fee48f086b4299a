import { readBriefing } from '../features/briefing/index.ts';
import type { RouteTools } from './route-tools.ts';

export function briefingRoutes({ os, withFile }: RouteTools) {
  return { sheet: os.briefing.sheet.handler(withFile(readBriefing)) };
}
