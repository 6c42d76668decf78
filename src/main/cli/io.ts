import type { Readable } from 'node:stream'
import { whenAskedToEnd } from '../shell-kit/asked-to-end.ts'
import { type Io, Stopped } from './command.ts'

/**
 * The process's own streams. A signal, and the end of the launcher, stop a command at its next safe place; output
 * that cannot be written ends it with a sentence, whatever it was printing.
 */
export function processIo(): Io & {
  /** The exit code that a stopped command has; null when nobody stopped it. */
  stoppedWith(): number | null
} {
  const { stdin, stdout, stderr } = process
  const showsProgress = stderr.isTTY === true
  let progressShown = false
  const stop = new AbortController()
  let stoppedWith: number | null = null
  whenAskedToEnd((exitCode) => {
    stoppedWith = exitCode
    stop.abort()
  })
  // Each write tells its own failure; where standard error has gone, nobody is left to be told.
  stdout.on('error', () => {})
  stderr.on('error', () => {})
  const clearProgress = () => {
    if (progressShown) stderr.write('\r\u001b[K')
    progressShown = false
  }
  return {
    stdin: untilStopped(stdin, stop.signal),
    env: process.env,
    printsToTerminal: stdout.isTTY === true,
    isStopped: () => stop.signal.aborted,
    stopping: stop.signal,
    stoppedWith: () => stoppedWith,
    print(piece) {
      clearProgress()
      return new Promise((resolve, reject) => {
        stdout.write(piece, (error) => (error ? reject(notWritten(error)) : resolve()))
      })
    },
    tell(line) {
      clearProgress()
      stderr.write(`${line}\n`)
    },
    progress(line) {
      if (!showsProgress) return
      stderr.write(`\r\u001b[K${line}`)
      progressShown = true
    },
  }
}

/** Waiting for input that may never come ends when the command is stopped. */
async function* untilStopped(input: Readable, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const end = () => input.destroy()
  signal.addEventListener('abort', end)
  try {
    if (!signal.aborted) yield* input
  } catch (error) {
    if (!signal.aborted) throw error
  } finally {
    signal.removeEventListener('abort', end)
  }
}

/** Why standard output takes no more, as a problem that ends the command. */
function notWritten(error: NodeJS.ErrnoException): Stopped {
  if (error.code === 'EPIPE') {
    const message =
      'The reader of standard output has gone, so the command stopped there. Run it again for the rest.'
    return new Stopped({ code: 'output_closed', message })
  }
  const why = error.code === 'ENOSPC' ? 'its disk is full' : error.message
  const message = `Standard output could not be written: ${why}. The command stopped there, and what was printed is not whole. Run it again where there is room.`
  return new Stopped({ code: 'output_failed', message })
}
