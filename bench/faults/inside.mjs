import { spawn, spawnSync } from 'node:child_process'
import { inProject } from '../../scripts/lib/paths.mjs'

/**
 * True where this process may mount a small file system in a space of its own, which goes with the process: Linux, as
 * root or where users may have such spaces.
 */
export function canMount() {
  return process.platform === 'linux' && mounting('true').status === 0
}

/** @param {string} command */
function mounting(command) {
  return spawnSync('unshare', [...space(), 'sh', '-c', `mount -t tmpfs tmpfs /mnt && ${command}`])
}

/** @returns {string[]} */
function space() {
  return process.getuid?.() === 0 ? ['--mount'] : ['--user', '--map-root-user', '--mount']
}

/**
 * Runs a script of this folder in a space of its own, in which `folder` is a small file system in memory. What it prints
 * last is its result as JSON.
 * @param {string} script @param {string} folder @param {number} kilobytes @param {(string | number)[]} args
 */
export function runMounted(script, folder, kilobytes, args) {
  const command = 'mount -t tmpfs -o size="$0"k tmpfs "$1" && shift && exec "$@"'
  const program = [process.execPath, inProject('bench', 'faults', script), folder, ...args.map(String)]
  return result(spawn('unshare', [...space(), 'sh', '-c', command, String(kilobytes), folder, ...program]))
}

/** Likewise where nothing can be mounted: no file may become larger. @param {string} script @param {string} folder @param {number} kilobytes @param {(string | number)[]} args */
export function runLimited(script, folder, kilobytes, args) {
  // In blocks of 512 bytes; without the signal, a write that goes further fails.
  const command = `trap '' XFSZ; ulimit -f ${kilobytes * 2}; exec "$0" "$@"`
  const program = [process.execPath, inProject('bench', 'faults', script), folder, ...args.map(String)]
  return result(spawn('sh', ['-c', command, ...program]))
}

/** Likewise with a file system that is made to allow no writing, once `file` is copied there. @param {string} script @param {string} folder @param {string} file @param {string[]} args */
export function runOnReadOnly(script, folder, file, args) {
  const command =
    'mount -t tmpfs tmpfs "$1" && cp "$0"* "$1" && mount -o remount,ro "$1" && shift && exec "$@"'
  const program = [process.execPath, inProject('bench', 'faults', script), folder, ...args]
  return result(spawn('unshare', [...space(), 'sh', '-c', command, file, folder, ...program]))
}

/** Runs a script as somebody for whom rights count: who is root becomes nobody. @param {string} script @param {string[]} args */
export function runAsNobody(script, args) {
  const program = [process.execPath, inProject('bench', 'faults', script), ...args]
  if (process.getuid?.() !== 0) return result(spawn(program[0] ?? '', program.slice(1)))
  return result(spawn('setpriv', ['--reuid', nobody, '--regid', nobody, '--clear-groups', ...program]))
}

export const nobody = '65534'

/** @param {import('node:child_process').ChildProcess} child @returns {Promise<any>} */
async function result(child) {
  let out = ''
  let complaints = ''
  child.stdout?.on('data', (data) => {
    out += data
  })
  child.stderr?.on('data', (data) => {
    complaints = `${complaints}${data}`.slice(-2000)
  })
  const patience = setTimeout(() => child.kill('SIGKILL'), 300_000)
  const code = await new Promise((done) => child.once('close', done))
  clearTimeout(patience)
  if (code === 0) return JSON.parse(out.trim().split('\n').at(-1) ?? '')
  return { tries: 1, acknowledged: 0, lost: 0, findings: [`the script ended with ${code}: ${complaints}`] }
}
