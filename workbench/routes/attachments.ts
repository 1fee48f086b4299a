import * as attachments from '../features/attachments/index.ts';
import type { RouteTools } from './route-tools.ts';

export function attachmentsRoutes({ os, withFile, carryOut, session }: RouteTools) {
  return {
    list: os.attachments.list.handler(withFile(attachments.readAttachments)),
    begin: os.attachments.begin.handler(withFile(attachments.beginFile)),
    append: os.attachments.append.handler(withFile(attachments.appendFile)),
    abandon: os.attachments.abandon.handler(carryOut(attachments.abandonFile)),
    finish: os.attachments.finish.handler(withFile(attachments.finishFile)),
    read: os.attachments.read.handler(withFile(attachments.readBytes)),
    fetch: os.attachments.fetch.handler(async ({ input }) => {
      await attachments.fetchBytes(session.file(), session.centre(), input);
      return {};
    }),
    thumbnail: os.attachments.thumbnail.handler(withFile(attachments.readThumbnail)),
    setThumbnail: os.attachments.setThumbnail.handler(carryOut(attachments.keepThumbnail)),
    takeOff: os.attachments.takeOff.handler(carryOut(attachments.takeOffDraft)),
    putBack: os.attachments.putBack.handler(carryOut(attachments.putBackOnDraft)),
    withdraw: os.attachments.withdraw.handler(carryOut(attachments.withdrawAttachment)),
    reinstate: os.attachments.reinstate.handler(carryOut(attachments.reinstateAttachment)),
  };
}
