import type { Answer, Problem } from '../../contract/wire.ts'
import { problem } from '../../domain/answer.ts'
import { UnknownEvent } from '../../domain/fold.ts'
import { DamagedText } from './log/texts.ts'

/** A problem that ends what was being done; turned into a value by `answer`. */
export class EngineProblem extends Error {
  readonly problem: Problem
  constructor(code: string, message: string, details?: Record<string, unknown>) {
    super(message)
    this.problem = problem(code, message, details)
  }
  static of({ code, message, details }: Problem): EngineProblem {
    return new EngineProblem(code, message, details)
  }
}

/** Runs `work` and gives its value, or the problem that ended it. */
export function answer<T>(work: () => T): Answer<T> {
  try {
    return { ok: true, value: work() }
  } catch (error) {
    return { ok: false, error: problemOf(error) }
  }
}

/** The value of an answer; a problem is thrown. */
export function must<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value
  throw new EngineProblem(answer.error.code, answer.error.message, answer.error.details)
}

/** What an exception means to a person: a code, what happened, what was kept, what to do next. */
export function problemOf(error: unknown): Problem {
  if (error instanceof EngineProblem) return error.problem
  if (error instanceof UnknownEvent)
    return { code: 'unknown_event', message: `${error.message} Nothing was changed.` }
  if (error instanceof DamagedText) return damaged(error.message)
  const code = codeOf(error)
  const message = error instanceof Error ? error.message : String(error)
  for (const [prefix, make] of byCode) if (code.startsWith(prefix)) return make(message)
  return {
    code: 'internal',
    message: `Something in Claimtrail went wrong: ${message}. Nothing was changed; everything saved before is kept. Please try again, and report this if it comes back.`,
  }
}

/** A problem of a file whose content is not what Claimtrail wrote. */
export function damaged(what: string, details?: Record<string, unknown>): Problem {
  return {
    code: 'damaged',
    message: `This workspace is damaged: ${what} Nothing was changed. Run a check to see what is affected, or open the latest backup.`,
    ...(details ? { details } : {}),
  }
}

export function readOnlyProblem(why: string): Problem {
  return {
    code: 'read_only',
    message: `This workspace can only be read: ${why}. Nothing was changed. Copy it to a folder you can write to, and open the copy.`,
  }
}

const byCode: [string, (message: string) => Problem][] = [
  ['SQLITE_FULL', diskFull],
  ['ENOSPC', diskFull],
  ['EDQUOT', diskFull],
  ['SQLITE_READONLY', () => readOnlyProblem('its file or folder does not allow writing')],
  ['EROFS', () => readOnlyProblem('its disk does not allow writing')],
  ['EACCES', noAccess],
  ['EPERM', noAccess],
  ['SQLITE_PERM', noAccess],
  ['ENOENT', missing],
  ['SQLITE_CANTOPEN', missing],
  [
    'SQLITE_NOTADB',
    () => ({
      code: 'not_a_workspace',
      message: 'This file is not a Claimtrail workspace. It was left as it is; choose a .claimtrail file.',
    }),
  ],
  ['SQLITE_CORRUPT', (message) => damaged(`the database cannot be read (${message}).`)],
  [
    'SQLITE_BUSY',
    () => ({
      code: 'busy',
      message: 'Another program is writing to this workspace. Nothing was changed; try again in a moment.',
    }),
  ],
  [
    'SQLITE_IOERR',
    (message) => ({
      code: 'disk_error',
      message: `The disk reported an error (${message}). What was being done did not happen; everything saved before is kept. Check the disk and its free space, then try again.`,
    }),
  ],
]

function diskFull(): Problem {
  return {
    code: 'disk_full',
    message:
      'The disk is full. What was being done did not happen; everything saved before is kept. Free some space and try again.',
  }
}

function noAccess(): Problem {
  return {
    code: 'no_access',
    message: 'The system does not allow access to this file. Nothing was changed; check its permissions.',
  }
}

function missing(): Problem {
  return {
    code: 'file_missing',
    message:
      'The file or its folder is not there, or cannot be opened. Nothing was changed; check where it lies.',
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
