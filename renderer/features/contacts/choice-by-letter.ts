/** The next choice after `current` whose text begins with the letter `key`, going round; undefined for none. */
export function choiceByLetter<Value extends string>(
  values: readonly Value[],
  textOf: (value: Value) => string,
  current: Value | '',
  key: string,
): Value | undefined {
  if (key.length !== 1) return undefined;
  const letter = key.toLocaleLowerCase();
  const from = values.findIndex((value) => value === current) + 1;
  return [...values.slice(from), ...values.slice(0, from)].find((value) =>
    textOf(value).toLocaleLowerCase().startsWith(letter),
  );
}
