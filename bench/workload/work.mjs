import { makeId, makeRandom } from './random.mjs'
import { makeWords } from './words.mjs'

/** @typedef {import('../../src/domain/command.ts').CommandEnvelope} CommandEnvelope */
/** @typedef {{ type: string, args: object }} Deed */
/** @typedef {{ id: string, start: number, end: number, tagged: number }} Mark */

const colours = ['blue', 'vermilion', 'green', 'pink', 'sky', 'orange', 'gold', 'grey']
const stances = ['asserts', 'asserts', 'asserts', 'denies', 'cannot confirm']
const statuses = ['open', 'corroborated', 'disputed', 'refuted', 'withdrawn']
const relationKinds = ['supports', 'contradicts', 'repeats', 'supersedes']
const qualifiers = ['exactly', 'about', 'up to', 'at least', 'more than']
const places = ['Kursk', 'Łódź', 'Pyongyang', 'Vladivostok', 'Київ', '']

/** How often an analyst does what, of 100 commands on an article. */
const habits = /** @type {const} */ ([
  [38, 'mark'],
  [2, 'markEveryOccurrence'],
  [11, 'tag'],
  [10, 'note'],
  [3, 'move'],
  [1, 'remove'],
  [11, 'claim'],
  [17, 'changeClaim'],
  [0.5, 'changeClaims'],
  [5, 'relate'],
  [1, 'attach'],
  [0.5, 'undo'],
])
const totalWeight = habits.reduce((sum, [weight]) => sum + weight, 0)

/**
 * Endless work of three analysts on article after article: marks, tags, notes, claims, changes to new items and to
 * old ones, relations, undo. Every command carries its id and its time, and each is accepted when all are applied
 * in order. The same options give the same commands.
 * @param {{ seed?: number, commandsPerArticle?: number, wordsPerArticle?: number, claimsOnly?: boolean, mostTopics?: number, days?: number }} [options]
 *   `claimsOnly`: after the set-up of an article every command makes a claim with its own span; `days`: claims are about any
 *   of so many days before their making, otherwise about its day
 * @returns {Generator<CommandEnvelope, never>}
 */
