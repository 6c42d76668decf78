import { resolve } from 'node:path'
import { formatsOf } from '../../../contract/export-formats.ts'
import { openSnapshotAt } from '../../engine/reading/snapshot.ts'
import { type CliCommand, WrongUse } from '../command.ts'
import { deliver, outOption } from '../deliver.ts'
import { formatAsked, formatLines } from '../formats.ts'
import { momentAsked, momentHelp } from '../moment.ts'
import { watching, withWorkspace } from '../workspace.ts'

export const changes: CliCommand = {
  name: 'changes',
  usage: `WORKSPACE --from MOMENT [--to MOMENT] [--format ${formatsOf('changes').join('|')}] [--out FILE]`,
  summary: 'Tells what changed between two moments, old beside new.',
  help: `
Compares the workspace as of one moment with itself as of a later one: what was added, changed field by field,
moved, merged, withdrawn and removed, each with the event that did it last.

${momentHelp}

As Markdown: counts, claims by topic with the words they rest on as footnotes, then everything else. As CSV: a row
for each field, and two rows at the end with both events and their hashes. The same two moments give the same bytes
on every machine, also after more work was done. A file is written whole or not at all, with its manifest.

Formats:
${formatLines('changes')}`,
  options: {
    from: { type: 'string', value: 'MOMENT', help: 'the earlier moment' },
    to: { type: 'string', value: 'MOMENT', help: 'the later moment (default: now)' },
    format: { type: 'string', value: 'FORMAT', help: 'one of those above' },
    out: outOption,
  },
  words: { least: 1, most: 1 },
  async run(invocation) {
    const { words, option, io } = invocation
    const [since, until, format] = [option('from'), option('to'), option('format')]
    if (since === undefined) throw new WrongUse('Say from which moment: --from MOMENT.')
    const as = formatAsked('changes', format)
    const path = resolve(words[0]!)
    // Opening brings a workspace of an older version up to date and refuses what is none.
    await withWorkspace(path, io, async () => {
      const from = momentAsked(path, since, io).seq
      const to = until === undefined ? null : momentAsked(path, until, io).seq
      if (to !== null && from > to) {
        throw new WrongUse(`--from is event ${from}, which comes after event ${to}: swap the two.`)
      }
      const snapshot = openSnapshotAt(path, to, watching(io, 'Comparing'))
      try {
        await deliver(snapshot, { kind: 'changes', from, format: as }, path, invocation)
      } finally {
        snapshot.close()
      }
    })
    return 0
  },
}
