import type { CliCommand } from '../command.ts'
import { watching, withWorkspace } from '../workspace.ts'

export const rebuild: CliCommand = {
  name: 'rebuild',
  usage: 'WORKSPACE',
  summary: 'Makes the tables again from the log.',
  help: `
Drops every projected table and the search index and folds the log anew. The log and the texts are not
touched. Ctrl+C stops it and leaves the tables as they were.`,
  options: {},
  words: { least: 1, most: 1 },
  async run({ words, io }) {
    const { events } = await withWorkspace(words[0]!, io, async (engine) =>
      engine.rebuild(null, watching(io, 'Rebuilding')),
    )
    io.tell(`Made the tables again from ${events} events.`)
    return 0
  },
}
