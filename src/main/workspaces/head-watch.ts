import type { KnownHead } from '../../domain/head.ts'
import type { Heads } from './heads.ts'

/** Remembers the head of the workspace that is open whenever its edits pause, and when it is left. */
export interface HeadWatch {
  /** A head that the workspace at `path` stands at now. */
  saw(path: string, head: KnownHead): void
  /** Remembers at once what has been seen. */
  settle(): void
}

/** Edits closer together than this are remembered together, in milliseconds. */
const pause = 1000

export function watchHead(heads: Heads): HeadWatch {
  let seen: { path: string; head: KnownHead } | null = null
  let timer: NodeJS.Timeout | undefined
  const settle = () => {
    clearTimeout(timer)
    timer = undefined
    if (!seen) return
    const { path, head } = seen
    seen = null
    try {
      heads.remember(path, head)
    } catch (error) {
      // The work itself is saved; what is lost is a proof about it, which the next pause tries again.
      console.error(`The head of ${path} could not be remembered.`, error)
    }
  }
  return {
    saw(path, head) {
      if (seen && seen.path !== path) settle()
      seen = { path, head }
      timer ??= setTimeout(settle, pause).unref()
    },
    settle,
  }
}
