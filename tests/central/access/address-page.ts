import { ROLES } from '#shared/protocol/account.ts';
import { WIRE } from '#shared/protocol/wire.ts';

import { ASKERS } from '../../../central/access/endpoints.ts';
import { type AddressName, ASKING, endingAt } from './addresses.ts';

const INTRODUCTION = `## Who is let in where

Every address of the wire (\`shared/protocol/wire.ts\`) and who is let in there (\`central/access/endpoints.ts\`),
as \`tests/central/access/addresses.test.ts\` tries it over HTTP with desks that are really enrolled, on PostgreSQL: with no
token, as each role, as an administrator whose account was closed, and as one whose desk was shut out. An address without
a row does not compile, and fails that test. Where one is let in, the tables above say what for: which rows are
seen and written, and of what was set aside what one could have written oneself. _Proof_ is a one-time code, a
password, or a signature of the desk, whatever token comes with it.

Here roles are judged by the application alone. What a desk sends and fetches runs as roles of the database that
write no account, right, area, desk, act or version of the territory, and read no secret; but administration runs as
the centre's own role, which has no second wall. What was set aside has one for who reads it
(\`tests/central/access/set-aside.test.ts\`), and of deciding only the first operation. Code lists have no address of their own: they are rows (\`code\`).
`;

const NAMES = Object.keys(WIRE) as AddressName[];

/** The part of the page that says who is let in at each address, in Markdown. */
export function addressPage(): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    INTRODUCTION,
    line(['address', 'without a token', ...ROLES, 'closed', 'shut out']),
    line(Array.from({ length: ROLES.length + 4 }, () => '---')),
    ...NAMES.map((name) =>
      line([`\`${WIRE[name].path}\``, ...ASKING.map((asking) => cell(name, asking))]),
    ),
    '',
  ].join('\n');
}

function cell(name: AddressName, asking: (typeof ASKING)[number]): string {
  if (ASKERS[name] === 'anybody') return 'proof';
  return ['NOT_SIGNED_IN', 'FORBIDDEN'].includes(endingAt(name, asking)) ? '·' : 'yes';
}
