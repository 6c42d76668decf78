/** Why a command was refused: a stable code and a sentence that says what to do next. Nothing was changed. */
export interface Rejection {
  code: string
  message: string
  details?: Record<string, unknown>
}

/** Thrown inside `decide` and turned into a value by the one caller, `decideCommand`. */
export class Rejected extends Error {
  readonly rejection: Rejection
  constructor(rejection: Rejection) {
    super(rejection.message)
    this.rejection = rejection
  }
}

/** Ends the decision: nothing of the command happens. */
export function reject(code: string, message: string, details?: Record<string, unknown>): never {
  throw new Rejected(details ? { code, message, details } : { code, message })
}
