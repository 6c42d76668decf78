import { readdirSync, readFileSync } from 'node:fs'
import { inProject } from '../../scripts/lib/paths.mjs'
import { pairs } from './score.mjs'

/** @typedef {import('./score.mjs').Label} Label */

/**
 * The labelled articles of one part, each as text with what is known of it.
 * @param {'develop' | 'aside'} part
 */
export function readLabelled(part) {
  const folder = inProject('seeds', 'labelled', part)
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => {
      const text = readFileSync(`${folder}/${name}`, 'utf8')
      /** @type {{ article: { title: string, publisher: string, publishedDate: string }, claims: Label[] }} */
      const { article, claims } = JSON.parse(
        readFileSync(`${folder}/${name.replace(/\.txt$/, '.labels.json')}`, 'utf8'),
      )
      return { name, text, article, claims }
    })
}

/**
 * Suggestions beside labels, article after article. Page furniture is what the import proposes, as for an analyst who
 * accepts its preview.
 * @param {Awaited<ReturnType<typeof import('./assistant.mjs').loadAssistant>>} assistant
 * @param {ReturnType<typeof readLabelled>} articles
 */
export function compare({ suggestClaims, proposeArticles }, articles) {
  return articles.flatMap(({ text, article, claims }) => {
    const furniture = proposeArticles(text, { markup: 'plain' }).articles.flatMap((each) => each.furniture)
    return pairs(claims, suggestClaims(text, { ...article, furniture, sources: [] }))
  })
}
