import { exportFormats, isPrinted } from '../../contract/export-formats.ts'
import type { Answer } from '../../contract/wire.ts'
import type { Snapshot } from '../engine/reading/snapshot.ts'
import { decideExport, type ExportFiles, type ExportPlace } from '../export/export-place.ts'
import { writeOrPrint, writePage, writePdf } from '../export/pdf.ts'
import { exportedFrom, type Subject } from '../export/subject.ts'
import { writeExport } from '../export/write-export.ts'
import { dataDir } from '../shell-kit/data-dir.ts'
import { printByChromium } from '../shell-kit/print-page.ts'
import type { StreamTarget } from '../targets/target.ts'
import { type Invocation, type Io, type Option, Stopped, WrongUse } from './command.ts'

/** Where an export goes. */
export const outOption: Option = {
  type: 'string',
  short: 'o',
  value: 'FILE',
  help: 'writes to FILE, with its manifest, instead of standard output (“-”)',
}

/** What `--out` names, decided: an export goes nowhere else. Without it: standard output. */
export function placeOf({ option, io }: Invocation): ExportPlace {
  const place = decideExport(option('out') ?? '-', dataDir(io.env))
  if (!place.ok) throw new Stopped(place.error)
  return place.value
}

/** Writes an export to the file that `--out` names, with its manifest, or to a stream or standard output. */
export async function deliver(
  snapshot: Snapshot,
  subject: Subject,
  workspace: string,
  invocation: Invocation,
): Promise<void> {
  const place = placeOf(invocation)
  const { format } = subject
  if (place.kind === 'standard output' && isPrinted(format)) {
    throw new WrongUse(`A ${exportFormats[format].name} needs a file: say which with --out.`)
  }
  await (place.kind === 'standard output'
    ? print(snapshot, subject, invocation)
    : write(snapshot, subject, place, workspace, invocation))
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
  place: ExportFiles | StreamTarget,
  workspace: string,
  invocation: Invocation,
): Promise<void> {
  const { io, version } = invocation
  const options = {
    workspace,
    version,
    onRows: (done: number, total: number) => io.progress(`Exporting: ${done} of ${total}`),
    ...stepsOf(invocation),
  }
  const written = await writeOrPrint(subject.format, {
    write: () => writeExport(snapshot, subject, place, options),
    writePage: (page) => writePage(snapshot, subject, page, options),
    print({ page, head }) {
      io.progress('Printing')
      const byBrowser = (path: string) => printByChromium(path, io.stopping)
      return writePdf(place, page, head, byBrowser, options)
    },
  })
  const { seq, hash } = snapshot.head
  tellWritten(invocation, place, written, `as of event ${seq}, hash ${hash}`)
}

/** Says what was written to where, or ends the command with the reason why not. */
export function tellWritten(
  { option, io }: Invocation,
  place: ExportFiles | StreamTarget,
  written: Answer<{ bytes: number }>,
  facts: string,
): void {
  if (!written.ok) throw new Stopped(written.error)
  const what = `${option('out')} (${written.value.bytes} bytes)`
  io.tell(
    place.kind === 'files'
      ? `Wrote ${what} and its manifest, ${facts}.`
      : `Wrote to ${what}, ${facts}. What is no file has no manifest beside it.`,
  )
}

/** Ctrl+C for the writing, and a word about a pipe that waits for its reader. */
export function stepsOf({ option, io }: { option: Invocation['option']; io: Io }) {
  return {
    isCancelled: () => io.isStopped(),
    onWaiting: () => io.tell(`Nobody reads from ${option('out')} yet; waiting a few seconds.`),
  }
}
