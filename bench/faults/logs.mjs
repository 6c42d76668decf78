/**
 * The hashes of a workspace's log by event, as the program tells them; why not, where it does not.
 * @param {Awaited<ReturnType<typeof import('./terminal.mjs').openTerminal>>} terminal @param {string} path
 * @returns {Promise<{ hashes: Map<number, string>, problem: string | null }>}
 */
export async function logOf(terminal, path) {
  const { exit, out, told } = await terminal(['log', path, '--json'])
  const events = out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
  return { hashes: new Map(events.map(({ seq, hash }) => [seq, hash])), problem: exit === 0 ? null : told }
}

/**
 * How many of what was acknowledged none of these logs holds.
 * @param {readonly import('./applier.mjs').Acknowledged[]} acknowledged @param {readonly Map<number, string>[]} logs
 */
export function missingFrom(acknowledged, logs) {
  return acknowledged.filter(({ seq, hash }) => !logs.some((log) => log.get(seq) === hash)).length
}
