import { closeSync, constants, openSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { Answer, Problem } from '../../contract/wire.ts'
import { placeProblem } from '../targets/refusal.ts'
import type { StreamTarget } from '../targets/target.ts'

export interface StreamSteps {
  isCancelled?: () => boolean
  /** Told once when nobody reads from the pipe yet. */
  onWaiting?: () => void
  /** Milliseconds to wait for a reader. */
  patience?: number
}

/**
 * Writes to a pipe, a terminal or a device of signs, piece by piece as the other side takes them. A pipe that nobody
 * reads from is waited for, but not for ever. Answers the bytes, or a problem: `nobody_reads`, `reader_gone`,
 * `cancelled`, `no_access`, `write_failed`. An exception from `chunks` passes through.
 */
export async function writeToStream(
  { path, isPipe }: StreamTarget,
  chunks: Iterable<string | Uint8Array>,
  { isCancelled = () => false, onWaiting, patience = usualPatience }: StreamSteps = {},
): Promise<Answer<{ bytes: number }>> {
  let sink: Sink | null
  try {
    sink = isPipe ? await openPipe(path, { isCancelled, onWaiting, patience }) : await openDevice(path)
  } catch (error) {
    return { ok: false, error: placeProblem(error) }
  }
  if (sink === null) return { ok: false, error: isCancelled() ? cancelled(0) : nobodyReads }
  let bytes = 0
  try {
    for (const chunk of chunks) {
      if (isCancelled()) return { ok: false, error: cancelled(bytes) }
      const piece = typeof chunk === 'string' ? Buffer.from(chunk, 'utf8') : chunk
      const failure = await sink.write(piece)
      if (failure) return { ok: false, error: isCancelled() ? cancelled(bytes) : broken(failure, bytes) }
      bytes += piece.length
    }
    return { ok: true, value: { bytes } }
  } finally {
    await sink.close()
  }
}

interface Sink {
  /** The error that ended it, or null. */
  write(piece: Uint8Array): Promise<Error | null>
  close(): Promise<void>
}

/** Milliseconds: a reader that is started in the same line of a shell comes within a few of them. */
const usualPatience = 5000

/** Null: no reader came. To open a pipe the usual way would wait for one without end, and nothing could stop it. */
async function openPipe(
  path: string,
  {
    isCancelled,
    onWaiting,
    patience,
  }: { isCancelled(): boolean; onWaiting?: (() => void) | undefined; patience: number },
): Promise<Sink | null> {
  const until = Date.now() + patience
  for (let tries = 0; ; tries += 1) {
    const fd = openIfRead(path)
    if (fd !== null) return pipeSink(fd, isCancelled)
    if (isCancelled() || Date.now() >= until) return null
    if (tries === 0) onWaiting?.()
    await pause(20)
  }
}

function openIfRead(path: string): number | null {
  try {
    return openSync(path, constants.O_WRONLY | constants.O_NONBLOCK)
  } catch (error) {
    if (codeOf(error) === 'ENXIO') return null
    throw error
  }
}

/** Writes without blocking, so that a reader that stands still does not keep a cancel from being heard. */
function pipeSink(fd: number, isCancelled: () => boolean): Sink {
  let socket: Socket
  try {
    socket = new Socket({ fd, readable: false, writable: true })
  } catch (error) {
    closeSync(fd)
    throw error
  }
  let failure: Error | null = null
  socket.on('error', (error) => {
    failure = error
  })
  const closed = new Promise<void>((done) => socket.once('close', () => done()))
  return {
    async write(piece) {
      if (failure) return failure
      const listening = setInterval(() => {
        if (isCancelled()) socket.destroy(new Error('cancelled'))
      }, 50)
      const failed = await new Promise<Error | null>((done) => {
        socket.write(piece, (error) => done(error ?? null))
      })
      clearInterval(listening)
      return failed
    },
    close() {
      socket.destroy()
      return closed
    },
  }
}

async function openDevice(path: string): Promise<Sink> {
  const file = await open(path, constants.O_WRONLY | constants.O_NOCTTY)
  return {
    write: (piece) =>
      file.writeFile(piece).then(
        () => null,
        (error: Error) => error,
      ),
    close: () => file.close(),
  }
}

function broken(error: Error, bytes: number): Problem {
  if (codeOf(error) === 'EPIPE') {
    return {
      code: 'reader_gone',
      message: `Whoever read from there stopped after ${bytes} bytes, before the end. No file was written; export again.`,
    }
  }
  return {
    code: 'write_failed',
    message: `After ${bytes} bytes nothing more could be written there (${error.message}). Try again, or name a file.`,
  }
}

const nobodyReads: Problem = {
  code: 'nobody_reads',
  message:
    'Nobody reads from that pipe. Nothing was written; start what reads from it first, and export again.',
}

function cancelled(bytes: number): Problem {
  return {
    code: 'cancelled',
    message: `The export was cancelled, after ${bytes} bytes. No file was written.`,
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
