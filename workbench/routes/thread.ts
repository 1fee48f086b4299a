import { readThread, writeThreadFile } from '../features/thread/index.ts';
import type { RouteTools } from './route-tools.ts';

export function threadRoutes({ os, withFile }: RouteTools) {
  return {
    read: os.thread.read.handler(withFile(readThread)),
    file: os.thread.file.handler(withFile(writeThreadFile)),
  };
}
