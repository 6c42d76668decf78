/*
 * Checks who may import whom (.dependency-cruiser.mjs). A checker that reads nothing reports nothing, so each run
 * first plants a breach of every rule in a small tree of its own and demands that each is found, and then demands
 * that every source file was read.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { cruise } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import config, { forbidden } from '../.dependency-cruiser.mjs'
import { inProject, root } from './lib/paths.mjs'

/** Breaches of each rule, file -> its text; each must be found. @type {Record<string, Record<string, string> | Record<string, string>[]>} */
const breaches = {
  'every-import-leads-somewhere': { 'src/main/a.ts': "import './missing.ts'" },
  'domain-is-pure': { 'src/domain/a.ts': "import { readFileSync } from 'node:fs'\nreadFileSync('a')" },
  'assistant-is-pure': { 'src/domain/suggest/r.ts': "import { hostname } from 'node:os'\nhostname()" },
  'assistant-in-its-thread-only': {
    'src/renderer/s.ts': "import '../domain/suggest/suggest.ts'",
    'src/domain/suggest/suggest.ts': 'export {}',
  },
  'domain-specs-stay-below': {
    'src/domain/b.spec.ts': "import '../main/b.ts'",
    'src/main/b.ts': 'export {}',
  },
  'contract-knows-the-domain-only': {
    'src/contract/c.ts': "import '../main/c.ts'",
    'src/main/c.ts': 'export {}',
  },
  'main-knows-no-screen': { 'src/main/d.ts': "import '../renderer/d.ts'", 'src/renderer/d.ts': 'export {}' },
  'renderer-knows-domain-and-contract-only': {
    'src/renderer/e.ts': "import type { E } from '../main/e.ts'\nexport type F = E",
    'src/main/e.ts': 'export type E = 1',
  },
  'replay-knows-domain-and-contract-only': {
    'src/replay/q.ts': "import '../main/q.ts'",
    'src/main/q.ts': 'export {}',
  },
  'renderer-runs-in-a-page': { 'src/renderer/f.ts': "import 'node:path'" },
  'preload-is-a-bridge-only': { 'src/preload/g.ts': "import 'zod'" },
  'rooms-do-not-know-each-other': {
    'src/renderer/rooms/read/h.ts': "import '../claims/h.ts'",
    'src/renderer/rooms/claims/h.ts': 'export {}',
  },
  'electron-in-its-shell-only': { 'src/main/engine/i.ts': "import 'electron'" },
  'sqlite-in-the-engine-only': { 'src/main/export/j.ts': "import 'better-sqlite3'" },
  'connection-in-the-engine-only': {
    'src/main/export/r.ts': "import type { ReadDb } from '../engine/log/database.ts'\nexport type R = ReadDb",
    'src/main/engine/log/database.ts': 'export type ReadDb = 1',
  },
  'program-knows-no-shell': {
    'src/main/k.ts': "import './browser/k.ts'",
    'src/main/browser/k.ts': 'export {}',
  },
  'shells-do-not-know-each-other': {
    'src/main/cli/l.ts': "import '../browser/l.ts'",
    'src/main/browser/l.ts': 'export {}',
  },
  'run-time-packages-are-dependencies': { 'src/main/m.ts': "import 'fast-check'" },
  'fixtures-serve-specs-only': {
    'src/domain/p.ts': "import './p.fixture.ts'",
    'src/domain/p.fixture.ts': 'export {}',
  },
  'no-circles': [
    { 'src/main/n.ts': "import './o.ts'", 'src/main/o.ts': "import './n.ts'" },
    {
      'src/main/t.ts': "import type { U } from './u.ts'\nexport type T = U[]",
      'src/main/u.ts': "import type { T } from './t.ts'\nexport type U = { t: T }",
    },
  ],
}

const missed = await unseenBreaches()
if (missed.length > 0) stop(`The check is blind: it did not find the planted breach of ${missed.join(', ')}.`)

const { violations, files } = await check(root)
const unread = sourceFiles(inProject('src')).filter((file) => !files.has(file))
if (unread.length > 0)
  stop(`The check did not read ${unread.slice(0, 5).join(', ')} (${unread.length} files).`)
for (const { rule, from, to } of violations) console.error(`${rule.name}: ${from} -> ${to}`)
if (violations.length > 0) stop(`Architecture: ${violations.length} imports break a rule.`)
console.log(
  `Architecture: ${files.size} files follow ${forbidden.length} rules; each rule found its planted breach.`,
)

async function unseenBreaches() {
  mkdirSync(inProject('.cache'), { recursive: true })
  const planted = mkdtempSync(inProject('.cache', 'planted-'))
  try {
    for (const file of ['package.json', 'tsconfig.json', 'node_modules']) {
      symlinkSync(inProject(file), join(planted, file), file === 'node_modules' ? 'junction' : 'file')
    }
    for (const [file, text] of Object.values(breaches)
      .flat()
      .flatMap((files) => Object.entries(files))) {
      mkdirSync(dirname(join(planted, file)), { recursive: true })
      writeFileSync(join(planted, file), `${text}\n`)
    }
    const found = await check(planted)
    return forbidden
      .map(({ name }) => String(name))
      .filter((name) => {
        const planted = [breaches[name] ?? {}].flat()
        return planted.some(
          (files) =>
            !found.violations.some(({ rule, from }) => rule.name === name && Object.hasOwn(files, from)),
        )
      })
  } finally {
    rmSync(planted, { recursive: true, force: true })
  }
}

/** @param {string} baseDir a folder with src/ in it */
async function check(baseDir) {
  const tsConfig = extractTSConfig(join(baseDir, 'tsconfig.json'))
  const { output } = await cruise(
    ['src'],
    { ...config.options, baseDir, validate: true, ruleSet: { forbidden } },
    config.options?.enhancedResolveOptions,
    { tsConfig },
  )
  const { summary, modules } = /** @type {import('dependency-cruiser').ICruiseResult} */ (output)
  return { violations: summary.violations, files: new Set(modules.map(({ source }) => source)) }
}

/** Every TypeScript file under a folder, relative to the project, with slashes. @param {string} folder @returns {string[]} */
function sourceFiles(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
}

/** @param {string} sentence @returns {never} */
function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}
