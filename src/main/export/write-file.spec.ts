import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { decideTarget } from '../targets/target.ts'
import { writeFilesWhole, writingProblem } from './write-file.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'claimtrail-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function writeFileWhole(path: string, chunks: Iterable<string>, isCancelled?: () => boolean) {
  const target = decideTarget(path)
  if (!target.ok) return target
  if (target.value.kind !== 'file') throw new Error(`${path} is no file`)
  return writeFilesWhole([{ target: target.value, chunks }], isCancelled)
}

describe('writing a file whole or not at all', () => {
  it('writes the chunks in order and leaves nothing else in the folder', async () => {
    const path = join(folder, 'out.csv')
    expect(await writeFileWhole(path, ['añ', '🙂\r\n'])).toEqual({ ok: true, value: [9] })
    expect(readFileSync(path, 'utf8')).toBe('añ🙂\r\n')
    expect(readdirSync(folder)).toEqual(['out.csv'])
  })

  it('given a failure half-way, keeps the old file and removes the temporary one', async () => {
    const path = join(folder, 'out.csv')
    writeFileSync(path, 'old')
    await expect(writeFileWhole(path, failing())).rejects.toThrow('rows ended early')
    expect(readFileSync(path, 'utf8')).toBe('old')
    expect(readdirSync(folder)).toEqual(['out.csv'])
  })

  it('given a cancel half-way, keeps the old file, removes the temporary one and asks for no more rows', async () => {
    const path = join(folder, 'out.csv')
    writeFileSync(path, 'old')
    let given = 0
    function* endless() {
      for (;;) {
        given += 1
        yield 'row\r\n'
      }
    }
    const result = await writeFileWhole(path, endless(), () => given >= 3)
    expect(result).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(given).toBe(3)
    expect(readFileSync(path, 'utf8')).toBe('old')
    expect(readdirSync(folder)).toEqual(['out.csv'])
  })

  it('shows nothing under the name until everything is written', async () => {
    const path = join(folder, 'out.csv')
    const seen: boolean[] = []
    function* watching() {
      for (let row = 0; row < 3; row += 1) {
        seen.push(existsSync(path))
        yield 'row'
      }
    }
    await writeFileWhole(path, watching())
    expect(seen).toEqual([false, false, false])
    expect(existsSync(path)).toBe(true)
  })

  it('given a folder that is missing, or one of that name, says so and writes nothing', async () => {
    expect(await writeFileWhole(join(folder, 'missing', 'out.csv'), ['x'])).toMatchObject({
      ok: false,
      error: { code: 'folder_missing' },
    })
    expect(await writeFileWhole(folder, ['x'])).toMatchObject({ ok: false, error: { code: 'is_a_folder' } })
    expect(readdirSync(folder)).toEqual([])
  })

  it.skipIf(process.platform === 'win32')('given a link, replaces what it points to', async () => {
    writeFileSync(join(folder, 'real.csv'), 'old')
    symlinkSync(join(folder, 'real.csv'), join(folder, 'link.csv'))
    await writeFileWhole(join(folder, 'link.csv'), ['new'])
    expect(readFileSync(join(folder, 'real.csv'), 'utf8')).toBe('new')
    expect(readdirSync(folder).sort()).toEqual(['link.csv', 'real.csv'])
  })

  it('given another file that came under the name meanwhile, leaves that and says so', async () => {
    const path = join(folder, 'out.csv')
    function* slowly() {
      yield 'row'
      writeFileSync(path, 'of somebody else')
    }
    const result = await writeFileWhole(path, slowly())
    expect(result).toMatchObject({ ok: false, error: { code: 'other_meanwhile' } })
    expect(readFileSync(path, 'utf8')).toBe('of somebody else')
    expect(readdirSync(folder)).toEqual(['out.csv'])
  })

  it.each([
    ['ENOSPC', 'disk_full', 'Free some space'],
    ['EROFS', 'no_access', 'another folder'],
    ['EBUSY', 'file_in_use', 'Close it there'],
    ['EIO', 'write_failed', 'Try again'],
  ])('tells %s as %s with what was kept and what to do', (code, problem, advice) => {
    const told = writingProblem(Object.assign(new Error('it failed'), { code }))
    expect(told.code).toBe(problem)
    expect(told.message).toContain('one of that name is as it was')
    expect(told.message).toContain(advice)
  })
})

function* failing(): Generator<string> {
  yield 'row'
  throw new Error('rows ended early')
}
