import { z } from 'zod';

import { codeSchema } from '../codes/code.ts';
import { tasksOfProblem } from './problem-tasks.ts';

/** More than the list of a zone is likely to have. */
export const MOST_FACT_KINDS = 100;

/** Kinds of recorded facts that somebody chose for a dossier, each once; null for those of its problem. */
export const factKindsSchema = z
  .array(codeSchema)
  .min(1)
  .max(MOST_FACT_KINDS)
  .refine((kinds) => new Set(kinds).size === kinds.length)
  .nullable();

/** What of a dossier says which recorded facts are its problem. */
export interface KindsOfDossier {
  readonly problem: string | null;
  readonly factKinds: readonly string[] | null;
}

/** The kinds of facts that are usually a problem; none for one that a zone added itself, or for no problem. */
export function usualKinds(problem: string | null): readonly string[] {
  return problem === null ? [] : tasksOfProblem(problem).factKinds;
}

/** The kinds of recorded facts that count for a dossier: those that were chosen for it, or else the usual ones. */
export function kindsOfDossier({ problem, factKinds }: KindsOfDossier): readonly string[] {
  return factKinds !== null && factKinds.length > 0 ? factKinds : usualKinds(problem);
}

/** What a dossier keeps of a choice of kinds: nothing of its own for no kind, or for exactly the usual ones. */
export function keptKinds(
  problem: string | null,
  chosen: readonly string[],
): readonly string[] | null {
  const usual = new Set(usualKinds(problem));
  const own = [...new Set(chosen)];
  const isUsual = own.length === usual.size && own.every((kind) => usual.has(kind));
  return own.length === 0 || isUsual ? null : own;
}
