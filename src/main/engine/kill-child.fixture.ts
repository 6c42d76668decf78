import { writeSync } from 'node:fs'
import { openWriter } from './execute.ts'
import { openWorkspace } from './file/open.ts'

/**
 * Run as a process of its own, to be killed: writes without end, singly and in batches, and acknowledges each
 * command on standard output only after it was answered.
 */
const opened = openWorkspace(process.argv[2]!)
const writer = openWriter(opened.db)

const command = (type: string, args: unknown) => ({
  commandId: `kill-${process.pid}-${made}`,
  type,
  args,
  by: 'ann',
})

let made = 0
for (;;) {
  made += 1
  acknowledge([writer.execute(command('tag.create', tag()))])
  const batch = Array.from({ length: 20 }, () => {
    made += 1
    return made % 3 === 0 ? command('topic.open', topic()) : command('article.import', article())
  })
  for (const results of writer.executeMany(batch)) acknowledge(results)
}

function acknowledge(results: ReturnType<typeof writer.execute>[]): void {
  const lines = results.map((result) => {
    if (!result.ok) throw new Error(result.error.message)
    return `${result.value.seq} ${result.value.hash}\n`
  })
  writeSync(1, lines.join(''))
}

function tag() {
  return { id: `tag-${process.pid}-${made}`, name: `tag ${process.pid} ${made}`, colour: 'blue' }
}

function topic() {
  return { id: `topic-${process.pid}-${made}`, question: `${process.pid} ${made}?` }
}

function article() {
  const text = `Article ${process.pid} ${made}. `.repeat(500)
  return { articles: [{ id: `article-${process.pid}-${made}`, title: `${made}`, text }] }
}
