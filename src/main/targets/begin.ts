import { sweepAtStart } from './sweep.ts'
import { noteUnfinishedIn } from './temporary.ts'

/**
 * What every start of the program does first, window or terminal: all that it makes from now on is for its owner
 * alone, what it has begun is noted, and what killed runs left is removed.
 */
export function beginRun(dataDir: string): void {
  process.umask(0o077)
  noteUnfinishedIn(dataDir)
  sweepAtStart(dataDir)
}
