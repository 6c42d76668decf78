/*
 * The floors of the house, as ARCHITECTURE.md describes them. scripts/architecture.mjs checks them and proves, each
 * time, that every rule catches what it is for.
 */
const electron = '(^electron$|(^|/)node_modules/electron/)'
const sqlite = '(^better-sqlite3$|(^|/)node_modules/better-sqlite3/)'
const specs = '\\.(spec|fixture)\\.tsx?$'

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
export const forbidden = [
  {
    name: 'every-import-leads-somewhere',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'domain-is-pure',
    comment:
      'The domain knows its own files and two pure libraries: no Node, no page, no database, no shell.',
    severity: 'error',
    from: { path: '^src/domain/', pathNot: [specs, '^src/domain/suggest/'] },
    to: { pathNot: ['^src/domain/', '(^|/)node_modules/(zod|immer)/'] },
  },
  {
    name: 'assistant-is-pure',
    comment: 'So does the assistant, which also knows the libraries that read English.',
    severity: 'error',
    from: { path: '^src/domain/suggest/', pathNot: specs },
    to: {
      pathNot: [
        '^src/domain/',
        '(^|/)node_modules/(zod|immer|chrono-node|wink-nlp|wink-eng-lite-web-model)/',
      ],
    },
  },
  {
    name: 'assistant-in-its-thread-only',
    comment: 'The language model is large: no window, engine or command line loads it.',
    severity: 'error',
    from: { pathNot: ['^src/domain/suggest/', '^src/main/suggest/', '^bench/'] },
    to: {
      path: '(^|/)node_modules/(chrono-node|wink-nlp|wink-eng-lite-web-model)/|^src/domain/suggest/(suggest|reading/reading|dates/dates)\\.ts$',
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'domain-specs-stay-below',
    severity: 'error',
    from: { path: `^src/domain/.*${specs}` },
    to: { path: '^src/(contract|main|preload|renderer|replay)/' },
  },
  {
    name: 'contract-knows-the-domain-only',
    severity: 'error',
    from: { path: '^src/contract/', pathNot: specs },
    to: { pathNot: ['^src/(contract|domain)/', '(^|/)node_modules/zod/'] },
  },
  {
    name: 'main-knows-no-screen',
    comment:
      'An exported page shares the colours and the looks of charts with the screens, and nothing else.',
    severity: 'error',
    from: { path: '^src/main/' },
    to: { path: '^src/(renderer|preload|replay)/', pathNot: '^src/renderer/styles/[^/]+\\.css$' },
  },
  {
    name: 'renderer-knows-domain-and-contract-only',
    severity: 'error',
    from: { path: '^src/renderer/' },
    to: { path: '^src/(main|preload|replay)/' },
  },
  {
    name: 'replay-knows-domain-and-contract-only',
    comment: 'The page that is handed on stands alone; of the screens it shares the colours only.',
    severity: 'error',
    from: { path: '^src/replay/', pathNot: specs },
    to: { path: '^src/(main|preload|renderer)/', pathNot: '\\.css$' },
  },
  {
    name: 'renderer-runs-in-a-page',
    severity: 'error',
    from: { path: '^src/(renderer|replay)/', pathNot: specs },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'preload-is-a-bridge-only',
    comment: 'A sandboxed preload can require nothing but electron.',
    severity: 'error',
    from: { path: '^src/preload/' },
    to: { pathNot: ['^src/contract/', electron] },
  },
  {
    name: 'rooms-do-not-know-each-other',
    severity: 'error',
    from: { path: '^src/renderer/rooms/([^/]+)/' },
    to: { path: '^src/renderer/rooms/([^/]+)/', pathNot: '^src/renderer/rooms/$1/' },
  },
  {
    name: 'electron-in-its-shell-only',
    severity: 'error',
    from: { pathNot: '^(src/main/electron|src/preload|e2e)/' },
    to: { path: electron },
  },
  {
    name: 'sqlite-in-the-engine-only',
    severity: 'error',
    from: { pathNot: '^(src/main/engine|bench)/' },
    to: { path: sqlite },
  },
  {
    name: 'connection-in-the-engine-only',
    comment: 'Nor does anything above the engine hold a connection: SQL is the engine’s own.',
    severity: 'error',
    from: { pathNot: '^(src/main/engine|bench)/' },
    to: { path: '^src/main/engine/log/database\\.ts$' },
  },
  {
    name: 'program-knows-no-shell',
    comment: 'Shells use the program; nothing of the program uses a shell.',
    severity: 'error',
    from: { path: '^src/main/', pathNot: '^src/main/(electron|browser|cli|shell-kit)/' },
    to: { path: '^src/main/(electron|browser|cli|shell-kit)/' },
  },
  {
    name: 'shells-do-not-know-each-other',
    severity: 'error',
    from: { path: '^src/main/(electron|browser|cli)/' },
    to: { path: '^src/main/(electron|browser|cli)/', pathNot: '^src/main/$1/' },
  },
  {
    name: 'run-time-packages-are-dependencies',
    comment:
      'The main bundles keep packages external: one from devDependencies would be missing when packaged.',
    severity: 'error',
    from: { path: '^src/(main|domain|contract)/', pathNot: specs },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: electron },
  },
  {
    name: 'fixtures-serve-specs-only',
    severity: 'error',
    from: { path: '^src/', pathNot: specs },
    to: { path: '\\.fixture\\.tsx?$' },
  },
  {
    name: 'no-circles',
    comment: 'Of types neither: what two files share lies in a third that both look down on.',
    severity: 'error',
    from: { path: '^src/' },
    to: { circular: true },
  },
]

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden,
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
}
