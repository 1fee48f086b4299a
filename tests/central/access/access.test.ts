import { format } from 'prettier';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ENTITY_ORDER, rulesOf } from '#shared/domain/operations/entity-registry.ts';
import { type Role, ROLES } from '#shared/protocol/account.ts';

import { JUDGEMENT, type Judgement } from '../../../central/access/access.ts';
import { startTestServer, type TestServer } from '../../factories/central-server.ts';
import { openServerStore } from '../open-stores.ts';
import { type PostgresServer, startPostgres } from '../postgres-server.ts';
import { accessPage } from './access-page.ts';
import { addressPage } from './address-page.ts';
import { type AccessCase, accessCase } from './expected.ts';
import { RELATIONS } from './relations.ts';
import { sampleOf } from './samples.ts';
import { type Found, tryCase } from './try-case.ts';

const CASES = ROLES.flatMap((role, at) =>
  RELATIONS.map((relation, index) => accessCase(role, relation, 1_000 * (at + 1) + index)),
);

/** Of the whole zone, and allowed everything: as if the application had forgotten to judge. */
const NO_JUDGEMENT: Judgement = {
  scopesOf(rights) {
    const { account } = rights;
    const named = rights.areas.map(({ id, kind }) => `${kind}:${id}`);
    const scopes = ['reference', 'people', 'unplaced', `user:${account?.officerId}`, ...named];
    return new Set([...scopes, ...scopes.map((scope) => `${scope}/restricted`)]);
  },
  mayWrite: () => true,
};

/** Bytes are for who sees the row that names them. A revoked desk is let in by nobody, whatever its officer may. */
function bytesOf({ looks, relation }: AccessCase): Found['bytes'] {
  return looks
    .filter(({ entity }) => rulesOf(entity)?.blob !== undefined)
    .map(({ entity, seen }) => [
      entity,
      { asked: seen, read: seen || relation.shut === 'desk revoked' },
    ]);
}

it('has a sample value for every field, and one for every command', () => {
  const situation = {
    authorId: 'author',
    neighbourhoodId: 'north',
    restricted: false,
    contactId: 'contact',
    dossierId: 'dossier',
    elsewhere: 'south',
    anyId: 'any',
  };
  for (const entity of ENTITY_ORDER) {
    const rules = rulesOf(entity);
    const { fields, other, commands } = sampleOf(entity, situation);
    expect(Object.keys(other)).toEqual(Object.keys(rules?.fields ?? {}));
    for (const [name, value] of Object.entries(other)) expect(value).not.toEqual(fields[name]);
    const later = Object.entries(rules?.commands ?? {}).filter(([, { does }]) => does === 'patch');
    expect(Object.keys(commands)).toEqual(later.map(([name]) => name));
  }
});

it('is what the page says', async () => {
  const page = await format([accessPage(CASES), addressPage()].join('\n'), {
    parser: 'markdown',
    printWidth: 100,
  });
  await expect(page).toMatchFileSnapshot('../../../docs/spec/access.md');
});

const postgres = await startPostgres();
if ('missing' in postgres) console.warn(`Not run on a PostgreSQL server: ${postgres.missing}.`);

describe.skipIf('missing' in postgres)('over HTTP, on PostgreSQL with row-level security', () => {
  const running = postgres as PostgresServer;
  afterAll(() => running.dispose());

  describe.each([
    ['judged by the application and by the database', JUDGEMENT],
    ['judged by the database alone', NO_JUDGEMENT],
  ] as const)('%s', (_text, judgement) => {
    let server: TestServer;
    beforeAll(async () => {
      const store = await openServerStore(await running.createDatabase());
      server = await startTestServer(store, { judgement });
    });
    afterAll(async () => {
      await server.stop();
      await server.zone.centre.store.close();
    });

    it.each(ROLES)(
      '%s: every cell is as the table says',
      async (role: Role) => {
        for (const one of CASES.filter((other) => other.role === role)) {
          const wallOnly = judgement === NO_JUDGEMENT;
          const found = await tryCase(server, one, wallOnly);
          const where = `${role}: ${one.relation.text}`;
          expect({ where, ...found }).toEqual({
            where,
            seen: one.looks.map(({ entity, seen }) => [entity, seen]),
            bytes: bytesOf(one),
            endings: one.attempts.map(({ entity, action, ending }) => [entity, action, ending]),
            versions: one.after,
          });
        }
      },
      300_000,
    );
  });
});
