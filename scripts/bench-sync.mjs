import { join } from 'node:path';

import { ensureDependencies } from './ensure-dependencies.mjs';
import { runNode } from './processes.mjs';
import { ROOT, runScript } from './project.mjs';

await runScript(async () => {
  ensureDependencies();
  return runNode([join(ROOT, 'tests/bench-sync/bench-sync.ts'), ...process.argv.slice(2)]);
});
