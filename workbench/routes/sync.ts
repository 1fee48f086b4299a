import * as sync from '../features/sync/index.ts';
import type { RouteTools } from './route-tools.ts';

export function syncRoutes({ os, withFile, carryOut, session }: RouteTools) {
  return {
    state: os.sync.state.handler(() => session.centre().state()),
    enrol: os.sync.enrol.handler(async ({ input }) => {
      await session.centre().enrol(input);
      return session.centre().state();
    }),
    signIn: os.sync.signIn.handler(async ({ input }) => {
      await session.centre().signIn(input.password);
      return session.centre().state();
    }),
    now: os.sync.now.handler(async () => {
      await session.centre().now();
      return session.centre().state();
    }),
    operations: os.sync.operations.handler(withFile(sync.readOperations)),
    attention: os.sync.attention.handler(withFile(sync.readAttention)),
    choose: os.sync.choose.handler(carryOut(sync.chooseSides)),
    undoChoice: os.sync.undoChoice.handler(carryOut(sync.undoChoice)),
    settle: os.sync.settle.handler(carryOut(sync.settle)),
    arrivals: os.sync.arrivals.handler(withFile(sync.readArrivals)),
    rightsChanges: os.sync.rightsChanges.handler(withFile(sync.readRightsChanges)),
    rightsSeen: os.sync.rightsSeen.handler(carryOut(sync.noteRightsSeen)),
    recordStates: os.sync.recordStates.handler(withFile(sync.readRecordStates)),
  };
}
