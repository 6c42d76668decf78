import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const cli = join(root, 'out/main/cli.js')

/** Who works in a spec that is not about the first start. */
export const testAnalyst = {
  id: '01930000-0000-7000-8000-000000000001',
  name: 'Test Analyst',
  initials: 'TA',
  colour: 'blue',
}

/** Makes the sample with the analyst in it, by the command line, for many specs to copy. */
export async function makeSample(): Promise<{ path: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'claimtrail-e2e-sample-'))
  const path = join(folder, 'Sample.claimtrail')
  const joining = { commandId: 'join', type: 'analyst.join', args: testAnalyst, by: testAnalyst.id }
  const session = await readFile(join(root, 'seeds/session.ndjson'), 'utf8')
  await run(['new', path], '')
  await run(['apply', path], session + JSON.stringify(joining))
  return { path, remove: () => rm(folder, { recursive: true }) }
}

/** Fills a data folder as a first start leaves it, once the sample is made and the analyst has said who they are. */
export async function prepareDataDir(dataDir: string, sample: string): Promise<void> {
  await mkdir(join(dataDir, 'workspaces'))
  await copyFile(sample, join(dataDir, 'workspaces/Sample.claimtrail'))
  await writeFile(join(dataDir, 'settings.json'), JSON.stringify({ profile: testAnalyst }))
}

async function run(args: string[], input: string): Promise<void> {
  await new Promise<void>((done, fail) => {
    // Nothing of this machine's own is remembered or compared.
    const env = { ...process.env, CLAIMTRAIL_DATA_DIR: join(root, 'out/no-data') }
    const child = execFile(process.execPath, [cli, ...args], { maxBuffer: 1 << 26, env }, (error) =>
      error ? fail(error) : done(),
    )
    child.stdin?.end(input)
  })
}