export function* work({
  seed = 1,
  commandsPerArticle = 400,
  wordsPerArticle = 700,
  claimsOnly = false,
  mostTopics = 150,
  days = 0,
} = {}) {
  const random = makeRandom(seed)
  const words = makeWords(random)
  let now = Date.UTC(2024, 0, 8, 7)
  let by = ''
  const id = () => makeId(random, now)
  const people = [id(), id(), id()]
  const tags = Array.from({ length: 24 }, id)
  /** @type {string[]} */
  const sources = []
  /** @type {string[]} */
  const topics = []
  const claims = makeClaims()
  /** Marks of articles left behind, that somebody comes back to. @type {Mark[]} */
  const oldMarks = []

  for (const [index, person] of people.entries()) {
    by = person
    const profile = { name: `Analyst ${index + 1}`, initials: `A${index + 1}`, colour: colours[index] }
    yield give({ type: 'analyst.join', args: { id: person, ...profile } })
  }
  for (const [index, tag] of tags.entries()) {
    const looks = { colour: colours[index % 8], hotkey: index < 9 ? String(index + 1) : null }
    yield give({ type: 'tag.create', args: { id: tag, name: `tag ${index} ${words.word()}`, ...looks } })
  }
  for (let number = 0; ; number += 1) {
    by = random.pick(people)
    for (const deed of begin(number)) yield give(deed)
    const article = { id: id(), text: words.paragraphs(wordsPerArticle), marks: /** @type {Mark[]} */ ([]) }
    yield give(importOf(article))
    yield give({ type: 'article.setStatus', args: { ids: [article.id], status: 'reading' } })
    const does = deeds(article)
    for (let count = 0; count < commandsPerArticle; count += 1)
      yield give(does(claimsOnly ? 'claim' : habit()))
    oldMarks.push(...article.marks.filter(() => random.chance(0.05)))
    yield give({ type: 'article.setStatus', args: { ids: [article.id], status: 'read' } })
  }

  /** @param {Deed} deed @returns {CommandEnvelope} */
  function give(deed) {
    now += 4_000 + random.int(40_000)
    return { commandId: id(), at: new Date(now).toISOString(), by, ...deed }
  }

  function habit() {
    let left = random.next() * totalWeight
    for (const [weight, what] of habits) {
      left -= weight
      if (left < 0) return what
    }
    return 'mark'
  }

  /** Sources and topics as they turn up; a codebook stops growing at some time. @param {number} number @returns {Deed[]} */
  function begin(number) {
    const source = {
      id: id(),
      name: `Source ${number} ${words.word()}`,
      reliability: random.pick([...'ABCDEF']),
    }
    const topic = { id: id(), question: `${words.sentence(7)} ${number}` }
    if (sources.length < 300) sources.push(source.id)
    if (topics.length < mostTopics) topics.push(topic.id)
    return [
      ...(sources.includes(source.id) ? [{ type: 'source.add', args: source }] : []),
      ...(topics.includes(topic.id) ? [{ type: 'topic.open', args: topic }] : []),
    ]
  }

  /** @param {{ id: string, text: string }} article @returns {Deed} */
  function importOf({ id: articleId, text }) {
    const about = { title: words.sentence(8), publisher: `Paper ${random.int(40)}`, language: 'en' }
    const furniture = [{ id: id(), ...span(text, 6), kind: 'caption' }]
    return { type: 'article.import', args: { articles: [{ id: articleId, text, ...about, furniture }] } }
  }

  /** What an analyst does on one article. @param {{ id: string, text: string, marks: Mark[] }} article */
  function deeds({ id: articleId, text, marks }) {
    const newSpan = (/** @type {object} */ more = {}) => {
      const mark = { id: id(), ...span(text, 1 + random.int(7)), tagged: 0 }
      marks.push(mark)
      return { id: mark.id, articleId, start: mark.start, end: mark.end, ...more }
    }
    const mark = () => ({
      type: 'annotation.make',
      args: { spans: [newSpan({ tagIds: [tags[random.int(8)]] })] },
    })
    /** One of the last marks made here, now and then one of long ago. */
    const someMark = () => {
      if (oldMarks.length > 0 && random.chance(0.1)) return random.pick(oldMarks)
      return marks[marks.length - 1 - random.int(Math.min(marks.length, 60))]
    }
    /** @type {Record<(typeof habits)[number][1], () => Deed>} */
    const does = {
      mark,
      markEveryOccurrence: () => ({
        type: 'annotation.make',
        args: { spans: Array.from({ length: 6 }, () => newSpan({ tagIds: [tags[8]] })) },
      }),
      tag() {
        const target = someMark()
        const tag = target && tags[9 + target.tagged]
        if (!target || !tag) return mark()
        target.tagged += 1
        return { type: 'annotation.tag', args: { ids: [target.id], tagIds: [tag] } }
      },
      note() {
        const target = someMark()
        if (!target) return mark()
        return { type: 'annotation.note', args: { id: target.id, note: words.sentence(9) } }
      },
      move() {
        const target = marks[marks.length - 1]
        if (!target) return mark()
        const { start, end } = span(text, 8 + random.int(4))
        if (start === target.start && end === target.end) return mark()
        Object.assign(target, { start, end })
        return { type: 'annotation.move', args: { id: target.id, start, end } }
      },
      remove() {
        const target = marks.pop()
        return target ? { type: 'annotation.remove', args: { ids: [target.id] } } : mark()
      },
      claim: () => ({ type: 'claim.make', args: claims.add([newSpan()]) }),
      changeClaim() {
        const target = claims.some()
        if (!target) return mark()
        const set = { note: words.sentence(8), status: random.pick(statuses), credibility: 2 + random.int(5) }
        return { type: 'claim.change', args: { ids: [target], set } }
      },
      changeClaims() {
        const ids = claims.last(20)
        return ids.length === 0
          ? mark()
          : { type: 'claim.change', args: { ids, set: { note: words.sentence(5) } } }
      },
      relate() {
        const pair = claims.unrelated()
        if (!pair) return mark()
        return { type: 'relation.set', args: { id: id(), ...pair, kind: random.pick(relationKinds) } }
      },
      attach() {
        const target = claims.some()
        return target ? { type: 'claim.attach', args: { id: target, spans: [newSpan()] } } : mark()
      },
      undo: () => ({ type: 'history.undo', args: {} }),
    }
    let last = /** @type {string | null} */ (null)
    return (/** @type {(typeof habits)[number][1]} */ what) => {
      // Only a change of a claim is undone here: everything else may be built upon by the commands that follow.
      const deed = what === 'undo' && last !== 'claim.change' ? does.changeClaim() : does[what]()
      last = deed.type
      return deed
    }
  }

  function makeClaims() {
    /** @type {string[]} */
    const made = []
    /** Claims from here on have no relation that starts at them. */
    let related = 0
    return {
      /** @param {object[]} spans */
      add(spans) {
        const claim = { id: id(), statement: words.sentence(10 + random.int(8)), ...fields(), spans }
        made.push(claim.id)
        return claim
      },
      /** A claim of the last days, now and then any. */
      some: () =>
        random.chance(0.1)
          ? random.pick(made)
          : made[made.length - 1 - random.int(Math.min(made.length, 200))],
      last: (/** @type {number} */ count) => made.slice(-count),
      unrelated() {
        if (related + 1 >= made.length) return null
        related += 1
        return { fromId: made[related], toId: made[random.int(related)] }
      },
    }
  }

  /** A claim's fields: about half carry a figure. */
  function fields() {
    const before = days > 0 ? random.int(days) : 0
    const day = new Date(now - before * 86_400_000).toISOString().slice(0, 10)
    const source = {
      sourceId: random.pick(sources),
      topicId: random.pick(topics),
      stance: random.pick(stances),
    }
    const when = { eventFrom: day, eventTo: day, statementFrom: day, statementTo: day }
    const grades = { status: random.pick(statuses), credibility: 2 + random.int(5), confidence: 'moderate' }
    const all = { ...source, place: random.pick(places), ...when, ...grades }
    if (random.chance(0.5)) return all
    const qualifier = random.pick(qualifiers)
    const low = qualifier === 'up to' ? null : 100 * random.int(150)
    const high = qualifier === 'exactly' || qualifier === 'about' ? low : null
    return {
      ...all,
      qualifier,
      low,
      high: qualifier === 'up to' ? 100 * random.int(150) : high,
      unit: 'soldiers',
    }
  }

  /** A stretch of so many words. @param {string} text @param {number} count */
  function span(text, count) {
    let start = text.indexOf(' ', random.int(Math.floor(text.length * 0.9))) + 1
    if (start === 0) start = text.length >> 1
    let end = start
    for (let left = count; left > 0 && end >= 0; left -= 1) end = text.indexOf(' ', end + 1)
    return { start, end: end <= start ? text.length : end }
  }
}
