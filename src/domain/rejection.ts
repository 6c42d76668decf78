import { type Problem, problem } from './answer.ts'

/** Thrown inside `decide` and turned into an answer by the one caller, `decideCommand`. */
export class Rejected extends Error {
  /** Why the command was refused. Nothing was changed. */
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.message)
    this.problem = problem
  }
}

/** Ends the decision: nothing of the command happens. */
export function reject(code: string, message: string, details?: Record<string, unknown>): never {
  throw new Rejected(problem(code, message, details))
}
