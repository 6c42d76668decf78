import {
  type ExportKind,
  exportFormats,
  type FormatOf,
  formatDetail,
  formatsOf,
  isFormatOf,
} from '../../contract/export-formats.ts'
import { wordList } from '../../domain/plain-values/word-list.ts'
import { WrongUse } from './command.ts'

/** The format that `--format` asks for, the usual one without it. */
export function formatAsked<Kind extends ExportKind>(kind: Kind, asked: string | undefined): FormatOf<Kind> {
  const formats = formatsOf(kind)
  if (asked === undefined) return formats[0]
  if (isFormatOf(kind, asked)) return asked
  throw new WrongUse(`${subjects[kind]} exported as ${wordList(formats, 'or')}, not “${asked}”.`)
}

/** What `--format` takes for a kind, a line each for the help: the format, and what one gets. */
export function formatLines(kind: ExportKind): string {
  const lines = formatsOf(kind).map((format, place) => {
    const usual = place === 0 ? ' (the default)' : ''
    return `  ${kind.padEnd(8)} ${format.padEnd(5)} ${formatDetail(kind, format)}${usual}`
  })
  return lines.join('\n')
}

/** The formats of a kind as people call them: “Markdown, HTML or PDF”. */
export function namesOf(kind: ExportKind): string {
  const names = formatsOf(kind).map((format) => exportFormats[format].name)
  return wordList(names, 'or')
}

const subjects: Record<ExportKind, string> = {
  brief: 'A brief is',
  table: 'A table is',
  changes: 'Changes are',
  replay: 'A replay is',
}
