import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Answer } from '../../contract/wire.ts'
import { dumpTables } from '../../domain/memory-tables.ts'
import { fresh } from '../targets/targets.fixture.ts'
import { openWriter, type Writer } from './execute.ts'
import { createWorkspace } from './file/create.ts'
import { type Opened, openWorkspace } from './file/open.ts'
import type { Executed } from './perform.ts'

/** A folder of the spec's own, deleted when the spec ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'claimtrail-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export interface Bench extends Opened {
  writer: Writer
  /** Executes as the analyst “ann”, with ids and times that are the same in every run. */
  run(type: string, args: unknown, by?: string): Answer<Executed>
  /** Likewise; fails the spec when the command is rejected. */
  must(type: string, args: unknown, by?: string): Executed
  /** Every row of every table, as the fold declares them. */
  dump(): unknown
}

/** An open workspace in a folder of its own, in which Ann and Ben have joined. */
export function openBench(path = join(temporaryFolder(), 'bench.claimtrail')): Bench {
  createWorkspace(fresh(path))
  const bench = reopen(path)
  bench.must('analyst.join', { id: 'ann', name: 'Ann Example', initials: 'AE', colour: 'blue' }, 'ann')
  bench.must('analyst.join', { id: 'ben', name: 'Ben Example', initials: 'BE', colour: 'green' }, 'ben')
  return bench
}

/** Opens an existing workspace; closed when the spec ends, if not before. */
export function reopen(path: string): Bench {
  const opened = openWorkspace(path)
  // These specs ask what is written. That it outlasts a killed process is asked by specs of its own.
  if (!opened.readOnly) opened.db.pragma('synchronous = OFF')
  const writer = openWriter(opened.db)
  let open = true
  const close = () => {
    if (open) opened.close()
    open = false
  }
  onTestFinished(close)
  const run: Bench['run'] = (type, args, by = 'ann') => {
    const seq = writer.head().seq
    return writer.execute({ commandId: `command-${seq}`, type, args, by, at: instant(seq) })
  }
  return {
    ...opened,
    close,
    writer,
    run,
    must(type, args, by) {
      const done = run(type, args, by)
      if (!done.ok) throw new Error(`${type} was rejected: ${done.error.message}`)
      return done.value
    },
    dump: () => structuredClone(dumpTables(writer.tables as never)),
  }
}

/** A minute of 1 November 2024 and after, in UTC. */
export function instant(minute: number): string {
  return new Date(Date.UTC(2024, 10, 1, 8, minute)).toISOString()
}
