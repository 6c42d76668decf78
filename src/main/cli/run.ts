import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { problemOf } from '../engine/problems.ts'
import { blame } from '../engine/verify/blame.ts'
import { refusals } from '../targets/refusal.ts'
import { type CliCommand, type ExitCode, type Io, ToldAlready, WrongUse } from './command.ts'
import { apply } from './commands/apply.ts'
import { backup } from './commands/backup.ts'
import { branch } from './commands/branch.ts'
import { branchChanges } from './commands/branch-changes.ts'
import { changes } from './commands/changes.ts'
import { commandSchemas } from './commands/commands.ts'
import { exportOut } from './commands/export.ts'
import { importFiles } from './commands/import.ts'
import { log } from './commands/log.ts'
import { newWorkspace } from './commands/new.ts'
import { rebuild } from './commands/rebuild.ts'
import { recoverWork } from './commands/recover.ts'
import { search } from './commands/search.ts'
import { takeBackCommand } from './commands/take-back.ts'
import { verify } from './commands/verify.ts'
import { verifyExported } from './commands/verify-export.ts'
import { helpOf, overview } from './help.ts'
import { safeIo } from './safe-io.ts'

const cliCommands: readonly CliCommand[] = [
  newWorkspace,
  importFiles,
  apply,
  commandSchemas,
  search,
  log,
  exportOut,
  changes,
  verify,
  verifyExported,
  rebuild,
  backup,
  recoverWork,
  branch,
  branchChanges,
  takeBackCommand,
]

/** Runs one command line. Mistakes of the caller end in a sentence, never in a stack trace. */
export async function run(argv: readonly string[], streams: Io, version: string): Promise<ExitCode> {
  const io = safeIo(streams)
  try {
    return await told(argv, io, version)
  } catch (error) {
    if (error instanceof ToldAlready) return 1
    if (error instanceof WrongUse) return wrongUse(error.message, `claimtrail ${argv[0]} --help`, io)
    const { code, message, details } = blame(problemOf(error), argv.slice(1).filter(existsSync))
    io.tell(`${message} [${code}]`)
    if (typeof details?.backup === 'string') io.tell(`Its latest backup: ${details.backup}`)
    // Not a person's mistake but one of ours: what is needed to find it.
    if (code === 'internal' && error instanceof Error && error.stack) tellLines(error.stack, io)
    return wronglyNamed.has(code) ? 2 : 1
  }
}

async function told([name, ...rest]: readonly string[], io: Io, version: string): Promise<ExitCode> {
  if (name === undefined) {
    tellLines(overview(cliCommands).trimEnd(), io)
    return 2
  }
  if (name === '--help' || name === '-h' || name === 'help') return help(rest[0], io)
  if (name === '--version' || name === '-v') {
    await io.print(`${version}\n`)
    return 0
  }
  const command = cliCommands.find((candidate) => candidate.name === name)
  if (!command) return wrongUse(`There is no command “${name}”.`, 'claimtrail --help', io)
  if (rest.includes('--help') || rest.includes('-h')) return help(name, io)
  return command.run(invocation(command, rest, version, io))
}

function tellLines(text: string, io: Io): void {
  for (const line of text.split('\n')) io.tell(line)
}

/** Problems that mean: another file, or another moment, was meant. */
const wronglyNamed = new Set([
  'file_missing',
  'not_a_workspace',
  'not_a_manifest',
  'no_such_moment',
  ...refusals,
])

async function help(name: string | undefined, io: Io): Promise<ExitCode> {
  const command = cliCommands.find((candidate) => candidate.name === name)
  if (name !== undefined && !command)
    return wrongUse(`There is no command “${name}”.`, 'claimtrail --help', io)
  await io.print(command ? helpOf(command) : overview(cliCommands))
  return 0
}

function wrongUse(message: string, where: string, io: Io): ExitCode {
  io.tell(`${message} See “${where}”.`)
  return 2
}

function invocation(command: CliCommand, args: string[], version: string, io: Io) {
  const { values, positionals } = parse(command, args)
  const { least, most } = command.words
  if (positionals.length < least) {
    throw new WrongUse(`Something is missing: claimtrail ${command.name} ${command.usage}.`)
  }
  if (positionals.length > most) throw new WrongUse(`“${positionals[most]}” is one word too many.`)
  return {
    words: positionals,
    option: (name: string) => {
      const value = values[name]
      return typeof value === 'string' ? value : undefined
    },
    flag: (name: string) => values[name] === true,
    version,
    io,
  }
}

function parse(command: CliCommand, args: string[]) {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, { type, short }]) => [
      name,
      short === undefined ? { type } : { type, short },
    ]),
  )
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true })
  } catch (error) {
    if (error instanceof TypeError) throw new WrongUse(`${error.message.split('. ')[0]}.`)
    throw error
  }
}
