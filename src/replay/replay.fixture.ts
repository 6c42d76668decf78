import { unwatched } from '../main/engine/watch.ts'
import { type ReplayInput, withReplay } from '../main/export/replay-job.ts'
import { type ReplayData, readData } from './data.ts'

/** A replay's whole file with a page that does nothing. */
export async function fileOf(path: string, options: Partial<ReplayInput> = {}): Promise<string> {
  const input: ReplayInput = {
    path,
    workspace: 'bench',
    asOf: null,
    topicId: null,
    texts: 'whole',
    format: 'html',
    page: { script: 'void 0', style: 'p{}' },
    ...options,
  }
  const made = await withReplay(input, unwatched, async (html) => ({ ok: true, value: [...html].join('') }))
  if (!made.ok) throw new Error(made.error.message)
  return made.value
}

/** The data of a file as its page reads it. */
export function dataOf(html: string): Promise<ReplayData> {
  return readData(
    (id) => {
      const begin = `<script type="application/json" id="${id}">`
      const start = html.indexOf(begin)
      return start < 0 ? null : html.slice(start + begin.length, html.indexOf('</script>', start))
    },
    () => Promise.resolve(),
  )
}
