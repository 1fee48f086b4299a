import * as codes from '../features/codes/index.ts';
import type { RouteTools } from './route-tools.ts';

export function codesRoutes({ os, withFile, withLead }: RouteTools) {
  return {
    all: os.codes.all.handler(withFile(codes.readCodes)),
    add: os.codes.add.handler(withLead(codes.addCode)),
    change: os.codes.change.handler(withLead(codes.changeCode)),
  };
}
