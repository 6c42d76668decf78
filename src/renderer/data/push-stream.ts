import type { Push } from '../../contract/wire.ts'
import { key, showing } from './key.ts'

/** Long enough not to press a program that has just been ended, short enough not to be noticed. */
const againMs = 500

/**
 * Listens to the program for as long as the page lives. A stream that breaks is opened again; what was said meanwhile
 * is lost, so every cached answer counts as stale then. Not an EventSource: that one cannot show the key.
 */
export async function listen(tell: (push: Push) => void): Promise<void> {
  const known = await key()
  if (!known.ok) return
  for (let opened = false; ; ) {
    const lines = await open(known.value)
    if (lines === 'refused') return
    if (lines) {
      if (opened) tell({ kind: 'workspace' })
      opened = true
      await readAll(lines, tell)
    }
    await new Promise((go) => setTimeout(go, againMs))
  }
}

async function open(known: string): Promise<ReadableStream<string> | 'refused' | null> {
  try {
    const { body, ok } = await fetch('/events', { headers: showing(known), cache: 'no-store' })
    return ok && body ? body.pipeThrough(new TextDecoderStream()) : 'refused'
  } catch {
    // The program has ended, or is starting: the caller asks again.
    return null
  }
}

/** One push a line; an empty line only shows that the other side is there. */
async function readAll(stream: ReadableStream<string>, tell: (push: Push) => void): Promise<void> {
  const reader = stream.getReader()
  let rest = ''
  for (;;) {
    const read = await nextOf(reader)
    if (read === null) return
    const lines = (rest + read).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (line !== '') tell(JSON.parse(line))
  }
}

/** Null at the end, however it came. */
async function nextOf(reader: ReadableStreamDefaultReader<string>): Promise<string | null> {
  try {
    const { done, value } = await reader.read()
    return done ? null : value
  } catch {
    // The connection broke: the caller opens another.
    return null
  }
}
