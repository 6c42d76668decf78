import { wordList } from '../domain/plain-values/word-list.ts'
import type { Problem } from './wire.ts'

export interface ImportFormatFacts {
  /** For people, in the middle of a sentence. */
  name: string
  /** Of its files' names, with the dot, in lower case; upper case counts too. The first is the usual one. */
  endings: readonly string[]
  mediaTypes: readonly string[]
}

/**
 * Every kind of file that can be imported. The window's inputs, folders in the window and on the command line, the
 * recogniser and what is said about them are made from this list; `main/ingest/formats.ts` has the reader of each, and
 * does not compile without.
 */
export const importFormats = {
  text: { name: 'plain text', endings: ['.txt', '.text'], mediaTypes: ['text/plain'] },
  markdown: {
    name: 'Markdown',
    endings: ['.md', '.markdown', '.mdown'],
    mediaTypes: ['text/markdown'],
  },
} as const satisfies Record<string, ImportFormatFacts>

export type ImportKind = keyof typeof importFormats

const all: readonly ImportFormatFacts[] = Object.values(importFormats)

/** “.txt”, “.text”, …: what a folder's files are imported by. */
export const importEndings: readonly string[] = all.flatMap(({ endings }) => endings)

/** What a file input takes: endings and media types. */
export const importAccepts: readonly string[] = [
  ...importEndings,
  ...all.flatMap(({ mediaTypes }) => mediaTypes),
]

/** “plain text and Markdown” */
export const importNames = wordList(all.map(({ name }) => name))

/** “plain text (.txt) or Markdown (.md)”: for advice. */
export const importAdvice = wordList(
  all.map(({ name, endings }) => `${name} (${endings[0]})`),
  'or',
)

/** The kind that a file's name says; null for none of the list. */
export function importKindOf(fileName: string): ImportKind | null {
  const name = fileName.toLowerCase()
  const kinds = Object.keys(importFormats) as ImportKind[]
  return kinds.find((kind) => importFormats[kind].endings.some((ending) => name.endsWith(ending))) ?? null
}

/** Why a file in a folder is not imported with the folder. A file that is named by itself is always read. */
export type LeftOut = 'hidden' | 'other kind'

/**
 * Whether a folder's import leaves a file out, and why.
 *
 * @param path below the folder, parted by slashes; a hidden folder hides what is in it
 */
export function leftOutOfFolder(path: string): LeftOut | null {
  if (path.split('/').some((name) => name.startsWith('.'))) return 'hidden'
  return importKindOf(path) === null ? 'other kind' : null
}

/** 100 MB: the largest file that is read. */
export const maxFileBytes = 100_000_000

/** Why a file of so many bytes is not read; null when it is. */
export function tooLarge(bytes: number): Problem | null {
  if (bytes <= maxFileBytes) return null
  return {
    code: 'file_too_large',
    message: `The file has ${Math.ceil(bytes / 1_000_000)} MB, and files of more than ${maxFileBytes / 1_000_000} MB are not read. Nothing of it was imported: split it into smaller files.`,
    details: { bytes, limit: maxFileBytes },
  }
}
