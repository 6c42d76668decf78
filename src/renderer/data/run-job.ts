import type { RequestInput, RequestName, RequestOutput } from '../../contract/requests.ts'
import type { Answer } from '../../contract/wire.ts'
import { toast } from '../ui/toast.ts'
import { ask, ProblemError } from './ask.ts'
import { newId } from './ids.ts'

type JobName = {
  [Name in RequestName]: RequestInput<Name> extends { job: string } ? Name : never
}[RequestName]

/**
 * Asks for something that may take long. Its progress shows in the status line, with a button that cancels it. A
 * problem is told in a toast, except that it was cancelled, which the person knows.
 */
export async function runJob<Name extends JobName>(
  name: Name,
  input: Omit<RequestInput<Name>, 'job'>,
  job: string = newId(),
): Promise<Answer<RequestOutput<Name>>> {
  try {
    return { ok: true, value: await ask(name, { ...input, job } as RequestInput<Name>) }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    const { problem } = error
    toast({ kind: problem.code === 'cancelled' ? 'info' : 'problem', text: problem.message })
    return { ok: false, error: problem }
  }
}
