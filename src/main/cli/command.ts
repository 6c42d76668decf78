import type { Problem } from '../../contract/wire.ts'
import { EngineProblem } from '../engine/problems.ts'
import { newFile } from '../targets/new-file.ts'

/** Done; a finding or a rejection; wrong use. */
export type ExitCode = 0 | 1 | 2

export interface Option {
  type: 'string' | 'boolean'
  short?: string
  /** What stands for the value in the help: `--table TABLE`. */
  value?: string
  help: string
}

export interface Invocation {
  /** What stands after the command's name, without options. */
  words: string[]
  /** The value of a string option, or undefined. */
  option(name: string): string | undefined
  flag(name: string): boolean
  /** The program's. */
  version: string
  io: Io
}

export interface CliCommand {
  name: string
  /** What stands after the name: `WORKSPACE FILES...` */
  usage: string
  summary: string
  /** Paragraphs that make the help enough to use it. */
  help: string
  options: Record<string, Option>
  /** How many words it takes. */
  words: { least: number; most: number }
  run(invocation: Invocation): Promise<ExitCode>
}

/** The streams around a command. Reads and writes wait for the other side. */
export interface Io {
  stdin: AsyncIterable<Uint8Array>
  /** Writes text or bytes to standard output. Throws `Stopped` when it takes no more: its reader has gone, its disk is full. */
  print(piece: string | Uint8Array): Promise<void>
  /** Standard output is a terminal: a person reads it, no program and no file. */
  printsToTerminal: boolean
  /** One line for the person, on standard error. */
  tell(line: string): void
  /** A line that the next one replaces; nothing where standard error is no terminal. */
  progress(line: string): void
  /** True once the command should end at its next safe place: Ctrl+C, a signal, a launcher that has gone. */
  isStopped(): boolean
  /** Aborted at that moment. */
  stopping: AbortSignal
  env: NodeJS.ProcessEnv
}

/** Ends a command because it was called wrongly: exit code 2 and where to read on. */
export class WrongUse extends Error {}

/**
 * The path of a new workspace, which has a file of its own, never standard output. Ends the command where none can be
 * made, before anything is read.
 */
export function newPath(word: string): string {
  if (word === '-' || word === '')
    throw new WrongUse('A workspace needs a name of its own; it cannot be printed.')
  const target = newFile(word)
  if (!target.ok) throw new Stopped(target.error)
  return target.value.path
}

/** Ends a command with a problem that a person can act on: no stack trace. */
export class Stopped extends EngineProblem {
  constructor({ code, message, details }: Problem) {
    super(code, message, details)
  }
}

/** Ends a command with exit code 1 after a problem that has been told already. */
export class ToldAlready extends Error {}
