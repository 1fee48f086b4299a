import type { Entity, Json } from '#shared/domain/operations/operation.ts';
import type { Id } from '#shared/lib/ids.ts';

/** Something that an officer typed or did at a desk, as whoever looked over their shoulder would note it. */
export interface TypedThing {
  readonly officerId: Id;
  readonly deviceId: Id;
  readonly entity: Entity;
  /** Null where the desk names the row by itself. */
  readonly id: Id | null;
  /** The contact that it is about, or hangs on: with that it may be erased. */
  readonly contactId: Id | null;
  /** What was typed or chosen, by the name of the field. */
  readonly values: Readonly<Record<string, Json>>;
}

/** What the one at work does, before it is known whose desk it is. */
export type Deed = Pick<TypedThing, 'entity' | 'id' | 'values'> &
  Partial<Pick<TypedThing, 'contactId'>>;

/**
 * A list of what was typed that nobody else writes: no desk and no centre knows of it, so that what both
 * have lost is missed all the same.
 */
export interface Ledger {
  /** Of every desk in the order in which it was typed. */
  readonly things: readonly TypedThing[];
  /** Notes what is done, and does it. What the desk refuses, or does not live to store, was not promised. */
  during(
    desk: Pick<TypedThing, 'officerId' | 'deviceId'>,
    deeds: readonly Deed[],
    work: () => Promise<unknown>,
  ): Promise<void>;
}

/** An empty one. */
export function makeLedger(): Ledger {
  let things: readonly TypedThing[] = [];
  return {
    get things() {
      return things;
    },
    async during({ officerId, deviceId }, deeds, work) {
      const noted = deeds.map((deed) => ({ contactId: null, ...deed, officerId, deviceId }));
      things = [...things, ...noted];
      try {
        await work();
      } catch (cause) {
        things = things.filter((thing) => !noted.some((one) => one === thing));
        throw cause;
      }
    },
  };
}
