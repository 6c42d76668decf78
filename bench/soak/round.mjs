import { makeId } from '../workload/random.mjs'

/** @typedef {Awaited<ReturnType<typeof import('./program.mjs').startProgram>>} Program */

/**
 * A quarter of an hour of an analyst's work, much faster: edits that are undone again, looks at the past, searches,
 * comparisons, exports, a preview of an import, suggestions. The workspace is open and has so many events.
 * @param {Program} program @param {import('../workload/random.mjs').Random} random @param {number} events
 */
export async function workThrough(program, random, events) {
  const { ask } = program
  const id = () => makeId(random, Date.now())
  const stopListening = await program.listen()
  const articles = await ask('articles.list')
  const topics = await ask('topics.list')
  const [brief] = await ask('briefs.list')
  const claims = await ask('claims.page', { query: {}, offset: 0, limit: 100 })

  for (let edit = 0; edit < 40; edit += 1) {
    const claim = random.pick(/** @type {any[]} */ (claims.rows))
    const edits = [
      ['topic.open', { id: id(), question: `What of ${edit}?` }],
      ['claim.change', { ids: [claim.id], set: { note: `Seen ${id()}` } }],
      ['tag.create', { id: id(), name: `tag ${id()}`, colour: 'blue' }],
    ]
    const [type, args] = random.pick(edits)
    await ask('execute', { commandId: id(), type, args })
    await ask('execute', { commandId: id(), type: 'history.undo', args: {} })
  }
  for (let look = 0; look < 20; look += 1) {
    const article = random.pick(/** @type {any[]} */ (articles))
    const topicId = random.pick(/** @type {any[]} */ (topics)).id
    const seq = 1 + random.int(events)
    await ask('article.text', { textHash: article.textHash })
    await ask('article.marks', { id: article.id })
    await ask('search', { text: random.pick(['the', 'soldiers', 'a', 'of', 'in']) })
    await ask('claims.page', {
      query: { text: random.pick(['', 'a', 'the']) },
      offset: random.int(50),
      limit: 50,
    })
    await ask('history.page', { before: seq + 1 })
    await ask('compare.spread', { topicId })
    await ask('compare.independence', { topicId })
    await ask('asOf', { seq, name: 'articles.list', input: {} })
    await ask('asOf', { seq, name: 'claims.page', input: { query: {}, offset: 0, limit: 50 } })
  }
  await ask('timeline', { buckets: 400 })
  await ask('changes.between', { from: Math.floor(events / 2), to: events })
  const text = 'Officials said that 8,000 soldiers were there on Monday. '.repeat(300)
  await ask('import.prepare', {
    job: id(),
    files: [{ name: 'a.txt', bytes: new TextEncoder().encode(text) }],
  })
  await ask('suggestions.find', { job: id(), articleId: random.pick(/** @type {any[]} */ (articles)).id })
  await ask('workspace.verify', { job: id() })

  const asOf = 1 + random.int(events)
  for (const [name, input] of /** @type {[string, object][]} */ ([
    ['export.table', { table: 'claims', format: 'csv', asOf: null }],
    ['export.table', { table: 'evidence', format: 'csv', asOf }],
    ['export.brief', { id: brief.id, format: 'md', asOf: null }],
    ['export.brief', { id: brief.id, format: 'html', asOf: null }],
    ['export.changes', { from: asOf, to: events, format: 'md' }],
  ])) {
    const made = await ask(name, { job: id(), ...input })
    await program.download(made.downloadUrl)
    await program.download(made.manifest.downloadUrl)
  }
  stopListening()
}
