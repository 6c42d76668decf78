import { readFileSync, statSync } from 'node:fs'
import { z } from 'zod'
import type { Answer } from '../../contract/wire.ts'
import { type CommandEnvelope, commandEnvelopeSchema } from '../../domain/command.ts'
import { offsetSchema } from '../../domain/scalars.ts'
import { readDocument } from '../ingest/formats.ts'
import { within } from '../targets/within.ts'

/**
 * Reads one line of a recorded session: a command's envelope as JSON. Its arguments are checked when it is decided.
 *
 * @param textsDir where articles of `article.import` may have their texts: one with
 *   `"textFile": "articles/x.txt"` instead of `"text"` gets that file's canonical text, or its part from `"from"`
 *   to `"to"` (UTF-16 code units, half-open). Without the folder such articles are refused.
 */
export function readSessionLine(line: string, textsDir: string | null = null): Answer<CommandEnvelope> {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (error) {
    return refused(`This line is not JSON (${error instanceof Error ? error.message : error}).`)
  }
  const parsed = commandEnvelopeSchema.safeParse(value)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const where = issue?.path.join('.')
    return refused(`This line is no command: ${where ? `“${where}”: ` : ''}${issue?.message}.`)
  }
  return parsed.data.type === 'article.import'
    ? withTexts(parsed.data, textsDir)
    : { ok: true, value: parsed.data }
}

const textInFile = z.looseObject({
  textFile: z.string(),
  from: offsetSchema.optional(),
  to: offsetSchema.optional(),
})

function withTexts(envelope: CommandEnvelope, textsDir: string | null): Answer<CommandEnvelope> {
  const args = z.looseObject({ articles: z.array(z.unknown()) }).safeParse(envelope.args)
  if (!args.success) return { ok: true, value: envelope }
  const articles: unknown[] = []
  for (const article of args.data.articles) {
    const inFile = textInFile.safeParse(article)
    if (!inFile.success) {
      articles.push(article)
      continue
    }
    const { textFile, from, to, ...rest } = inFile.data
    const text = readText(textFile, textsDir)
    if (!text.ok) return text
    articles.push({ ...rest, text: text.value.slice(from, to) })
  }
  return { ok: true, value: { ...envelope, args: { ...args.data, articles } } }
}

function readText(file: string, textsDir: string | null): Answer<string> {
  if (textsDir === null) {
    return refused(`The text of this article lies in “${file}”, but no folder of texts was named.`)
  }
  let bytes: Uint8Array
  try {
    const path = within(textsDir, file)
    if (path === null) return refused(`“${file}” lies outside the folder of texts.`)
    // A pipe or a device may never end.
    if (!statSync(path).isFile()) return refused(`“${file}” is no file.`)
    bytes = readFileSync(path)
  } catch (error) {
    return refused(
      `The text “${file}” could not be read (${error instanceof Error ? error.message : error}).`,
    )
  }
  const decoded = readDocument({ name: file, bytes })
  return decoded.ok ? { ok: true, value: decoded.value.text } : decoded
}

function refused(message: string): Answer<never> {
  return { ok: false, error: { code: 'malformed_line', message: `${message} Nothing was changed by it.` } }
}
