import * as exports from '../features/exports/index.ts';
import type { RouteTools } from './route-tools.ts';

export function exportsRoutes({ os, withFile, carryOut, session, transfers }: RouteTools) {
  return {
    contacts: os.exports.contacts.handler(({ input }) =>
      exports.exportContacts(session.file(), transfers, input),
    ),
    printed: os.exports.printed.handler(carryOut(exports.recordPrinted)),
    printedSheet: os.exports.printedSheet.handler(carryOut(exports.recordPrintedSheet)),
    disclosures: os.exports.disclosures.handler(withFile(exports.readDisclosures)),
  };
}
