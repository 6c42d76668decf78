import { licenceTexts } from './licences.mjs'
import { nameOf } from './lock.mjs'

const head = `# Third-party notices

Claimtrail is made with the packages below, which are handed on with it: loaded at run time, or bundled into its
windows and pages. Their licences follow; packages whose licence has the same words stand together. The same list for
programs, with versions and hashes, is \`bom.cdx.json\`. Both are made by \`npm run notices\`; do not edit them.

Electron brings Chromium and Node.js, whose notices lie beside the packaged program (\`LICENSE.electron.txt\` and
\`LICENSES.chromium.html\`). better-sqlite3 contains SQLite, which is in the public domain.
`

/**
 * @param {import('./lock.mjs').Lock} lock @param {Iterable<string>} paths of what is handed on
 * @returns {string} Markdown
 */
export function thirdPartyNotices(lock, paths) {
  /** By text: who has it. @type {Map<string, string[]>} */
  const groups = new Map()
  for (const path of paths) {
    const entry = /** @type {import('./lock.mjs').LockEntry} */ (lock[path])
    const texts = licenceTexts(path).join('\n\n')
    const text = texts || `The package has no text of its own; its licence is ${entry.license}.`
    const named = `${nameOf(path, entry)} ${entry.version} (${entry.license})`
    groups.set(text, [...(groups.get(text) ?? []), named])
  }
  const sections = [...groups].map(([text, named]) => ({ names: [...new Set(named)].sort(), text }))
  sections.sort((a, b) => (String(a.names[0]) < String(b.names[0]) ? -1 : 1))
  return `${[head.trimEnd(), ...sections.map(sectionOf)].join('\n\n')}\n`
}

/** @param {{ names: string[], text: string }} section */
function sectionOf({ names, text }) {
  const list = names.map((name) => `- ${name}`).join('\n')
  // A fence longer than any in the text, so that nothing in it ends the block.
  const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length + 1)))
  return `---\n\n${list}\n\n${fence}text\n${text}\n${fence}`
}
