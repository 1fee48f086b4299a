import * as promises from '../features/promises/index.ts';
import type { RouteTools } from './route-tools.ts';

export function promisesRoutes({ os, withFile, session }: RouteTools) {
  return {
    open: os.promises.open.handler(withFile(promises.readOpenPromises)),
    ofContact: os.promises.ofContact.handler(({ input }) =>
      promises.readPromiseOfContact(session.file(), input.contactId),
    ),
    list: os.promises.list.handler(withFile(promises.readPromisePage)),
    close: os.promises.close.handler(withFile(promises.closePromise)),
    reassign: os.promises.reassign.handler(withFile(promises.reassignPromise)),
  };
}
