import { execFileSync, spawn } from 'node:child_process'
import { constants, openSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { beforeEach, expect, it } from 'vitest'
import { temporaryFolder } from '../engine/workspace.fixture.ts'
import { decideTarget, type StreamTarget } from '../targets/target.ts'
import { writeToStream } from './write-stream.ts'

let folder: string
let pipe: StreamTarget
beforeEach(() => {
  folder = temporaryFolder()
  const path = join(folder, 'pipe')
  execFileSync('mkfifo', [path])
  const target = decideTarget(path)
  if (!target.ok || target.value.kind !== 'stream') throw new Error('a pipe is a stream')
  pipe = target.value
})

it('given a reader, sends it every byte, however much there is', async () => {
  const pieces = Array.from({ length: 40 }, (_, at) => Buffer.alloc(100_000, at))
  const reader = spawn('cat', [pipe.path])
  const [written, read] = await Promise.all([writeToStream(pipe, pieces), buffer(reader.stdout)])
  expect(written).toEqual({ ok: true, value: { bytes: 4_000_000 } })
  expect(read.equals(Buffer.concat(pieces))).toBe(true)
  expect(statSync(pipe.path).isFIFO()).toBe(true)
  expect(readdirSync(folder)).toEqual(['pipe'])
})

it('given no reader, says that it waits, and does not wait for ever', async () => {
  let waited = 0
  const written = await writeToStream(pipe, never(), { patience: 0 })
  expect(written).toMatchObject({ ok: false, error: { code: 'nobody_reads' } })
  const onWaiting = () => {
    waited += 1
  }
  expect(await writeToStream(pipe, never(), { patience: 50, onWaiting })).toMatchObject({ ok: false })
  expect(waited).toBe(1)
})

it('given a reader that comes while it waits, sends it every byte', async () => {
  let read: Promise<Buffer> | undefined
  const written = await writeToStream(pipe, ['row\r\n'], {
    onWaiting: () => {
      read = buffer(spawn('cat', [pipe.path], { stdio: ['ignore', 'pipe', 'ignore'] }).stdout)
    },
  })
  expect(written).toEqual({ ok: true, value: { bytes: 5 } })
  expect((await read)?.toString()).toBe('row\r\n')
})

it('given a reader that goes before the end, says so', async () => {
  const reader = spawn('head', ['-c', '10', pipe.path])
  const pieces = Array.from({ length: 40 }, () => Buffer.alloc(100_000))
  const [written] = await Promise.all([writeToStream(pipe, pieces), buffer(reader.stdout)])
  expect(written).toMatchObject({ ok: false, error: { code: 'reader_gone' } })
})

it('given a reader that stands still, can be cancelled', async () => {
  // Both ends in this process, and nobody takes anything out.
  openSync(pipe.path, constants.O_RDONLY | constants.O_NONBLOCK)
  let given = 0
  function* endless() {
    for (;;) {
      given += 1
      yield Buffer.alloc(100_000)
    }
  }
  const written = await writeToStream(pipe, endless(), { isCancelled: () => given > 0 })
  expect(written).toMatchObject({ ok: false, error: { code: 'cancelled' } })
})

function* never(): Generator<string> {
  yield 'nothing is made for nobody'
}
