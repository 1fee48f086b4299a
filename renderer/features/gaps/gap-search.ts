import { z } from 'zod';

import { type GapQuestion, gapQuestionSchema, type GapRow } from '#shared/contract/gaps.ts';
import { codeSchema } from '#shared/domain/codes/code.ts';
import { GAP_LEVELS, GAP_ORDERS } from '#shared/domain/gaps/gap-map.ts';
import { GAP_CLASSES } from '#shared/domain/statistics/gap.ts';
import { countedSince } from '#shared/domain/streets/picture.ts';
import { addDays, type Day, daySchema } from '#shared/lib/dates.ts';
import { type Id, idSchema } from '#shared/lib/ids.ts';

/** What the address of the page holds; what cannot be read there is left to the page. */
export const gapSearchSchema = z.object({
  level: z.enum(GAP_LEVELS).optional().catch(undefined),
  from: daySchema.optional().catch(undefined),
  /** The last day, as people say it. */
  to: daySchema.optional().catch(undefined),
  kind: codeSchema.optional().catch(undefined),
  class: z.enum(GAP_CLASSES).optional().catch(undefined),
  neighbourhoodId: idSchema.optional().catch(undefined),
  order: z.enum(GAP_ORDERS).optional().catch(undefined),
});
export type GapSearch = z.infer<typeof gapSearchSchema>;

/** The question that an address stands for, the last twelve months where it names no period. */
export function questionOf(search: GapSearch, today: Day): GapQuestion {
  return {
    level: search.level ?? 'street',
    from: search.from ?? countedSince(today),
    to: addDays(search.to ?? today, 1),
    kinds: search.kind === undefined ? [] : [search.kind],
    class: search.class ?? null,
    neighbourhoodId: search.neighbourhoodId ?? null,
    order: search.order ?? 'hot',
  };
}

/** What the page of a street is opened with: the period, where one was chosen. */
export function periodSearch(
  search: GapSearch,
  { from, to }: Pick<GapQuestion, 'from' | 'to'>,
): Pick<GapSearch, 'from' | 'to'> {
  const isChosen = search.from !== undefined || search.to !== undefined;
  return isChosen ? { from, to: addDays(to, -1) } : {};
}

/** What the page of a street is opened with from a row: the period, and the piece where the row is one of several. */
export function streetSearch(
  period: Pick<GapSearch, 'from' | 'to'>,
  { id, stretch }: Pick<GapRow, 'id' | 'stretch'>,
): Pick<GapSearch, 'from' | 'to'> & { readonly piece?: Id } {
  return stretch === null ? period : { ...period, piece: id };
}

/** Whether the workbench would take it: a last day before the first is being typed, or ten years are too few. */
export function isAskable(question: GapQuestion): boolean {
  return gapQuestionSchema.safeParse(question).success;
}
