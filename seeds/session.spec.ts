import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { commands } from '../src/domain/catalogue.ts'
import { claimStatuses, qualifiers, stances } from '../src/domain/claim/row.ts'
import {
  commandEnvelopeSchema,
  type Deciding,
  decideCommand,
  type PastCommand,
  type RowChange,
} from '../src/domain/command.ts'
import { applyEvent } from '../src/domain/fold.ts'
import { credibilities, likelihoods, reliabilities } from '../src/domain/grade.ts'
import { memoryTables } from '../src/domain/memory-tables.ts'
import { relationKinds } from '../src/domain/relation/row.ts'
import { parseStream } from '../src/domain/rows.ts'

const folder = new URL('./', import.meta.url)
const session = readFileSync(new URL('session.ndjson', folder), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => commandEnvelopeSchema.required({ at: true, by: true }).parse(JSON.parse(line)))

test('the recorded day is accepted command by command, and every quote equals the text at its offsets', () => {
  const { rejections, tables, texts } = play(session)
  expect(rejections).toEqual([])
  const wrong = [...tables.annotations.all()].filter(({ articleId, start, end, quote }) => {
    const text = texts.get(tables.articles.get(articleId)!.textHash)!
    return text.slice(start, end) !== quote
  })
  expect(wrong).toEqual([])
  expect(tables.annotations.count()).toBeGreaterThan(100)
})

test('the commands stand in the order of their times, within one day, each under an id of its own', () => {
  const times = session.map(({ at }) => at)
  expect(times).toEqual([...times].sort())
  expect(new Set(times.map((at) => at.slice(0, 10)))).toEqual(new Set(['2024-11-25']))
  expect(new Set(session.map(({ commandId }) => commandId)).size).toBe(session.length)
  expect(session.length).toBeGreaterThanOrEqual(150)
})

test('every article of the folder is imported whole, the category page as parts that together are the page', () => {
  const imported = new Map<string, string>()
  for (const { type, args } of session) {
    if (type !== 'article.import') continue
    for (const { origin, text } of (args as { articles: { origin: string; text: string }[] }).articles) {
      imported.set(origin, (imported.get(origin) ?? '') + text)
    }
  }
  const articles = new URL('articles/', folder)
  const files = readdirSync(articles).sort()
  expect([...imported.keys()].sort()).toEqual(files)
  for (const file of files) expect(imported.get(file)).toBe(readFileSync(new URL(file, articles), 'utf8'))
})

test('the sample shows every value that a claim, a relation and a source can take', () => {
  const { tables } = play(session)
  const claims = [...tables.claims.all()]
  expect(claims.length).toBeGreaterThanOrEqual(25)
  expect(new Set(claims.map(({ stance }) => stance))).toEqual(new Set(stances))
  expect(new Set(claims.map(({ qualifier }) => qualifier))).toEqual(new Set([...qualifiers, null]))
  expect(new Set(claims.map(({ status }) => status))).toEqual(new Set(claimStatuses))
  expect(new Set(claims.map(({ credibility }) => credibility))).toEqual(new Set([...credibilities, null]))
  expect(new Set(claims.map(({ likelihood }) => likelihood))).toEqual(new Set([...likelihoods, null]))
  expect(new Set([...tables.relations.all()].map(({ kind }) => kind))).toEqual(new Set(relationKinds))
  const grades = new Set([...tables.sources.all()].map(({ reliability }) => reliability))
  expect(grades).toEqual(new Set([...reliabilities, null]))
})

test('every claim rests on words, and no two tags look alike', () => {
  const { tables } = play(session)
  const lost = [...tables.claims.all()].filter(
    ({ evidence }) => evidence.length === 0 || evidence.some((id) => !tables.annotations.get(id)),
  )
  expect(lost).toEqual([])
  const signs = [...tables.tags.all()].map(({ colour, line }) => `${colour} ${line}`)
  expect(new Set(signs).size).toBe(signs.length)
})

/** The session on empty tables in memory: decided and folded by the program's own code, without a file. */
function play(envelopes: typeof session) {
  const tables = memoryTables()
  const texts = new Map<string, string>()
  const past: PastCommand[] = []
  const changes = new Map<string, RowChange[]>()
  const rejections: unknown[] = []
  let seq = 0
  const keepText = (text: string) => {
    texts.set(digest(text), text)
    return digest(text)
  }
  for (const { commandId, type, args, at, by } of envelopes) {
    const context: Deciding = {
      tables,
      at,
      by,
      commandId,
      head: seq,
      digest,
      keepText,
      text: (articleId) => texts.get(tables.articles.get(articleId)!.textHash)!,
      past: {
        commandsOf: (analyst) => past.filter((command) => command.by === analyst).reverse(),
        changesOf: (id) => changes.get(id) ?? [],
        rowAt: () => undefined,
        laterEdit: () => undefined,
      },
    }
    const answer = decideCommand(commands.get(type)!, args, context)
    if (!answer.ok) {
      rejections.push({ at, type, ...answer.error })
      continue
    }
    const { events, label, kind = 'do', target = null } = answer.value.decision
    const touched = new Map<string, RowChange>()
    for (const event of events) {
      const row = parseStream(event.stream)
      const now = () => tables[row.table].get(row.id) as Record<string, unknown> | undefined
      const change = touched.get(event.stream) ?? { stream: event.stream, before: now(), after: undefined }
      seq += 1
      applyEvent(tables, { ...event, seq, at, by, commandId })
      touched.set(event.stream, { ...change, after: now() })
    }
    changes.set(commandId, [...touched.values()])
    past.push({ commandId, type, kind, target, label, by })
  }
  return { tables, texts, rejections }
}

function digest(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
