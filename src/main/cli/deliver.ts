import { resolve } from 'node:path'
import type { Answer } from '../../contract/wire.ts'
import type { Snapshot } from '../engine/reading/snapshot.ts'
import { withPagePlace, writePage, writePdf } from '../export/pdf.ts'
import { exportedFrom, type Subject } from '../export/subject.ts'
import { writeExport } from '../export/write-export.ts'
import { printByChromium } from '../shell-kit/print-page.ts'
import { type Invocation, type Option, Stopped } from './command.ts'

/** Where an export goes. */
export const outOption: Option = {
  type: 'string',
  short: 'o',
  value: 'FILE',
  help: 'writes to FILE, with its manifest, instead of standard output',
}

/** Writes an export to the file that `--out` names, with its manifest, or to standard output. */
export async function deliver(
  snapshot: Snapshot,
  subject: Subject,
  workspace: string,
  invocation: Invocation,
): Promise<void> {
  const out = invocation.option('out')
  await (out === undefined
    ? print(snapshot, subject, invocation)
    : write(snapshot, subject, { workspace, out }, invocation))
}

async function print(snapshot: Snapshot, subject: Subject, { io }: Invocation): Promise<void> {
  const exported = exportedFrom(snapshot, subject)
  if (!exported.ok) throw new Stopped(exported.error)
  for (const piece of exported.value.pieces) {
    if (io.isStopped()) return
    await io.print(piece)
  }
}

async function write(
  snapshot: Snapshot,
  subject: Subject,
  { workspace, out }: { workspace: string; out: string },
  { io, version }: Invocation,
): Promise<void> {
  const target = resolve(out)
  const options = {
    workspace,
    version,
    onRows: (done: number, total: number) => io.progress(`Exporting: ${done} of ${total}`),
    isCancelled: () => io.isStopped(),
  }
  const written = await (subject.format === 'pdf'
    ? withPagePlace(async (page): Promise<Answer<{ bytes: number }>> => {
        const made = await writePage(snapshot, subject, { ...options, target: page })
        if (!made.ok) return made
        io.progress('Printing')
        return writePdf(target, made.value.page, made.value.head, (path) =>
          printByChromium(path, io.stopping),
        )
      })
    : writeExport(snapshot, subject, { ...options, target }))
  if (!written.ok) throw new Stopped(written.error)
  const { seq, hash } = snapshot.head
  io.tell(`Wrote ${out} (${written.value.bytes} bytes) and its manifest as of event ${seq}, hash ${hash}.`)
}
