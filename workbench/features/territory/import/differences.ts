/** The columns in which `after` differs from `before`; undefined when there are none. */
export function differences<Content extends object>(
  before: Readonly<Content>,
  after: Readonly<Content>,
): Partial<Content> | undefined {
  const different: Partial<Content> = {};
  let any = false;
  for (const column of Object.keys(after) as (keyof Content)[]) {
    if (before[column] === after[column]) continue;
    different[column] = after[column];
    any = true;
  }
  return any ? different : undefined;
}
