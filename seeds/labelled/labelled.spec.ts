import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { checkQuantity } from '../../src/domain/claim/quantity.ts'
import { claimFields } from '../../src/domain/claim/row.ts'
import { canonicalText } from '../../src/domain/ingest/canonical-text.ts'
import { dateSchema, lineSchema, offsetSchema } from '../../src/domain/scalars.ts'

const name = lineSchema(200).refine((text) => text !== '', 'a name has letters')
const labelsSchema = z.strictObject({
  article: z.strictObject({ title: name, publisher: name, publishedDate: dateSchema }),
  claims: z.array(
    z.strictObject({
      start: offsetSchema,
      end: offsetSchema,
      quote: z.string(),
      quantity: z
        .strictObject({
          low: claimFields.low,
          high: claimFields.high,
          qualifier: claimFields.qualifier.unwrap(),
          unit: claimFields.unit.refine((unit) => unit !== '', 'a figure counts something'),
          words: name,
        })
        .nullable(),
      speaker: name.nullable(),
      via: z.array(name),
      stance: claimFields.stance,
      date: z
        .strictObject({ from: dateSchema, to: dateSchema, words: name, of: z.enum(['event', 'statement']) })
        .nullable(),
      place: claimFields.place,
    }),
  ),
})

const parts = { develop: partAt('develop'), aside: partAt('aside') }
const articles = [...parts.develop, ...parts.aside]

test.each(articles)(
  '$file: every claim stands on its words, with values the workspace would take',
  ({ text, labels }) => {
    expect(canonicalText(text)).toEqual({ ok: true, value: { text, notes: [] } })
    for (const { start, end, quote, quantity, speaker, via, date, place } of labels.claims) {
      expect(text.slice(start, end), `${quote} begins at ${text.indexOf(quote)}`).toBe(quote)
      expect(quote).toBe(quote.trim())
      expect(quote).not.toContain('\n')
      const paragraph = text.slice(text.lastIndexOf('\n', start) + 1, text.indexOf('\n', end))
      if (quantity) {
        checkQuantity(quantity)
        expect(quote.split(quantity.words), `once in the quote: ${quantity.words}`).toHaveLength(2)
      }
      if (date) {
        expect(date.from <= date.to, `${date.from} to ${date.to}`).toBe(true)
        expect(paragraph).toContain(date.words)
      }
      for (const known of [speaker, ...via]) expect(text.toLowerCase()).toContain((known ?? '').toLowerCase())
      expect(paragraph).toContain(place)
    }
  },
)

test.each(articles)('$file: claims stand in the order of their starts, none of them twice', ({ labels }) => {
  const places = labels.claims.map(({ start, end }) => [start, end])
  expect(places).toEqual([...places].sort(([a, b], [c, d]) => a! - c! || b! - d!))
  const claims = labels.claims.map((claim) => JSON.stringify(claim))
  expect(new Set(claims).size).toBe(claims.length)
})

test('there are enough claims, a third of the articles are kept aside, and every qualifier and stance is met in both parts', () => {
  expect(articles.flatMap(({ labels }) => labels.claims).length).toBeGreaterThanOrEqual(150)
  expect(parts.aside.length * 3).toBe(articles.length)
  for (const part of Object.values(parts)) {
    const claims = part.flatMap(({ labels }) => labels.claims)
    expect(new Set(claims.map(({ stance }) => stance)).size).toBe(claimFields.stance.options.length)
    expect(new Set(claims.flatMap(({ quantity }) => quantity?.qualifier ?? [])).size).toBe(
      claimFields.qualifier.unwrap().options.length,
    )
  }
})

test('no sentence stands in both parts', () => {
  const seen = new Set(parts.develop.flatMap(({ text }) => sentences(text)))
  expect(parts.aside.flatMap(({ text }) => sentences(text)).filter((sentence) => seen.has(sentence))).toEqual(
    [],
  )
})

function partAt(part: 'develop' | 'aside') {
  const folder = new URL(`./${part}/`, import.meta.url)
  const files = readdirSync(folder).sort()
  const names = files.filter((file) => file.endsWith('.txt')).map((file) => file.replace(/\.txt$/, ''))
  expect(files).toEqual(names.flatMap((file) => [`${file}.labels.json`, `${file}.txt`]))
  return names.map((file) => ({
    file: `${part}/${file}`,
    text: readFileSync(new URL(`${file}.txt`, folder), 'utf8'),
    labels: labelsSchema.parse(JSON.parse(readFileSync(new URL(`${file}.labels.json`, folder), 'utf8'))),
  }))
}

function sentences(text: string): string[] {
  return text.split(/\n|(?<=[.!?]["”']?) /).filter((sentence) => sentence.trim().length > 25)
}
