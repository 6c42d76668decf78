import { resolve } from 'node:path'
import { fewestDigits, readHeadWords, writeHead } from '../../../domain/head.ts'
import { makeEngine } from '../../engine/engine.ts'
import { listBackups } from '../../engine/file/backup.ts'
import type { HeldHead } from '../../engine/verify/heads.ts'
import { oneLine } from '../../shell-kit/terminal-text.ts'
import { type CliCommand, type Io, WrongUse } from '../command.ts'
import { headsOf } from '../heads.ts'
import { watching } from '../workspace.ts'

export const verify: CliCommand = {
  name: 'verify',
  usage: 'WORKSPACE [--head SEQ:HASH] [--json]',
  summary: 'Checks a workspace: storage, hash chain, texts and tables.',
  help: `
Walks the whole log and compares every hash, every text and every table with what the log says.
Reads only; the program may have the workspace open. Exit code 1 when something is not as it should be:
each finding is printed on a line of its own.

A log that was cut at its end, put back to an older copy or written anew as a whole is only found by holding it
against a head that was kept elsewhere: the one that the program remembers on this computer, and the one given by
--head, as “claimtrail log”, “claimtrail verify”, the window’s status line and the manifests of exports tell it. Of
its hash the first ${fewestDigits} digits are enough. What no check can say is told at the end.`,
  options: {
    head: { type: 'string', value: 'SEQ:HASH', help: 'an earlier head, which the log must contain' },
    json: { type: 'boolean', help: 'prints the report as JSON' },
  },
  words: { least: 1, most: 1 },
  async run({ words, option, flag, io }) {
    const path = resolve(words[0]!)
    const held = [...given(option('head')), ...remembered(path, io)]
    const report = await makeEngine(() => {}).verify({ path, held }, watching(io, 'Checking'))
    if (flag('json')) {
      await io.print(`${JSON.stringify(report, null, 2)}\n`)
    } else {
      for (const { code, message, seq } of report.findings) {
        await io.print(`${seq === null ? '' : `event ${seq}: `}${oneLine(message)} [${code}]\n`)
      }
      const found = report.findings.length
      const result = found === 0 ? 'nothing is wrong' : found === 1 ? '1 finding' : `${found} findings`
      io.tell(
        `Checked ${report.events} events: ${result}. Head ${writeHead({ seq: report.head, hash: report.hash })}.`,
      )
      for (const sentence of report.confirmed) io.tell(sentence)
      io.tell('Not checked:')
      for (const sentence of report.notChecked) io.tell(`- ${sentence}`)
    }
    const latest = report.ok ? undefined : listBackups(path)[0]
    if (latest) io.tell(`Its latest backup: ${latest.path}`)
    return report.ok ? 0 : 1
  },
}

function given(words: string | undefined): HeldHead[] {
  if (words === undefined) return []
  const head = readHeadWords(words)
  if (head) return [{ ...head, from: 'given' }]
  throw new WrongUse(
    `--head takes an event’s number and its hash (SEQ:HASH, at least ${fewestDigits} digits of the hash), not “${words}”.`,
  )
}

function remembered(path: string, io: Io): HeldHead[] {
  const known = headsOf(io).get(path)
  return known ? [{ ...known, from: 'remembered' }] : []
}
