import * as backup from '../features/backup/index.ts';
import type { RouteTools } from './route-tools.ts';

export function backupRoutes(tools: RouteTools) {
  const { os } = tools;
  return {
    create: os.backup.create.handler(() => backup.createBackup(tools)),
    inspect: os.backup.inspect.handler(({ input }) => backup.inspectBackup(tools, input.uploadId)),
    restore: os.backup.restore.handler(({ input }) => backup.restoreBackup(tools, input)),
  };
}
