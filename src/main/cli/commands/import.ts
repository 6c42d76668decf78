import { resolve } from 'node:path'
import type { PreparedFile, ProposedArticle } from '../../../contract/import.ts'
import { importEndings, importNames } from '../../../contract/import-formats.ts'
import { wordList } from '../../../domain/plain-values/word-list.ts'
import { prepareForPreview } from '../../ingest/preview.ts'
import { newId } from '../../new-id.ts'
import { oneLine } from '../../shell-kit/terminal-text.ts'
import { authorOf } from '../author.ts'
import { type CliCommand, type ExitCode, type Io, Stopped } from '../command.ts'
import { filesOf, readGiven, tellLeftOut } from '../files.ts'
import { acceptHead, acceptHeadHelp } from '../heads.ts'
import { changeWorkspace, type Engine, watching } from '../workspace.ts'

export const importFiles: CliCommand = {
  name: 'import',
  usage: 'WORKSPACE FILES... [--split] [--by NAME] [--accept-head]',
  summary: `Imports ${importNames} files, by themselves or in folders, as articles.`,
  help: `
Title, publisher, author and date are taken from the text where it says them; page furniture (menus, captions,
related links, …) is marked, never dropped. The program can correct all of it later.

Prints one line per article: “imported”, its id, its title and its file, separated by tabs. A text that is in the
workspace already is not imported again: “duplicate” with the id of the first, and exit code 1, as for a file
that cannot be read. Wording close to an article that is there is told on standard error with a percentage.

Of a folder, and of the folders in it, the files that end with ${wordList(importEndings, 'or')} are
imported, in upper case too; a file that is named by itself is read whatever its name is. Hidden files, files of other
kinds and links that lead out of the folder are left out: standard error names each of them and says why. The exit code
is 1 where a link out of the folder, or what could not be read, was left out; 2 where nothing in a folder can be
imported.

${acceptHeadHelp}`,
  options: {
    split: { type: 'boolean', help: 'makes several articles of a file that seems to hold several' },
    by: { type: 'string', value: 'NAME', help: 'who imports: a name or initials; a new name joins' },
    'accept-head': acceptHead,
  },
  words: { least: 2, most: Number.POSITIVE_INFINITY },
  async run({ words: [path, ...given], flag, option, io }) {
    const { files, leftOut } = filesOf(given, io)
    return changeWorkspace(path!, io, { acceptHead: flag('accept-head') }, async (engine) => {
      const by = await authorOf(engine, option('by'), io)
      let exit: ExitCode = 0
      const readable = files.flatMap((file) => {
        const read = readGiven(file)
        if (read.ok) return [read.value]
        io.tell(`${oneLine(file)}: ${read.error.message} [${read.error.code}]`)
        exit = 1
        return []
      })
      const prepared = await prepareForPreview(
        { workspace: resolve(path!), files: readable },
        watching(io, 'Reading'),
      )
      if (!prepared.ok) throw new Stopped(prepared.error)
      const importing = { engine, split: flag('split'), by, io, ids: new Map<string, string>() }
      const { files: ready } = prepared.value
      let done = 0
      try {
        for (const file of ready) {
          if (io.isStopped()) break
          if (!(await importOne(file, importing))) exit = 1
          done += 1
        }
      } finally {
        if (done < ready.length) io.tell(`Stopped after ${done} of ${ready.length} files; those are kept.`)
      }
      if (!tellLeftOut(leftOut, io)) exit = 1
      return exit
    })
  },
}

interface Importing {
  engine: Engine
  split: boolean
  by: string
  io: Io
  /** Articles imported in this run, by text: what a later file may repeat. */
  ids: Map<string, string>
}

/** True when everything in the file was imported. One command a file: its articles come in together or not at all. */
async function importOne(file: PreparedFile, { engine, split, by, io, ids }: Importing): Promise<boolean> {
  if (!file.ok) {
    io.tell(`${oneLine(file.name)}: ${file.error.message} [${file.error.code}]`)
    return false
  }
  for (const note of file.notes) io.tell(`${oneLine(file.name)}: ${note}`)
  const articles = split && file.parts.length > 0 ? file.parts : [file.whole]
  if (!split && file.parts.length > 0) {
    io.tell(
      `${oneLine(file.name)}: It seems to hold ${file.parts.length} articles; --split imports each by itself.`,
    )
  }
  const fresh = articles.filter(({ duplicate }) => !duplicate)
  for (const { duplicate, text } of articles) {
    if (!duplicate) continue
    await printLine(io, 'duplicate', duplicate.articleId ?? ids.get(text) ?? '', duplicate.title, file.name)
  }
  if (fresh.length === 0) return false
  const commanded = fresh.map((article) => ({ id: newId(), ...argsOf(article, file.name, file.encoding) }))
  const envelope = { commandId: newId(), type: 'article.import', args: { articles: commanded }, by }
  const [done] = await engine.executeMany({ envelopes: [envelope] }, watching(io, 'Importing'))
  if (!done?.ok) {
    io.tell(`${oneLine(file.name)}: ${done?.error.message} [${done?.error.code}]`)
    return false
  }
  if (done.value.warning) io.tell(done.value.warning)
  for (const [index, { id, title, text }] of commanded.entries()) {
    ids.set(text, id)
    await printLine(io, 'imported', id, title, file.name)
    for (const near of fresh[index]!.near) {
      io.tell(`${oneLine(title)}: ${Math.round(near.likeness * 100)} % like “${oneLine(near.title)}”.`)
    }
  }
  return fresh.length === articles.length
}

function argsOf(article: ProposedArticle, origin: string, encoding: string) {
  const { reasons: _, duplicate: __, near: ___, furniture, title, ...fields } = article
  return {
    ...fields,
    title: title || origin,
    origin,
    encoding,
    furniture: furniture.map(({ start, end, kind }) => ({ id: newId(), start, end, kind })),
  }
}

async function printLine(io: Io, ...cells: string[]): Promise<void> {
  await io.print(`${cells.map(oneLine).join('\t')}\n`)
}
