import type { CliCommand } from '../command.ts'
import { acceptHead, acceptHeadHelp } from '../heads.ts'
import { changeWorkspace, watching } from '../workspace.ts'

export const rebuild: CliCommand = {
  name: 'rebuild',
  usage: 'WORKSPACE [--accept-shorter-log] [--accept-head]',
  summary: 'Makes the tables again from the log.',
  help: `
Drops every projected table and the search index and folds the log anew. The log and the texts are not
touched. Ctrl+C stops it and leaves the tables as they were.

Tables that are ahead of the log mean that the end of the log is gone; they are then the only trace of it, and
are not made anew unless --accept-shorter-log says that the log is right as it is. A backup is written first.

${acceptHeadHelp}`,
  options: {
    'accept-head': acceptHead,
    'accept-shorter-log': {
      type: 'boolean',
      help: 'makes tables that are ahead of the log anew, after a backup beside the workspace',
    },
  },
  words: { least: 1, most: 1 },
  async run({ words, flag, io }) {
    const acceptShorterLog = flag('accept-shorter-log')
    const accepted = { acceptHead: flag('accept-head') || acceptShorterLog, acceptShorterLog }
    const { events } = await changeWorkspace(words[0]!, io, accepted, async (engine) =>
      engine.rebuild(null, watching(io, 'Rebuilding')),
    )
    io.tell(`Made the tables again from ${events} events.`)
    return 0
  },
}
