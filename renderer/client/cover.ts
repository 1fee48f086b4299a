/** What tells a page without its workbench when to cover itself, all in milliseconds of one clock. */
export interface Watch {
  readonly now: number;
  /** When somebody last used the keyboard or the pointer. */
  readonly lastSignAt: number;
  readonly idleMs: number;
}

/**
 * Milliseconds until a page whose workbench is away covers itself: at the very moment at which the
 * workbench would have locked the desk, had it still been there. Zero when that moment has passed.
 */
export function untilCover({ now, lastSignAt, idleMs }: Watch): number {
  return Math.max(0, lastSignAt + idleMs - now);
}

/** Input that shows that somebody is at the desk. */
export const SIGNS_OF_LIFE = ['keydown', 'pointerdown', 'wheel', 'pointermove'] as const;
