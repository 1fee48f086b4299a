/**
 * Who may import whom (docs/architecture.md has the same table in words).
 * Each rule names the wall it holds; there are no exceptions in this file.
 */
const nodeOnly = '^(node:|better-sqlite3$)';
const layer = (name) => `^${name}/`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'A cycle hides which file knows the other.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file nobody imports is dead, unless it is an entry.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          '\\.d\\.ts$',
          '^tests/',
          '^scripts/',
          '\\.test\\.ts$',
          '\\.config\\.(js|ts)$',
          '\\.cjs$',
        ],
      },
      to: {},
    },
    {
      name: 'resolvable',
      comment: 'Every import leads somewhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'shared-knows-only-shared',
      severity: 'error',
      from: { path: layer('shared'), pathNot: '\\.test\\.ts$' },
      to: { path: '^(workbench|electron|loopback|renderer|central|tests|scripts)/' },
    },
    {
      name: 'shared-is-isomorphic',
      comment: 'shared/ runs in a page, in Node and at the centre: no built-ins, no DOM libraries.',
      severity: 'error',
      from: { path: layer('shared'), pathNot: '\\.test\\.ts$' },
      to: { path: `${nodeOnly}|^electron$`, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'shared-without-builtins',
      severity: 'error',
      from: { path: layer('shared'), pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'domain-knows-only-domain-and-lib',
      severity: 'error',
      from: { path: '^shared/(domain|lib)/' },
      to: { path: '^shared/(contract|protocol)/' },
    },
    {
      name: 'workbench-knows-only-shared',
      severity: 'error',
      from: { path: layer('workbench'), pathNot: '\\.test\\.ts$' },
      to: {
        path: '^(electron|loopback|renderer|central|tests|scripts)/|node_modules/(electron|ws|fastify|react)/',
      },
    },
    {
      name: 'hosts-use-the-one-door',
      comment: 'A host starts the workbench by workbench/index.ts and sees nothing behind it.',
      severity: 'error',
      from: { path: '^(electron|loopback)/', pathNot: '\\.test\\.ts$' },
      to: { path: layer('workbench'), pathNot: '^workbench/index\\.ts$' },
    },
    {
      name: 'hosts-do-not-know-each-other',
      severity: 'error',
      from: { path: '^(electron|loopback)/' },
      to: { path: '^(electron|loopback|renderer|central)/', pathNot: '^$1/' },
    },
    {
      name: 'renderer-knows-only-shared',
      severity: 'error',
      from: { path: layer('renderer') },
      to: { path: '^(workbench|electron|loopback|central|tests|scripts)/' },
    },
    {
      name: 'renderer-without-node',
      severity: 'error',
      from: { path: layer('renderer'), pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'central-knows-only-shared',
      severity: 'error',
      from: { path: layer('central') },
      to: { path: '^(workbench|electron|loopback|renderer|tests|scripts)/' },
    },
    {
      name: 'only-the-central-store-opens-databases',
      severity: 'error',
      from: { pathNot: '^(central/store|tests)/' },
      to: { path: 'node_modules/(pg|@electric-sql/pglite)/' },
    },
    {
      name: 'only-the-central-server-serves',
      severity: 'error',
      from: { pathNot: '^central/http/' },
      to: { path: 'node_modules/fastify/' },
    },
    {
      name: 'use-cases-of-the-centre-know-ports-only',
      comment: 'What is decided does not depend on which database it is kept in, nor on HTTP.',
      severity: 'error',
      from: {
        path: '^central/(access|administration|push|pull|accounts)/',
        pathNot: '\\.test\\.ts$',
      },
      to: { path: '^central/(http|commands|config|store/(memory|postgres|pglite|migrations))/' },
    },
    {
      name: 'sync-knows-no-feature',
      comment: 'Rows arrive whatever the screens do with them.',
      severity: 'error',
      from: { path: '^workbench/sync/', pathNot: '\\.test\\.ts$' },
      to: { path: '^workbench/features/' },
    },
    {
      name: 'product-does-not-know-its-tests',
      severity: 'error',
      from: {
        path: '^(shared|workbench|electron|loopback|renderer|central)/',
        pathNot: '\\.test\\.tsx?$',
      },
      to: { path: '^tests/' },
    },
    {
      name: 'features-meet-at-their-doors',
      comment: 'features/x imports features/y only by its index.ts.',
      severity: 'error',
      from: { path: '^(workbench|renderer)/features/([^/]+)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^$1/features/([^/]+)/', pathNot: '^$1/features/($2/|[^/]+/index\\.tsx?$)' },
    },
    {
      name: 'migrations-stand-alone',
      comment: 'A migration is history: it must not change when the application does.',
      severity: 'error',
      from: { path: '^(workbench|central)/store/migrations/\\d{4}-', pathNot: '\\.test\\.ts$' },
      to: { pathNot: 'node_modules/kysely/' },
    },
    {
      name: 'only-the-store-opens-sqlite',
      severity: 'error',
      from: { pathNot: '^(workbench/store|tests)/' },
      to: { path: 'better-sqlite3' },
    },
    {
      name: 'only-electron-knows-electron',
      severity: 'error',
      from: { pathNot: '^(electron|tests|scripts)/|^electron\\.vite\\.config\\.ts$' },
      to: { path: '^electron$|node_modules/electron/' },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^out/'] },
    exclude: { path: ['^out/', '^\\.cache/', '^dist/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
