import { checkAdministers, checkLeads } from '../check-role.ts';
import * as facts from '../features/facts/index.ts';
import type { RouteTools } from './route-tools.ts';

export function factsRoutes({ os, withFile, withLead, check, session }: RouteTools) {
  return {
    sources: os.facts.sources.handler(withFile(facts.readFactSources)),
    saveSource: os.facts.saveSource.handler(withLead(facts.saveFactSource)),
    sourceYears: os.facts.sourceYears.handler(withFile(facts.readSourceYears)),
    inspect: os.facts.inspect.handler(({ input, signal }) =>
      facts.inspectFacts(session.file(), input, signal),
    ),
    values: os.facts.values.handler(({ input, signal }) =>
      facts.readValues(session.file(), input, signal),
    ),
    preview: os.facts.preview.handler(({ input, signal }) =>
      facts.previewFacts(session.file(), input, signal),
    ),
    run: os.facts.run.handler(async ({ input, signal }) => {
      await check(checkLeads);
      return facts.importFacts(session.file(), input, signal);
    }),
    imports: os.facts.imports.handler(withFile(facts.readFactImports)),
    report: os.facts.report.handler(withFile(facts.readFactReport)),
    undo: os.facts.undo.handler(withLead(facts.undoFactImport)),
    redo: os.facts.redo.handler(withLead(facts.redoFactImport)),
    list: os.facts.list.handler(withFile(facts.listFacts)),
    weights: os.facts.weights.handler(withFile(facts.readWeights)),
    setWeights: os.facts.setWeights.handler(async ({ input }) => {
      await check(checkAdministers);
      return facts.setWeights(session.file(), input);
    }),
    rankedDays: os.facts.rankedDays.handler(withFile(facts.readRankedDays)),
    compareWeights: os.facts.compareWeights.handler(withFile(facts.compareWeights)),
  };
}
