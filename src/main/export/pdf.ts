import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Answer } from '../../contract/wire.ts'
import type { Snapshot } from '../engine/reading/snapshot.ts'
import { counted, type ManifestHead, type PrintedFrom, writeWithManifest } from './manifest.ts'
import { exportedFrom, type Subject } from './subject.ts'
import { headOf, type WriteOptions } from './write-export.ts'
import { writeFileWhole } from './write-file.ts'

/** A page that waits to be printed. */
export interface PageToPrint {
  /** Absolute path of the HTML file. */
  path: string
  printedFrom: PrintedFrom
}

/** Lends `work` a place for a page in a private folder that is gone afterwards: it holds what the workspace holds. */
export async function withPagePlace<T>(work: (page: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'claimtrail-page-'))
  try {
    return await work(join(folder, 'page.html'))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Writes the page that a PDF is to be printed from to `target`, and tells what the PDF's manifest will. */
export async function writePage(
  snapshot: Snapshot,
  subject: Subject,
  options: WriteOptions,
): Promise<Answer<{ page: PageToPrint; head: ManifestHead }>> {
  const exported = exportedFrom(snapshot, subject, options.onRows)
  if (!exported.ok) return exported
  const file = counted(exported.value.pieces)
  const written = await writeFileWhole(options.target, file.chunks(), options.isCancelled)
  if (!written.ok) return written
  const printedFrom = { format: 'html', ...file.total() } as const
  return {
    ok: true,
    value: {
      page: { path: options.target, printedFrom },
      head: headOf(snapshot, subject, exported.value.name, options),
    },
  }
}

/** Prints a page and writes the PDF with its manifest, both whole or neither. */
export async function writePdf(
  target: string,
  { path, printedFrom }: PageToPrint,
  head: ManifestHead,
  print: (page: string) => Promise<Answer<Uint8Array>>,
): Promise<Answer<{ bytes: number }>> {
  const printed = await print(path)
  return printed.ok
    ? writeWithManifest(target, [withoutDates(printed.value)], { ...head, printedFrom })
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
