import * as sync from '../features/sync/index.ts';
import type { Identify } from '../sync/provider-sign-in.ts';
import type { RouteTools } from './route-tools.ts';

export function syncRoutes({ os, withFile, carryOut, session, ports }: RouteTools) {
  const byProvider = (
    pages: { readonly done: string; readonly failed: string },
    signal: AbortSignal | undefined,
    work: (identify: Identify) => Promise<void>,
  ) =>
    sync.signInByProvider(work, {
      pages,
      openSignInPage: ports.openSignInPage,
      now: () => Date.parse(ports.clock.now()),
      signals: [signal, session.file().closing],
    });
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
    provider: os.sync.provider.handler(async ({ input }) => ({
      name: await session.centre().provider(input.address),
    })),
    enrolByProvider: os.sync.enrolByProvider.handler(({ input, signal }) => {
      const { pages, ...place } = input;
      const centre = session.centre();
      return byProvider(pages, signal, (identify) => centre.enrolByProvider(place, identify));
    }),
    signInByProvider: os.sync.signInByProvider.handler(({ input, signal }) => {
      const centre = session.centre();
      return byProvider(input.pages, signal, (identify) => centre.signInByProvider(identify));
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
