import { join } from 'node:path'
import { type ExportFormat, isPrinted } from '../../contract/export-formats.ts'
import type { Answer } from '../../contract/wire.ts'
import type { Snapshot } from '../engine/reading/snapshot.ts'
import { decideTarget, type FileTarget, type StreamTarget } from '../targets/target.ts'
import { privateFolder } from '../targets/temporary.ts'
import type { ExportFiles } from './export-place.ts'
import { counted, type ManifestHead, type PrintedFrom } from './manifest.ts'
import { exportedFrom, type Subject } from './subject.ts'
import { headOf, type WriteOptions } from './write-export.ts'
import { writeFilesWhole } from './write-file.ts'
import type { StreamSteps } from './write-stream.ts'
import { writeWithManifest } from './write-with-manifest.ts'

/** A page that waits to be printed. */
export interface PageToPrint {
  /** Absolute path of the HTML file. */
  path: string
  printedFrom: PrintedFrom
}

/** Lends `work` a place for a page in a private folder that is gone afterwards: it holds what the workspace holds. */
async function withPagePlace<T>(work: (page: FileTarget) => Promise<Answer<T>>): Promise<Answer<T>> {
  const folder = privateFolder('page')
  try {
    const page = decideTarget(join(folder.path, 'page.html'))
    if (!page.ok) return page
    if (page.value.kind !== 'file') throw new Error('a new name in a folder of our own is a file')
    return await work(page.value)
  } finally {
    folder.end()
  }
}

/** The steps of an export, each done where its caller has it done: in this thread or in a worker. */
export interface ExportSteps {
  /** Writes what the program itself makes, with its manifest. */
  write(): Promise<Answer<{ bytes: number }>>
  /** Writes the page that is printed. */
  writePage(page: FileTarget): Promise<Answer<WrittenPage>>
  /** Prints it, and writes what came of it, with its manifest. */
  print(written: WrittenPage): Promise<Answer<{ bytes: number }>>
}

/** A page that was written, and what the manifest of its print will tell. */
export interface WrittenPage {
  page: PageToPrint
  head: ManifestHead
}

/** Makes an export in the way of its format: written by the program, or printed from a page. */
export function writeOrPrint(format: ExportFormat, steps: ExportSteps): Promise<Answer<{ bytes: number }>> {
  if (!isPrinted(format)) return steps.write()
  return withPagePlace(async (place) => {
    const written = await steps.writePage(place)
    return written.ok ? steps.print(written.value) : written
  })
}

/** Writes the page that a PDF is to be printed from to `target`, and tells what the PDF's manifest will. */
export async function writePage(
  snapshot: Snapshot,
  subject: Subject,
  target: FileTarget,
  options: WriteOptions,
): Promise<Answer<WrittenPage>> {
  const exported = exportedFrom(snapshot, subject, options.onRows)
  if (!exported.ok) return exported
  const file = counted(exported.value.pieces)
  const written = await writeFilesWhole([{ target, chunks: file.chunks() }], options.isCancelled)
  if (!written.ok) return written
  const printedFrom = { format: 'html', ...file.total() } as const
  return {
    ok: true,
    value: {
      page: { path: target.path, printedFrom },
      head: headOf(snapshot, subject, exported.value.name, options),
    },
  }
}

/** Prints a page and writes the PDF with its manifest, both whole or neither; see `writeWithManifest`. */
export async function writePdf(
  place: ExportFiles | StreamTarget,
  { path, printedFrom }: PageToPrint,
  head: ManifestHead,
  print: (page: string) => Promise<Answer<Uint8Array>>,
  steps?: StreamSteps,
): Promise<Answer<{ bytes: number }>> {
  const printed = await print(path)
  return printed.ok
    ? writeWithManifest(place, [withoutDates(printed.value)], { ...head, printedFrom }, steps)
    : printed
}

/**
 * A PDF without the time of its printing, which says nothing of what it shows: where the dates stood, spaces stand, so
 * that every place in the file stays the same.
 */
export function withoutDates(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1')
  const blank = text.replace(/\/(?:CreationDate|ModDate)\s*\(D:[^()]*\)/g, (date) => ' '.repeat(date.length))
  return Buffer.from(blank, 'latin1')
}
