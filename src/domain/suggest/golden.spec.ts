import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { proposeArticles } from '../ingest/propose-articles.ts'
import { suggestClaims } from './suggest.ts'
import type { Suggestion } from './suggestion.ts'

const folder = fileURLToPath(new URL('../../../seeds/articles', import.meta.url))

describe('the sample’s articles', () => {
  it.each(readdirSync(folder).sort())('%s has the suggestions that it had', async (name) => {
    const file = readFileSync(`${folder}/${name}`, 'utf8')
    const markup = name.endsWith('.md') ? 'markdown' : 'plain'
    const lines = proposeArticles(file, { markup }).articles.flatMap((article) => {
      const text = file.slice(article.start, article.end)
      const furniture = article.furniture.map(({ start, end }) => ({
        start: start - article.start,
        end: end - article.start,
      }))
      const found = suggestClaims(text, {
        publishedDate: article.publishedDate?.value ?? null,
        publisher: article.publisher?.value ?? '',
        title: article.title.value,
        furniture,
        sources: [],
      })
      return [`# ${article.title.value}`, ...found.map(line)]
    })
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(
      `golden/${name.replace(/\.\w+$/, '')}.golden.txt`,
    )
  })
})

function line({
  start,
  end,
  quote,
  quantity,
  speaker,
  via,
  stance,
  eventDate,
  statementDate,
}: Suggestion): string {
  const figure =
    quantity && `${quantity.qualifier} ${quantity.low ?? ''}..${quantity.high ?? ''} ${quantity.unit}`
  const who = [speaker?.name ?? 'nobody', ...via.map(({ name }) => name)].join(' via ')
  const when = [
    eventDate && `event ${eventDate.from}..${eventDate.to}`,
    statementDate && `said ${statementDate.from}..${statementDate.to}`,
  ]
  return [`${start}-${end}`, figure, who, stance, ...when, quote.replace(/\s+/g, ' ').slice(0, 100)]
    .filter((part) => part !== null)
    .join(' | ')
}
