import { spawn } from 'node:child_process'
import { constants } from 'node:os'

/**
 * Becomes a program as far as its streams, its signals and its end go: the exit code is the program's own. The program
 * is told of signals over a channel, which also ends when this process does, however that happens: so it never works
 * on alone (src/main/shell-kit/asked-to-end.ts).
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 */
export function follow(command, args, options = {}) {
  const child = spawn(command, args, { ...options, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  let times = 0
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      times += 1
      // Before the program listens, or where it has closed the channel, only the signal itself reaches it.
      if (child.connected) child.send({ signal, times })
      else child.kill(signal)
    })
  }
  child.on('error', (error) => {
    console.error(`${command} does not start: ${error.message}`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1)))
}
