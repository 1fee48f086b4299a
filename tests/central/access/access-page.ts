import { ENTITY_ORDER, rulesOf } from '#shared/domain/operations/entity-registry.ts';
import type { Entity } from '#shared/domain/operations/operation.ts';
import { type Role, ROLES } from '#shared/protocol/account.ts';

import type { AccessCase } from './expected.ts';

const LETTERS: Readonly<Record<Role, string>> = {
  officer: 'O',
  'team-lead': 'L',
  'data-protection-officer': 'D',
  administrator: 'A',
};

const INTRODUCTION = `# Who may see and do what

Made from the policy (\`central/access/access.ts\`, \`shared/domain/operations/entity-registry.ts\`) by
\`tests/central/access/access.test.ts\`, which fails when this page is old; \`vitest run tests/central/access -u\`
writes it anew. The same test tries every cell over HTTP on PostgreSQL, also with the application's own
judgement switched off: then the database alone refuses (row-level security, in the migrations).

A number stands for how who asks stands to the row: the right held on that day, whether the row is
restricted or lies in no neighbourhood, whether it is their own (they wrote it; of an officer's row: it is
about them). _Named_ is who was given the restricted rows of an area by name. A cell names the roles that
may: **O** officer, **L** team lead, **D** data protection officer, **A** administrator; a dot is nobody. What a
desk sends without a right is set aside at the centre (\`no-right\`), not dropped; a revoked desk is not
let in at all. Fields that never change are named once: a change of them is refused whoever asks. The bytes
of a file are for who may see the row that names them, and are fetched in every cell as well.
`;

/** The page for people, in Markdown. */
export function accessPage(cases: readonly AccessCase[]): string {
  const legend = relationsOf(cases).map((text, at) => `${at + 1}. ${text}`);
  return [
    INTRODUCTION,
    ...legend,
    '',
    ...ENTITY_ORDER.map((entity) => section(entity, cases)),
  ].join('\n');
}

function relationsOf(cases: readonly AccessCase[]): readonly string[] {
  return [...new Set(cases.map(({ relation }) => relation.text))];
}

function section(entity: Entity, cases: readonly AccessCase[]): string {
  const rules = rulesOf(entity);
  const fixed = Object.entries(rules?.fields ?? {})
    .filter(([, { policy }]) => policy === 'fixed')
    .map(([name]) => name);
  const actions = [
    ...new Set(
      cases.flatMap(({ attempts }) =>
        attempts.filter((attempt) => attempt.entity === entity).map(({ action }) => action),
      ),
    ),
  ].filter((action) => !fixed.includes(action));
  const relations = relationsOf(cases);
  const lettersOf = (text: string, may: (one: AccessCase) => boolean): string =>
    ROLES.flatMap((role) => {
      const one = cases.find((other) => other.role === role && other.relation.text === text);
      return one !== undefined && may(one) ? [LETTERS[role]] : [];
    }).join(' ') || '·';
  const columnOf = (action: string): readonly string[] =>
    relations.map((text) =>
      lettersOf(text, ({ attempts }) =>
        attempts.some(
          (one) => one.entity === entity && one.action === action && one.ending === 'done',
        ),
      ),
    );
  const see = relations.map((text) =>
    lettersOf(text, ({ looks }) => looks.some((look) => look.entity === entity && look.seen)),
  );
  const columns = grouped([['see', see], ...actions.map((one) => [one, columnOf(one)] as const)]);
  const lines = grouped(
    relations.map(
      (_text, at) => [String(at + 1), columns.map(([, cells]) => cells[at] ?? '')] as const,
    ),
  );
  return [
    `## ${entity}`,
    '',
    ...(fixed.length > 0 ? [`Never change: ${fixed.map(code).join(', ')}.`, ''] : []),
    row(['who asks', ...columns.map(([names]) => names.map(titled).join(', '))]),
    row(['---', ...columns.map(() => '---')]),
    ...lines.map(([names, cells]) => row([ranges(names.map(Number)), ...cells])),
    '',
  ].join('\n');
}

/** Joins what has the same cells, in the order of the first of each. */
function grouped(
  given: readonly (readonly [string, readonly string[]])[],
): readonly (readonly [readonly string[], readonly string[]])[] {
  const groups = new Map<string, [string[], readonly string[]]>();
  for (const [name, cells] of given) {
    const group = groups.get(cells.join('|'));
    if (group === undefined) groups.set(cells.join('|'), [[name], cells]);
    else group[0].push(name);
  }
  return [...groups.values()];
}

/** `1–3, 7` for 1, 2, 3 and 7. */
function ranges(numbers: readonly number[]): string {
  const found: [number, number][] = [];
  for (const number of numbers) {
    const last = found.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else found.push([number, number]);
  }
  return found.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}

const PLAIN: ReadonlySet<string> = new Set(['see', 'new', 'delete', 'erase']);
const titled = (action: string): string => (PLAIN.has(action) ? action : code(action));
const code = (text: string): string => `\`${text}\``;
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
