import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { ReplayPage } from './export/html/replay-html.ts'

/** out/replay/ lies at the same place as seen from src/main/ and from a bundle in out/main/, in a checkout and in a packaged program. */
const folder = fileURLToPath(new URL('../../out/replay/', import.meta.url))

/** The page that the build made from src/replay. */
export async function replayPage(): Promise<ReplayPage> {
  const [script, style] = await Promise.all(
    ['page.js', 'page.css'].map((name) => readFile(`${folder}${name}`, 'utf8')),
  )
  return { script: script!, style: style! }
}
