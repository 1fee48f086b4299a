import type { Instant } from './dates.ts';
import type { Id } from './ids.ts';

/** What was set last; on every desk the same, in whatever order it came. Undefined where nothing was. */
export function lastSet<Set extends { readonly id: Id; readonly setAt: Instant }>(
  all: readonly Set[],
): Set | undefined {
  return all.reduce<Set | undefined>(
    (known, next) =>
      known === undefined ||
      next.setAt > known.setAt ||
      (next.setAt === known.setAt && next.id > known.id)
        ? next
        : known,
    undefined,
  );
}
