import { loadProgram } from './load.mjs'

/** @typedef {{ exit: number, out: string, told: string }} Ran */

/**
 * Runs command lines in this process, a thousand in the time that ten processes take.
 * @param {string} dataDir the program's folder for settings
 */
export async function openTerminal(dataDir) {
  const { run } = await loadProgram()
  /** @param {string[]} argv @param {string} [input] @returns {Promise<Ran>} */
  return async (argv, input = '') => {
    let out = ''
    let told = ''
    const exit = await run(
      argv,
      {
        stdin: once(input),
        printsToTerminal: false,
        async print(piece) {
          out += typeof piece === 'string' ? piece : Buffer.from(piece).toString('latin1')
        },
        tell(line) {
          told += `${line}\n`
        },
        progress() {},
        isStopped: () => false,
        stopping: new AbortController().signal,
        env: { CLAIMTRAIL_DATA_DIR: dataDir },
      },
      '0.0.0',
    )
    return { exit, out, told }
  }
}

/** @param {string} input */
async function* once(input) {
  yield new TextEncoder().encode(input)
}
