import { resolve } from 'node:path'
import { makeEngine } from '../../engine/engine.ts'
import { listBackups } from '../../engine/file/backup.ts'
import type { CliCommand } from '../command.ts'
import { watching } from '../workspace.ts'

export const verify: CliCommand = {
  name: 'verify',
  usage: 'WORKSPACE [--json]',
  summary: 'Checks a workspace: storage, hash chain, texts and tables.',
  help: `
Walks the whole log and compares every hash, every text and every table with what the log says.
Reads only; the program may have the workspace open. Exit code 1 when something is not as it should be:
each finding is printed on a line of its own.`,
  options: { json: { type: 'boolean', help: 'prints the report as JSON' } },
  words: { least: 1, most: 1 },
  async run({ words, flag, io }) {
    const path = resolve(words[0]!)
    const report = await makeEngine(() => {}).verify({ path }, watching(io, 'Checking'))
    if (flag('json')) {
      await io.print(`${JSON.stringify(report, null, 2)}\n`)
    } else {
      for (const { code, message, seq } of report.findings) {
        await io.print(`${seq === null ? '' : `event ${seq}: `}${message} [${code}]\n`)
      }
      const found = report.findings.length
      const result = found === 0 ? 'nothing is wrong' : found === 1 ? '1 finding' : `${found} findings`
      io.tell(`Checked ${report.events} events: ${result}. Head ${report.head}, hash ${report.hash}.`)
    }
    const latest = report.ok ? undefined : listBackups(path)[0]
    if (latest) io.tell(`Its latest backup: ${latest.path}`)
    return report.ok ? 0 : 1
  },
}
