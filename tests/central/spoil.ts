import fc from 'fast-check';

/** What may be found where something else belongs. */
const strange = fc.oneof(
  fc.jsonValue(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom<unknown>(
    null,
    -1,
    0.5,
    1e308,
    2 ** 53,
    '',
    '\u0000',
    '\ud800',
    'x'.repeat(5_000),
    "'; drop table operation; --",
    [],
    {},
    Array.from({ length: 2_000 }, (_, at) => at),
    JSON.parse('{"__proto__": {"admin": true}, "constructor": {"prototype": 1}}'),
  ),
);

/** What is made, with one member somewhere in it exchanged, left out, or joined by one that nobody knows. */
export function spoiled(made: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const path = fc.array(fc.nat(12), { minLength: 1, maxLength: 6 });
  const how = fc.constantFrom('exchange' as const, 'leave-out' as const, 'add' as const);
  return fc
    .tuple(made, path, how, strange)
    .map(([body, where, what, value]) => spoil(body, where, what, value));
}

function spoil(
  right: unknown,
  path: readonly number[],
  how: 'exchange' | 'leave-out' | 'add',
  value: unknown,
): unknown {
  const [first, ...rest] = path;
  if (first === undefined || typeof right !== 'object' || right === null) return value;
  const keys = Object.keys(right);
  const key = keys[first % Math.max(1, keys.length)];
  if (key === undefined) return value;
  const deeper = Reflect.get(right, key) as unknown;
  const last = rest.length === 0 || typeof deeper !== 'object' || deeper === null;
  const members = Object.entries(right).flatMap(([name, member]): [string, unknown][] => {
    if (name !== key) return [[name, member]];
    if (last && how === 'leave-out') return [];
    if (last && how === 'add')
      return [
        [name, member],
        ['unheardOf', value],
      ];
    return [[name, spoil(member, rest, how, value)]];
  });
  const result = Object.fromEntries(members) as Record<string, unknown>;
  return Array.isArray(right) ? Object.values(result) : result;
}
