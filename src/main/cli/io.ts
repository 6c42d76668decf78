import { once } from 'node:events'
import type { Io } from './command.ts'

/** The process's own streams. A reader that has gone away (`… | head`) ends the program quietly. */
export function processIo(): Io {
  const { stdin, stdout, stderr } = process
  const showsProgress = stderr.isTTY === true
  let progressShown = false
  const stop = new AbortController()
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0)
      throw error
    })
  }
  process.on('SIGINT', () => {
    // The first asks the command to clean up; who presses again means it.
    if (stop.signal.aborted) process.exit(130)
    stop.abort()
  })
  const clearProgress = () => {
    if (progressShown) stderr.write('\r\u001b[K')
    progressShown = false
  }
  return {
    stdin,
    env: process.env,
    isStopped: () => stop.signal.aborted,
    stopping: stop.signal,
    async print(piece) {
      clearProgress()
      if (!stdout.write(piece)) await once(stdout, 'drain')
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

/** Text on one line that cannot steer a terminal: control characters and line breaks become spaces. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
}
