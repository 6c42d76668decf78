/*
 * The line between the stand-in, in a process of its own, and the spec that drives it. Messages are structured
 * clones, as over Electron's own IPC.
 */

/** @type {Map<string, (message: any) => unknown>} */
const answers = new Map()

/** Says how questions of a kind from the spec are answered. @param {string} kind @param {(message: any) => unknown} by */
export function answer(kind, by) {
  answers.set(kind, by)
}

/** Tells the spec something. @param {{ kind: string, [key: string]: unknown }} message */
export function tell(message) {
  // After the spec hung up there is nobody left to tell.
  if (process.connected) process.send?.(message)
}

process.on('message', async (/** @type {{ question: number, kind: string }} */ message) => {
  const by = answers.get(message.kind)
  try {
    if (!by) throw new Error(`The stand-in knows no ${message.kind}.`)
    tell({ kind: 'answer', question: message.question, value: await by(message) })
  } catch (error) {
    tell({
      kind: 'answer',
      question: message.question,
      error: error instanceof Error ? error.message : String(error),
    })
  }
})
process.on('disconnect', () => process.exit(0))
