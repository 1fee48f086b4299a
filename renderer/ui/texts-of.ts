/** The same keys as `Texts`, any words: French and English must have what Dutch has, no more, no less. */
export type TextsOf<Texts> = {
  readonly [Key in keyof Texts]: Texts[Key] extends string ? string : TextsOf<Texts[Key]>;
};
