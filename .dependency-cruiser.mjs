// The picture of ARCHITECTURE.md as rules. Run by `pnpm check boundaries`.

const TEST = '\\.test\\.tsx?$|/src/test/|/src/live/test/';
const OUTSIDE_SOURCE = `${TEST}|/bench/`;

/** A package may import from itself and from what is listed; from npm, only what `npm` lists. */
const layer = (name, { from, packages = [], npm }) => {
  const own = [`^${from}/`, ...packages.map((other) => `^packages/${other}/src/`)];
  const listed = npm && npm.map((dependency) => `node_modules/${dependency}/`);
  return [
    {
      name: `${name}-layer`,
      comment: `${name} may import only: ${packages.join(', ') || 'nothing of Hearth'}.`,
      severity: 'error',
      from: { path: `^${from}/`, pathNot: TEST },
      to: { path: '^(packages|apps|e2e)/', pathNot: own },
    },
    ...(listed
      ? [
          {
            name: `${name}-npm`,
            comment: `${name} may use from npm only: ${npm.join(', ') || 'nothing'}.`,
            severity: 'error',
            from: { path: `^${from}/`, pathNot: OUTSIDE_SOURCE },
            to: { path: 'node_modules/', pathNot: listed },
          },
        ]
      : []),
  ];
};

// Folders of the server that every feature may look into.
const SERVES_ALL = ['http', 'access', 'live', 'background'];
const pure = ['review', 'board', 'learning'];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...layer('review', { from: 'packages/review', npm: [] }),
    ...layer('board', { from: 'packages/board', packages: ['review'], npm: ['yjs', 'lexorank'] }),
    ...layer('learning', { from: 'packages/learning', packages: ['board', 'review'], npm: [] }),
    ...layer('protocol', { from: 'packages/protocol', packages: ['learning', 'review'], npm: ['zod'] }),
    ...layer('sync', {
      from: 'packages/sync',
      packages: ['protocol'],
      npm: ['yjs', 'lib0', 'ws', '@types/ws'],
    }),
    ...layer('store', { from: 'packages/store', packages: ['sync', 'learning', 'board', 'review'] }),
    ...layer('web', { from: 'apps/web', packages: ['protocol', 'board', 'review', 'learning'] }),
    {
      name: 'sync-knows-its-part-of-the-protocol',
      comment: 'sync may import only sync and errors of the protocol: no HTTP, no facilitation.',
      severity: 'error',
      from: { path: '^packages/sync/', pathNot: TEST },
      to: { path: '^packages/protocol/src/', pathNot: '^packages/protocol/src/(sync|errors)' },
    },
    {
      name: 'store-knows-only-the-update-log-of-sync',
      comment: 'Of sync, the store implements the port; rooms and peers are none of its business.',
      severity: 'error',
      from: { path: '^packages/store/', pathNot: TEST },
      to: { path: '^packages/sync/src/', pathNot: '^packages/sync/src/(update-log|fan-out|leases|ports/)' },
    },
    {
      name: 'store-port-only',
      comment: 'The server is put together in main: elsewhere it knows the store by its ports.',
      severity: 'error',
      from: { path: '^apps/server/src/[^/]+/', pathNot: TEST },
      to: { path: '^packages/store/src/(sqlite|postgres|migrations)/' },
    },
    {
      name: 'server-is-a-leaf',
      comment: 'Nothing but the browser tests may look into the server.',
      severity: 'error',
      from: { pathNot: '^(apps/server|e2e)/' },
      to: { path: '^apps/server/' },
    },
    {
      name: 'pure-packages-stay-pure',
      comment: 'Time, ids and files come in as arguments: no node: modules in review, board and learning.',
      severity: 'error',
      from: { path: `^packages/(${pure.join('|')})/`, pathNot: OUTSIDE_SOURCE },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'browser-has-no-node',
      comment: 'The web application runs where there are no node: modules.',
      severity: 'error',
      from: { path: '^apps/web/src/', pathNot: TEST },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'feature-by-its-service',
      comment: "Between features of the server: the other's service.ts only. What serves all of them is no feature.",
      severity: 'error',
      from: { path: '^apps/server/src/([^/]+)/', pathNot: TEST },
      to: {
        path: '^apps/server/src/[^/]+/',
        pathNot: ['^apps/server/src/$1/', `^apps/server/src/(${SERVES_ALL.join('|')})/`, '/service\\.ts$'],
      },
    },
    {
      name: 'screen-is-private',
      comment: 'A feature of the web application never imports the screen of another.',
      severity: 'error',
      from: { path: '^apps/web/src/([^/]+)/', pathNot: `${TEST}|^apps/web/src/shell/` },
      to: { path: '^apps/web/src/[^/]+/[^/]+(Screen|Page|Routes)\\.tsx$', pathNot: '^apps/web/src/($1|shell)/' },
    },
    {
      name: 'no-circular',
      comment: 'Files that need each other are one file, or miss a third. A circle of types alone is harmless.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-meaningless-folder',
      comment: 'A folder is named by what it is about.',
      severity: 'error',
      from: {},
      to: { path: '/(util|utils|helper|helpers|common|shared|misc)/', pathNot: 'node_modules' },
    },
    {
      name: 'resolvable',
      comment: 'Import what exists; from another package only what its exports name.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(virtual:|vite/client)' },
    },
    {
      name: 'no-test-from-source',
      comment: 'What is shipped never needs a test.',
      severity: 'error',
      from: { pathNot: `${OUTSIDE_SOURCE}|^e2e/` },
      to: { path: TEST },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // What the benchmark's peers import is installed apart.
    exclude: { path: '(^|/)(dist|dist-types|test-results)/|^e2e/bench/sync/peers/' },
    // Types count: a type from a forbidden layer ties just as tightly.
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.jsx', '.mjs', '.json', '.d.ts'],
    },
  },
};
