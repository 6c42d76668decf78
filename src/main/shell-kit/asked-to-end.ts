import { constants } from 'node:os'

/** What a launcher sends (scripts/lib/follow.mjs): a signal that came to it, and how many have come by now. */
interface ForwardedSignal {
  signal: EndingSignal
  times: number
}

const endingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
type EndingSignal = (typeof endingSignals)[number]

/**
 * Tells once that this process should end in order: because of a signal, because its launcher got one and passed it
 * on, or because its launcher has gone, however it went. Who asks a second time means it: the process ends at once.
 *
 * @param end told the exit code that is usual for the signal: 130, 143 or 129; 143 where the launcher has gone
 */
export function whenAskedToEnd(end: (exitCode: number) => void): void {
  let signals = 0
  let asked = false
  let launcherGone = false
  const ask = (exitCode: number) => {
    if (asked) return
    asked = true
    end(exitCode)
  }
  const count = (signal: EndingSignal, times: number) => {
    signals = Math.max(signals, times)
    const exitCode = exitCodeOf(signal)
    if (signals > 1 || launcherGone) process.exit(exitCode)
    ask(exitCode)
  }
  let own = 0
  for (const signal of endingSignals) {
    process.on(signal, () => {
      own += 1
      count(signal, own)
    })
  }
  // A terminal's Ctrl+C comes to the launcher and to this process: two ways of one signal, which count once.
  process.on('message', (message: unknown) => {
    if (isForwarded(message)) count(message.signal, message.times)
  })
  process.on('disconnect', () => {
    launcherGone = true
    ask(exitCodeOf('SIGTERM'))
  })
  // Listening alone keeps nothing running. Without a launcher there is no channel.
  process.channel?.unref()
}

function exitCodeOf(signal: EndingSignal): number {
  return 128 + constants.signals[signal]
}

function isForwarded(message: unknown): message is ForwardedSignal {
  if (message === null || typeof message !== 'object') return false
  if (!('signal' in message) || !('times' in message)) return false
  return endingSignals.some((signal) => signal === message.signal) && typeof message.times === 'number'
}
