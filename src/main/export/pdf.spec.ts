import { createHash } from 'node:crypto'
import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Answer } from '../../contract/wire.ts'
import { openBusyBench } from '../engine/random-work.fixture.ts'
import { openSnapshot } from '../engine/reading/snapshot.ts'
import { unwatched } from '../engine/watch.ts'
import { type Bench, temporaryFolder } from '../engine/workspace.fixture.ts'
import { exportAt } from '../targets/targets.fixture.ts'
import { verifyExport } from './check/verify-export.ts'
import { type Manifest, manifestPath, manifestSchema } from './manifest.ts'
import { withoutDates, writeOrPrint, writePage, writePdf } from './pdf.ts'
import type { Subject } from './subject.ts'

const subject: Subject = { kind: 'brief', id: 'b1', format: 'pdf' }
const dated =
  "%PDF-1.4\n<</CreationDate (D:20241125080000+00'00')\n/ModDate (D:20241125080000+00'00')>>\nbytes \xff"

let bench: Bench
let target: string
beforeEach(() => {
  bench = openBusyBench()
  target = join(temporaryFolder(), 'brief.pdf')
})

describe('a brief as PDF', () => {
  it('is printed from the page that the HTML export gives, which its manifest names', async () => {
    let page = ''
    const written = await write(async (path) => {
      page = readFileSync(path, 'utf8')
      return print(page)
    })
    expect(written.ok).toBe(true)
    const manifest = manifestSchema.parse(JSON.parse(readFileSync(manifestPath(target), 'utf8')))
    expect(page).toMatch(/^<!doctype html>/)
    expect(manifest.printedFrom).toEqual({
      format: 'html',
      sha256: createHash('sha256').update(page).digest('hex'),
      bytes: Buffer.byteLength(page),
    })
    expect(manifest.exported.subject).toEqual(subject)
    expect(await check()).toMatchObject({ same: true, findings: [] })
    bench.must('brief.change', { id: 'b1', set: { title: 'Later' } })
    expect(await check()).toMatchObject({ same: true })
  })

  it('leaves nothing where it could not be printed, and the page is gone in any case', async () => {
    let path = ''
    const answer: Answer<Uint8Array> = {
      ok: false,
      error: { code: 'no_chromium', message: 'None was found.' },
    }
    const written = await write(async (page) => {
      path = page
      return answer
    })
    expect(written).toEqual(answer)
    expect([path, target, manifestPath(target)].map((file) => existsSync(file))).toEqual([
      false,
      false,
      false,
    ])
  })

  it('tells the time of its printing to nobody, and every other byte stands where it stood', () => {
    const bytes = Buffer.from(dated, 'latin1')
    const blank = Buffer.from(withoutDates(bytes))
    expect(blank).toHaveLength(bytes.length)
    expect(blank.toString('latin1')).not.toContain('2024')
    expect(blank.toString('latin1')).toMatch(/\nbytes \xff$/)
  })

  it('given a changed PDF or another page than the workspace gives, says which of them it is', async () => {
    await write(async () => print(dated))
    truncateSync(target, 20)
    expect(await codes()).toEqual(['file_altered'])
    await write(async () => print(dated))
    alterManifest((manifest) => Object.assign(manifest.printedFrom!, { sha256: 'ab'.repeat(32) }))
    expect(await codes()).toEqual(['page_differs'])
    alterManifest((manifest) => delete manifest.printedFrom)
    expect(await codes()).toEqual(['page_differs'])
  })
})

function print(text: string): Answer<Uint8Array> {
  return { ok: true, value: Buffer.from(text, 'latin1') }
}

function write(by: (page: string) => Promise<Answer<Uint8Array>>): Promise<Answer<{ bytes: number }>> {
  return writeOrPrint(subject.format, {
    write: () => Promise.reject(new Error('a PDF is printed')),
    async writePage(page) {
      const snapshot = openSnapshot(bench.path)
      const made = await writePage(snapshot, subject, page, { workspace: bench.path, version: '1.2.3' })
      snapshot.close()
      return made
    },
    print: ({ page, head }) => writePdf(exportAt(target), page, head, by),
  })
}

async function check() {
  const files = { file: target, manifest: manifestPath(target), workspace: bench.path }
  const answer = await verifyExport(files, '1.2.3', unwatched)
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value
}

async function codes(): Promise<string[]> {
  return (await check()).findings.map(({ code }) => code)
}

function alterManifest(change: (manifest: Manifest) => void): void {
  const manifest = JSON.parse(readFileSync(manifestPath(target), 'utf8')) as Manifest
  change(manifest)
  writeFileSync(manifestPath(target), JSON.stringify(manifest))
}
