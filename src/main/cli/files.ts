import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { importAdvice, importEndings, tooLarge } from '../../contract/import-formats.ts'
import type { Answer } from '../../contract/wire.ts'
import { wordList } from '../../domain/plain-values/word-list.ts'
import { type Io, WrongUse } from './command.ts'
import { type FolderFiles, filesInFolder, type WhyLeftOut } from './folder.ts'

/** The files named, whatever they are, and those of the folders named that are of a kind in the list. */
export function filesOf(given: readonly string[], io: Pick<Io, 'tell'>): FolderFiles {
  const all: FolderFiles = { files: [], leftOut: [] }
  for (const path of given) {
    const found = statSync(path, { throwIfNoEntry: false })
    if (!found) throw new WrongUse(`There is no file ${path}. Nothing was imported.`)
    if (found.isFile()) all.files.push(path)
    // A pipe or a device may never end.
    else if (!found.isDirectory()) throw new WrongUse(`${path} is no file or folder. Nothing was imported.`)
    else {
      const { files, leftOut } = filesInFolder(path)
      all.files.push(...files)
      all.leftOut.push(...leftOut)
      if (files.length === 0) {
        tellLeftOut(leftOut, io)
        throw new WrongUse(
          `The folder ${path} has no files that can be imported: ${importAdvice}. Nothing was imported.`,
        )
      }
    }
  }
  return all
}

/**
 * Tells what was left out of folders in one block: how many, and each name under its reason. True when nothing was missed
 * by it: hidden files and files of other kinds are not what an import is for.
 */
export function tellLeftOut(leftOut: FolderFiles['leftOut'], io: Pick<Io, 'tell'>): boolean {
  if (leftOut.length === 0) return true
  const whys = (Object.keys(reasons) as WhyLeftOut[]).filter((why) => leftOut.some((one) => one.why === why))
  io.tell(`Left out of the import: ${leftOut.length}`)
  for (const why of whys) {
    const paths = leftOut.filter((one) => one.why === why).map(({ path }) => path)
    io.tell(`  ${reasons[why].words} (${paths.length}):`)
    for (const path of paths) io.tell(`    ${path}`)
  }
  return whys.every((why) => !reasons[why].missed)
}

const reasons: Record<WhyLeftOut, { words: string; missed: boolean }> = {
  'link out of the folder': { words: 'links that lead out of the folder', missed: true },
  'link to nothing': { words: 'links that lead nowhere', missed: true },
  'not readable': { words: 'folders that could not be read', missed: true },
  'no file': { words: 'no files, but pipes or devices', missed: true },
  'other kind': {
    words: `not ${wordList(importEndings, 'or')}`,
    missed: false,
  },
  hidden: { words: 'hidden', missed: false },
  'link to a folder': { words: 'links to folders of the import', missed: false },
  'link to a file of the import': { words: 'links to files that are imported themselves', missed: false },
}

/** A file's bytes under its bare name, or why it is not read: one that is too large is not even opened. */
export function readGiven(path: string): Answer<{ name: string; bytes: Uint8Array }> {
  try {
    const large = tooLarge(statSync(path).size)
    if (large) return { ok: false, error: large }
    return { ok: true, value: { name: basename(path), bytes: readFileSync(path) } }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    const message = `It could not be read (${why}). Nothing of it was imported.`
    return { ok: false, error: { code: 'file_unreadable', message } }
  }
}
