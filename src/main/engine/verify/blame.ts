import type { Problem } from '../../../contract/wire.ts'
import { withReader } from '../file/open.ts'
import { damaged, problemOf } from '../problems.ts'
import { verify } from './verify.ts'

/**
 * What a failure was about, once the file has been asked: what looks like a mistake in the program may come of bytes
 * that no program wrote. Only then, and with its first finding, it becomes the problem `damaged`; every other problem
 * stays as it is.
 *
 * @param paths files that the failed work may have read; those that are no workspace are passed over
 */
export function blame(problem: Problem, paths: readonly string[]): Problem {
  if (problem.code !== 'internal') return problem
  for (const path of paths) {
    const wrong = firstWrong(path)
    if (wrong !== null) return damaged(wrong)
  }
  return problem
}

/** The first finding of a whole check; null where there is none, or where the file says no more about it. */
function firstWrong(path: string): string | null {
  try {
    const [first] = withReader(path, (db) => verify(db)).findings
    return first ? first.message : null
  } catch (error) {
    const { code, message } = problemOf(error)
    return code === 'damaged' ? message : null
  }
}
