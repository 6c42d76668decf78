/** What can be exported: a brief, a table of the workspace, what changed between two moments, the history to be played. */
export type ExportKind = 'brief' | 'table' | 'changes' | 'replay'

export interface ExportFormatFacts {
  /** For people. */
  name: string
  /** Of its files, with the dot. */
  ending: string
  /** As a download says it. */
  mediaType: string
  /** Bytes that are no text are compared by place, not by line. */
  holds: 'text' | 'bytes'
  /** What it can carry, each with a few words on what one gets, for menus and the command line's help. */
  carries: Partial<Record<ExportKind, string>>
  /** The format of the page that it is printed from: a browser makes its bytes, and each browser makes others. */
  printedFrom?: string
}

/**
 * Every format that something can be exported in. Menus, dialogs, requests, the command line, downloads and the check
 * of an export are made from this list; `main/export/formats.ts` has the writer of each, and does not compile without.
 * The keys stand in manifests and requests: they never change. The first format that carries a kind is its usual one.
 */
export const exportFormats = {
  md: {
    name: 'Markdown',
    ending: '.md',
    mediaType: 'text/markdown; charset=utf-8',
    holds: 'text',
    carries: { brief: 'charts as tables', changes: 'a report with footnotes' },
  },
  html: {
    name: 'HTML',
    ending: '.html',
    mediaType: 'text/html; charset=utf-8',
    holds: 'text',
    carries: {
      brief: 'one page with charts, opens in any browser',
      replay: 'one page that plays in any browser',
    },
  },
  pdf: {
    name: 'PDF',
    ending: '.pdf',
    mediaType: 'application/pdf',
    holds: 'bytes',
    carries: { brief: 'that page, printed' },
    printedFrom: 'html',
  },
  csv: {
    name: 'CSV',
    ending: '.csv',
    mediaType: 'text/csv; charset=utf-8',
    holds: 'text',
    carries: { table: 'a row for each', changes: 'a row for each field' },
  },
} as const satisfies Record<string, ExportFormatFacts>

type Formats = typeof exportFormats
export type ExportFormat = keyof Formats

/** The formats that carry a kind. */
export type FormatOf<Kind extends ExportKind> = {
  [Format in ExportFormat]: Kind extends keyof Formats[Format]['carries'] ? Format : never
}[ExportFormat]

/** The formats whose bytes a browser makes. */
export type PrintedFormat = {
  [Format in ExportFormat]: Formats[Format] extends { printedFrom: string } ? Format : never
}[ExportFormat]

/** The formats that carry a kind and are written by the program itself. */
export type WrittenFormatOf<Kind extends ExportKind> = Exclude<FormatOf<Kind>, PrintedFormat>

/** The formats that carry a kind, the usual one first. */
export function formatsOf<Kind extends ExportKind>(kind: Kind): [FormatOf<Kind>, ...FormatOf<Kind>[]] {
  const all = Object.keys(exportFormats) as ExportFormat[]
  const [usual, ...others] = all.filter(
    (format): format is FormatOf<Kind> => kind in exportFormats[format].carries,
  )
  if (usual === undefined) throw new Error(`no format carries a ${kind}`)
  return [usual, ...others]
}

/** Whether a word names a format that carries a kind. */
export function isFormatOf<Kind extends ExportKind>(kind: Kind, word: string): word is FormatOf<Kind> {
  return (formatsOf(kind) as readonly string[]).includes(word)
}

/** The format of a file by its name's ending, in either case; undefined for none of the list. */
export function formatByName(fileName: string): ExportFormatFacts | undefined {
  const name = fileName.toLowerCase()
  return Object.values(exportFormats).find(({ ending }) => name.endsWith(ending))
}

/** What one gets of a kind in a format, in a few words. */
export function formatDetail<Kind extends ExportKind>(kind: Kind, format: FormatOf<Kind>): string {
  const { carries }: ExportFormatFacts = exportFormats[format]
  return carries[kind] ?? ''
}

/** Whether a browser prints the format from a page, so that nothing but that page can be made again. */
export function isPrinted(format: ExportFormat): format is PrintedFormat {
  return 'printedFrom' in exportFormats[format]
}

/** The format in which the program itself writes what is exported: of a printed one, its page's. */
export function writtenFormat<Format extends ExportFormat>(
  format: Format,
): Exclude<Format, PrintedFormat> | Formats[PrintedFormat]['printedFrom'] {
  return isPrinted(format) ? exportFormats[format].printedFrom : (format as Exclude<Format, PrintedFormat>)
}
