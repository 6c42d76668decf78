import { basename, dirname } from 'node:path'
import type { Problem } from '../../../contract/wire.ts'
import type { Secured } from './secure.ts'

/** What a person must know when the open file is no longer the file of its name: what happened, what was kept, where. */
export function lossProblem(path: string, secured: Secured): Problem {
  return {
    code: `file_${secured.loss}`,
    message: `${happened(basename(path), secured)} ${kept(path, secured)} No edit is taken any more until you go on there.`,
  }
}

/** The same to whoever gave the edit that was being written just then. */
export function withLastEdit(problem: Problem): Problem {
  return {
    ...problem,
    message: `${problem.message} Your last edit had been written a moment before, and was kept too.`,
  }
}

function happened(name: string, { loss }: Secured): string {
  return {
    moved: `“${name}” was moved or renamed while it was open.`,
    replaced: `Another file was put in the place of “${name}” while it was open; that one was left as it is.`,
    gone: `“${name}” was deleted while it was open.`,
    overwritten: `Another program wrote over “${name}” while it was open; what it wrote was left as it is.`,
  }[loss]
}

function kept(path: string, { loss, home, aside }: Secured): string {
  if (home === null) {
    return loss === 'overwritten'
      ? 'What it held before could not be read whole any more.'
      : 'No complete copy of it could be made yet: save it under a new name before you close it.'
  }
  const where = dirname(home) === dirname(path) ? 'in the same folder' : `in ${dirname(home)}`
  return aside
    ? `Everything saved until then was put into a copy ${where}, “${basename(home)}”.`
    : `It is now “${basename(home)}” ${where}, and everything saved until then is in it.`
}
