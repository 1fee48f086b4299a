import { type Fact, MOST_FACTS_OF_BATCH } from '#shared/domain/facts/fact.ts';
import type { Id } from '#shared/lib/ids.ts';

/** Characters of a batch as JSON: well below what one operation may hold. */
const MOST_CHARACTERS = 150_000;

export interface CollectedBatch {
  readonly neighbourhoodId: Id | null;
  readonly facts: readonly Fact[];
}

interface Open {
  facts: Fact[];
  characters: number;
}

/** Collects facts by their neighbourhood, in the order of the file, into batches that can travel. */
export class FactBatches {
  readonly #open = new Map<Id | null, Open>();
  readonly #full: CollectedBatch[] = [];

  add(neighbourhoodId: Id | null, fact: Fact): void {
    const characters = JSON.stringify(fact).length;
    let open = this.#open.get(neighbourhoodId);
    const isFull =
      open !== undefined &&
      (open.facts.length >= MOST_FACTS_OF_BATCH || open.characters + characters > MOST_CHARACTERS);
    if (open === undefined || isFull) {
      if (open) this.#full.push({ neighbourhoodId, facts: open.facts });
      open = { facts: [], characters: 0 };
      this.#open.set(neighbourhoodId, open);
    }
    open.facts.push(fact);
    open.characters += characters;
  }

  /** Everything that was added. */
  all(): readonly CollectedBatch[] {
    const rest = [...this.#open].map(([neighbourhoodId, { facts }]) => ({
      neighbourhoodId,
      facts,
    }));
    return [...this.#full, ...rest];
  }
}
