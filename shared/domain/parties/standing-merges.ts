import type { Id } from '../../lib/ids.ts';

/** A link that was not taken back. */
export interface MergeLink {
  readonly id: Id;
  readonly partyId: Id;
  readonly intoId: Id;
}

/**
 * Which links hold when several desks made them without knowing of each other: in the order of their ids,
 * each one that neither merges a party a second time nor closes a circle. The others wait, and hold once
 * what stands in their way is taken back. Every desk finds the same, in whatever order links arrive.
 */
export function standingMerges(links: readonly MergeLink[]): ReadonlySet<Id> {
  const into = new Map<Id, Id>();
  const standing = new Set<Id>();
  for (const link of links.toSorted((one, other) => (one.id < other.id ? -1 : 1))) {
    if (into.has(link.partyId) || lastOf(into, link.intoId) === link.partyId) continue;
    into.set(link.partyId, link.intoId);
    standing.add(link.id);
  }
  return standing;
}

/** Where the links that stand lead to from here. */
function lastOf(into: ReadonlyMap<Id, Id>, id: Id): Id {
  for (let at = id; ;) {
    const next = into.get(at);
    if (next === undefined) return at;
    at = next;
  }
}
