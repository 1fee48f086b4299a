import { join } from 'node:path';

import { ensureBuild } from './ensure-build.mjs';
import { ensureDependencies } from './ensure-dependencies.mjs';
import { runNode } from './processes.mjs';
import { ROOT, runScript } from './project.mjs';

await runScript(async () => {
  ensureDependencies();
  // The start of the built host is measured too.
  await ensureBuild();
  return runNode([join(ROOT, 'tests/bench/bench.ts'), ...process.argv.slice(2)]);
});
