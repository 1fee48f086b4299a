import * as views from '../features/views/index.ts';
import type { RouteTools } from './route-tools.ts';

export function viewsRoutes({ os, withFile, carryOut }: RouteTools) {
  return {
    list: os.views.list.handler(withFile(views.readViews)),
    save: os.views.save.handler(withFile(views.saveView)),
    change: os.views.change.handler(withFile(views.changeView)),
    remove: os.views.remove.handler(carryOut(views.removeView)),
    restore: os.views.restore.handler(withFile(views.restoreView)),
  };
}
