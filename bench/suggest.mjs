import { parseArgs } from 'node:util'
import { buildIfStale } from '../scripts/lib/build.mjs'
import { loadAssistant } from './suggest/assistant.mjs'
import { compare, readLabelled } from './suggest/labelled.mjs'
import { fields, figures, score } from './suggest/score.mjs'
import { limitMs, measureSpeed } from './suggest/speed.mjs'

/*
 * Measures the assistant's suggestions against the labelled articles (seeds/labelled), and its speed against its limit.
 * Misses of the part that rules were written on are told by kind; `--misses develop` prints their sentences. Those of the
 * part kept aside are counted only, unless `--misses aside` asks for them: who has read them cannot measure with them again.
 */
const { values } = parseArgs({
  options: { misses: { type: 'string' }, 'no-speed': { type: 'boolean', default: false } },
})
if (!(await buildIfStale(process.execPath))) process.exit(1)
const assistant = await loadAssistant()

/** Aims on the part kept aside. @type {Record<string, number>} */
const aims = { quantity: 0.9, speaker: 0.75, stance: 0.8, date: 0.8 }

for (const part of /** @type {const} */ (['develop', 'aside'])) {
  const articles = readLabelled(part)
  const all = compare(assistant, articles)
  const { counts, misses } = score(all)
  const labelled = all.filter(({ label }) => label).length
  const proposed = all.filter(({ suggestion }) => suggestion).length
  console.log(`\n${part}: ${articles.length} articles, ${labelled} claims, ${proposed} proposed\n`)
  console.log('| field | right | proposed | labelled | precision | recall | F1 | aim |')
  console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |')
  for (const field of fields) {
    const count = /** @type {import('./suggest/score.mjs').Count} */ (counts[field])
    const { precision, recall, f1 } = figures(count)
    const shares = [precision, recall, f1].map((share) => share.toFixed(3)).join(' | ')
    const aim = part === 'aside' ? (aims[field]?.toFixed(2) ?? '') : ''
    console.log(`| ${field} | ${count.right} | ${count.proposed} | ${count.labelled} | ${shares} | ${aim} |`)
  }
  /** @type {Map<string, number>} */
  const kinds = new Map()
  for (const { field, kind } of misses) {
    if (['value', 'qualifier', 'unit'].includes(field)) continue
    kinds.set(`${field}: ${kind}`, (kinds.get(`${field}: ${kind}`) ?? 0) + 1)
  }
  console.log(`\nmisses by kind: ${[...kinds].map(([kind, many]) => `${kind} ${many}`).join('; ')}`)
  if (values.misses === part) for (const miss of misses) tell(miss)
}

function tell(/** @type {import('./suggest/score.mjs').Miss} */ { field, kind, label, suggestion }) {
  console.log(`- ${field}, ${kind}`)
  if (label)
    console.log(
      `  labelled: ${label.quote} ${JSON.stringify([label.quantity, label.speaker, label.stance, label.date])}`,
    )
  if (suggestion) console.log(`  proposed: ${suggestion.quote} (${suggestion.reason})`)
}

if (!values['no-speed']) {
  const texts = [...readLabelled('develop'), ...readLabelled('aside')].map(({ text }) => text)
  const { words, coldMs, warmMs, long } = await measureSpeed(texts)
  const round = Math.round
  console.log(
    `\n${words} words: ${round(warmMs)} ms, limit ${limitMs} ms (the first time, with the model to load: ${round(coldMs)} ms)`,
  )
  console.log(`200000 words: first page after ${round(long.first)} ms, all after ${round(long.all)} ms`)
}
