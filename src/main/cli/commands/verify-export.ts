import { existsSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { exportFormats, isPrinted } from '../../../contract/export-formats.ts'
import type { LineDifference } from '../../export/check/line-difference.ts'
import { fileThere, readManifest } from '../../export/check/read-manifest.ts'
import { type ExportReport, verifyExport } from '../../export/check/verify-export.ts'
import { manifestPath } from '../../export/manifest.ts'
import { oneLine } from '../../shell-kit/terminal-text.ts'
import { type CliCommand, Stopped, WrongUse } from '../command.ts'
import { watching } from '../workspace.ts'

export const verifyExported: CliCommand = {
  name: 'verify-export',
  usage: 'FILE [WORKSPACE] [--manifest FILE] [--json]',
  summary: 'Says whether a file is what a workspace gave at that moment, and if not, what differs.',
  help: `
Reads the manifest that was written with the file (FILE.manifest.json unless told otherwise) and checks that the file
has its SHA-256, that the workspace’s log has that event with that hash and an unaltered chain up to it, and that
exporting again as of that event gives the same bytes. What was done later in the workspace does not matter. Without
WORKSPACE: the workspace that the manifest names, in the folder of FILE or in this one. Reads only.

A PDF’s own bytes depend on the browser that printed it: its manifest names the HTML page that it was printed from, and
that page is made again and compared. That the PDF shows this page is told by the manifest alone; where that matters,
hand on the HTML.

Exit code 0: the same. 1: something differs, each finding on a line of its own, with the first line that differs from
both sides. 2: there is nothing to compare (no such file, no manifest, no workspace).`,
  options: {
    manifest: { type: 'string', value: 'FILE', help: 'the manifest (default: FILE.manifest.json)' },
    json: { type: 'boolean', help: 'prints the report as JSON' },
  },
  words: { least: 1, most: 2 },
  async run({ words, option, flag, version, io }) {
    const file = resolve(words[0]!)
    const manifest = resolve(option('manifest') ?? manifestPath(file))
    const workspace = words[1] === undefined ? await workspaceBeside(file, manifest) : resolve(words[1])
    const checked = await verifyExport({ file, manifest, workspace }, version, watching(io, 'Checking'))
    if (!checked.ok) throw new Stopped(checked.error)
    const report = checked.value
    await io.print(flag('json') ? `${JSON.stringify(report, null, 2)}\n` : told(report))
    io.tell(summary(report, words[0]!))
    return report.same ? 0 : 1
  },
}

async function workspaceBeside(file: string, manifest: string): Promise<string> {
  const there = fileThere(file)
  if (!there.ok) throw new Stopped(there.error)
  const read = await readManifest(manifest)
  if (!read.ok) throw new Stopped(read.error)
  // The name comes from a file that anyone may have written: only its last part counts.
  const name = `${basename(read.value.workspace)}.claimtrail`
  const found = [join(dirname(file), name), resolve(name)].find((path) => existsSync(path))
  if (found !== undefined) return found
  throw new WrongUse(`There is no ${oneLine(name)} beside the file or in this folder: name the workspace.`)
}

function told({ findings, difference }: ExportReport): string {
  const lines = findings.flatMap(({ code, message }) => [
    `${oneLine(message)} [${code}]`,
    ...(code === 'bytes_differ' && difference ? sides(difference) : []),
  ])
  return lines.map((line) => `${line}\n`).join('')
}

function sides({ file, expected }: LineDifference): string[] {
  const side = (words: string | null) => (words === null ? '(nothing more)' : `“${oneLine(words)}”`)
  return [`  file:      ${side(file)}`, `  workspace: ${side(expected)}`]
}

function summary({ same, manifest, otherProgram }: ExportReport, file: string): string {
  const { workspace, exported, asOf } = manifest
  const what = `what “${workspace}” gives for “${exported.name}” as of event ${asOf.seq}, hash ${asOf.hash}`
  if (!same) return oneLine(`${file} is not ${what}.`)
  const by = otherProgram === null ? '' : ` It was exported by Claimtrail ${otherProgram}.`
  const { format } = exported.subject
  return oneLine(
    isPrinted(format)
      ? `${file} is the ${exportFormats[format].name} that its manifest names, printed from the page that is, byte for byte, ${what}.${by}`
      : `${file} is, byte for byte, ${what}.${by}`,
  )
}
