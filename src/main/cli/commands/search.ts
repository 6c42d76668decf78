import type { SearchHit } from '../../../contract/rows.ts'
import { oneLine } from '../../shell-kit/terminal-text.ts'
import type { CliCommand } from '../command.ts'
import { withWorkspace } from '../workspace.ts'

export const search: CliCommand = {
  name: 'search',
  usage: 'WORKSPACE WORDS... [--json]',
  summary: 'Finds words in articles, claims and notes.',
  help: `
All words must occur; the last may be the beginning of a word. Accents and case do not matter. Prints a hit a
line: what it is, its id, its title and the words around it, separated by tabs. At most 200 hits.`,
  options: { json: { type: 'boolean', help: 'prints each hit as a line of JSON' } },
  words: { least: 2, most: Number.POSITIVE_INFINITY },
  async run({ words: [path, ...words], flag, io }) {
    const hits = await withWorkspace(
      path!,
      io,
      async (engine, watch) =>
        (await engine.query(
          { name: 'search', input: { text: words.join(' '), kinds: [], limit: 200 }, analyst: null },
          watch,
        )) as SearchHit[],
    )
    for (const hit of hits) {
      await io.print(flag('json') ? `${JSON.stringify(hit)}\n` : `${plainLine(hit)}\n`)
    }
    if (hits.length === 0) io.tell('Nothing was found.')
    return 0
  },
}

function plainLine({ kind, id, title, snippet }: SearchHit): string {
  return [kind, id, title, snippet.map(({ text }) => text).join('')].map(oneLine).join('\t')
}
