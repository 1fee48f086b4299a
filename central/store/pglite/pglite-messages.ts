/** What the thread of the embedded database is asked. */
export type WorkerQuestion =
  | {
      readonly id: number;
      readonly kind: 'query';
      readonly text: string;
      readonly values: readonly unknown[];
    }
  | { readonly id: number; readonly kind: 'listen'; readonly channel: string }
  | { readonly id: number; readonly kind: 'close' };

/** What it says; with `channel`, unasked. */
export type WorkerAnswer =
  | {
      readonly id: number;
      readonly ok: true;
      readonly rows: readonly unknown[];
      readonly affected: number;
    }
  | { readonly id: number; readonly ok: false; readonly message: string; readonly code: string }
  | { readonly id: 0; readonly channel: string; readonly payload: string };

/** A question before it has a number. */
export type Unnumbered<Question> = Question extends unknown ? Omit<Question, 'id'> : never;
