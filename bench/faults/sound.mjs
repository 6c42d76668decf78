import { take } from '../lib/workspaces.mjs'
import { work } from '../workload/work.mjs'

/**
 * Makes a small workspace in which there is some of everything, with a brief.
 * @param {Awaited<ReturnType<typeof import('./terminal.mjs').openTerminal>>} terminal
 * @param {string} path @param {number} seed @param {number} [most] commands
 */
export async function makeSound(terminal, path, seed, most = 150) {
  await terminal(['new', path])
  const commands = take(work({ seed, commandsPerArticle: 25, wordsPerArticle: 120 }), most)
  const by = commands[0]?.by
  const brief = {
    commandId: 'brief',
    type: 'brief.save',
    args: { id: 'b1', name: 'Daily' },
    by,
    at: '2025-01-01T00:00:00.000Z',
  }
  const lines = [...commands, brief].map((command) => JSON.stringify(command))
  const applied = await terminal(['apply', path], lines.join('\n'))
  if (applied.exit !== 0) throw new Error(`the workspace could not be made: ${applied.told}`)
  return { by }
}

/** Commands that only read, with what they need. @param {string} path */
export function readers(path) {
  return [
    ['verify', path],
    ['log', path],
    ['log', path, '--json'],
    ['search', path, 'the'],
    ['export', path, '--table', 'claims'],
    ['export', path, '--brief', 'Daily'],
    ['export', path, '--table', 'evidence', '--as-of', '60'],
    ['changes', path, '--from', '20', '--to', '80'],
  ]
}
