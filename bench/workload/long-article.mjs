import { makeId, makeRandom } from './random.mjs'
import { makeWords } from './words.mjs'

/** @typedef {import('../../src/domain/command.ts').CommandEnvelope} CommandEnvelope */

/**
 * A short article and a long one with spans all over it, some of them overlapping; eight tags.
 * @param {{ words: number, spans: number }} size of the long one
 */
export function longArticle({ words, spans: count }) {
  const random = makeRandom(5)
  const made = makeWords(random)
  let now = Date.UTC(2024, 5, 3, 8)
  const id = () => makeId(random, now)
  const by = id()
  const tags = Array.from({ length: 8 }, id)
  const short = { id: id(), title: 'The short one', text: made.paragraphs(300) }
  const long = { id: id(), title: 'The long one', text: made.paragraphs(words) }
  const spans = Array.from({ length: count }, (_, index) => {
    const start = long.text.indexOf(' ', Math.floor((long.text.length / (count + 1)) * index) + 40) + 1
    const end = long.text.indexOf(' ', start + 6 + random.int(60))
    return { id: id(), start, end: end === -1 ? long.text.length : end }
  })
  const profile = { id: by, name: 'Analyst', initials: 'AN', colour: 'blue' }
  return {
    profile,
    short,
    long,
    spans,
    commands: [
      give('analyst.join', profile),
      ...tags.map((tag, index) => give('tag.create', { id: tag, ...lookOf(index) })),
      give('article.import', { articles: [short] }),
      give('article.import', { articles: [long] }),
      give('annotation.make', {
        spans: spans.map((span, index) => ({ ...span, articleId: long.id, tagIds: [tags[index % 8]] })),
      }),
    ],
  }

  /** @param {string} type @param {object} args @returns {CommandEnvelope} */
  function give(type, args) {
    now += 1_000
    return { commandId: id(), type, args, at: new Date(now).toISOString(), by }
  }
}

/** @param {number} index */
function lookOf(index) {
  const colours = ['blue', 'vermilion', 'green', 'pink', 'sky', 'orange', 'gold', 'grey']
  const lines = ['solid', 'dashed', 'dotted', 'double', 'wavy']
  return {
    name: `tag ${index + 1}`,
    colour: colours[index],
    line: lines[index % 5],
    hotkey: String(index + 1),
  }
}
