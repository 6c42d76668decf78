import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'

const module = new URL('./npm-gone.mjs', import.meta.url).href
const script = `import { whenNpmIsGone } from '${module}'
whenNpmIsGone(() => { console.log('gone'); process.exit() })
setTimeout(() => {}, 15_000)
console.log('ready')`
/** What npm is to a script: a process with a shell between. */
const npm = `require('node:child_process').spawn('sh', ['-c', '"$NODE" --input-type=module --eval "$SCRIPT"; true'], { stdio: 'inherit' })`

test.runIf(process.platform !== 'win32')(
  'given an npm that is killed outright, the script that it runs is told',
  async () => {
    const env = { ...process.env, npm_lifecycle_event: 'start', NODE: process.execPath, SCRIPT: script }
    const child = spawn(process.execPath, ['--eval', npm], { env, stdio: ['ignore', 'pipe', 'ignore'] })
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
    expect((await lines.next()).value).toBe('ready')
    child.kill('SIGKILL')
    expect((await lines.next()).value).toBe('gone')
  },
)
