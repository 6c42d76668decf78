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

/** What `--format` takes for a kind, for the help: “md (charts as tables; the default) or html (…)”. */
export function formatHelp(kind: ExportKind): string {
  const formats = formatsOf(kind).map((format, place) => {
    const detail = formatDetail(kind, format)
    return `${format} (${place === 0 ? `the default: ${detail}` : detail})`
  })
  return wordList(formats, 'or')
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
