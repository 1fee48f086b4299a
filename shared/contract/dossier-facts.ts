import { z } from 'zod';

import { dossierSchema } from '../domain/actions/dossier.ts';
import { MOST_LINKS } from '../domain/actions/vocabulary.ts';
import { FACT_ORIGINS } from '../domain/facts/fact.ts';
import { idSchema } from '../lib/ids.ts';
import { operation } from './base.ts';
import { listedFactSchema } from './facts.ts';

export const linkedFactsSchema = z.object({
  /** Those that are on this desk and count, the newest first. */
  facts: z.array(listedFactSchema),
  /** As many as each row stands for. What police found says where they looked, and is told apart. */
  byOrigin: z.record(z.enum(FACT_ORIGINS), z.number().int()),
  /** Links to facts that are not on this desk, or whose import was undone. */
  missing: z.number().int(),
});
export type LinkedFacts = z.infer<typeof linkedFactsSchema>;

const links = z.array(idSchema).max(MOST_LINKS);

/** Recorded facts of a dossier. */
export const dossierFactsContract = {
  /** NOT_FOUND (dossier). */
  linkedFacts: operation.input(z.object({ id: idSchema })).output(linkedFactsSchema),
  /** NOT_FOUND (dossier); INVALID_FIELD (facts: unknown; invalid where there are too many). */
  linkFacts: operation
    .input(z.object({ id: idSchema, add: links, remove: links }))
    .output(dossierSchema),
};
