import { readFile } from 'node:fs/promises'
import { resolve, sep } from 'node:path'
import type { Answer, Problem } from '../contract/wire.ts'
import { type CommandEnvelope, commandEnvelopeSchema } from '../domain/command.ts'

/**
 * One line of a recorded session: a command's envelope as JSON. An article in `article.import` may name its text
 * by `textFile` (relative to `textsDir`, UTF-8) with optional `from` and `to` in UTF-16 code units, so that a
 * session need not repeat whole articles. Without a `textsDir` such a line is refused, and so is a file outside it.
 */
export async function readSessionLine(
  line: string,
  textsDir: string | null,
): Promise<Answer<CommandEnvelope>> {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (error) {
    return refused(
      'malformed_line',
      `This line is not JSON (${error instanceof Error ? error.message : error}).`,
    )
  }
  const parsed = commandEnvelopeSchema.safeParse(value)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    return refused('malformed_line', `This line is no command: ${issue?.path.join('.')} ${issue?.message}.`)
  }
  if (parsed.data.type !== 'article.import') return { ok: true, value: parsed.data }
  const articles = (parsed.data.args as { articles?: unknown } | null)?.articles
  if (!Array.isArray(articles)) return { ok: true, value: parsed.data }
  const withTexts: unknown[] = []
  for (const article of articles) {
    const text = await withText(article, textsDir)
    if (!text.ok) return text
    withTexts.push(text.value)
  }
  return {
    ok: true,
    value: { ...parsed.data, args: { ...(parsed.data.args as object), articles: withTexts } },
  }
}

async function withText(article: unknown, textsDir: string | null): Promise<Answer<unknown>> {
  if (typeof article !== 'object' || article === null || !('textFile' in article))
    return { ok: true, value: article }
  const { textFile, from, to, ...rest } = article as Record<string, unknown>
  if (textsDir === null) {
    return refused(
      'no_texts_folder',
      'This line names a text file. Say where the files are with --texts DIR.',
    )
  }
  const folder = resolve(textsDir)
  const path = resolve(folder, String(textFile))
  if (!path.startsWith(folder + sep))
    return refused('outside_texts_folder', `${textFile} lies outside the folder of texts.`)
  try {
    const text = await readFile(path, 'utf8')
    const start = typeof from === 'number' ? from : 0
    const end = typeof to === 'number' ? to : text.length
    return { ok: true, value: { ...rest, text: text.slice(start, end) } }
  } catch (error) {
    return refused(
      'unreadable_text',
      `${textFile} could not be read (${(error as NodeJS.ErrnoException).code ?? error}).`,
    )
  }
}

function refused(code: string, message: string): { ok: false; error: Problem } {
  return { ok: false, error: { code, message } }
}
