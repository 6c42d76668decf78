import { createReadStream } from 'node:fs'
import { exportFormats, isPrinted } from '../../../contract/export-formats.ts'
import type { Finding } from '../../../contract/program.ts'
import type { Answer, Problem } from '../../../contract/wire.ts'
import { EngineProblem, problemOf } from '../../engine/problems.ts'
import { openFolded } from '../../engine/reading/snapshot.ts'
import { type Chain, verifyChain } from '../../engine/verify/chain.ts'
import type { Watch } from '../../engine/watch.ts'
import { replayPage } from '../../replay-page.ts'
import { counted, type Manifest } from '../manifest.ts'
import type { Pieces } from '../pieces.ts'
import { replayManifest, withReplay } from '../replay-job.ts'
import { exportedFrom } from '../subject.ts'
import { compareWith } from './compare.ts'
import type { LineDifference } from './line-difference.ts'
import { fileThere, readManifest, sha256OfFile } from './read-manifest.ts'

export interface ExportReport {
  /** True when the file is byte for byte what the workspace gave, and the log up to there is unaltered. */
  same: boolean
  manifest: Manifest
  findings: Finding[]
  /** Where a text parts from what the workspace gives as of that event; null for the same bytes, or when unknown. */
  difference: LineDifference | null
  /** The program that exported, where it is another one than this. */
  otherProgram: string | null
}

/**
 * Whether a file is what a workspace gave at the moment that its manifest names: the file has the manifest's hash, the
 * log has that head with an unbroken chain below it, and exporting again from that log gives the same bytes. Reads
 * only; trusts nothing of the file, the manifest or the workspace's tables. Of a PDF the page that it was printed from is
 * made again; that the PDF shows this page rests on the manifest alone.
 *
 * @param files.manifest path of the manifest
 * @param version this program's
 */
export async function verifyExport(
  files: { file: string; manifest: string; workspace: string },
  version: string,
  watch: Watch,
): Promise<Answer<ExportReport>> {
  const there = fileThere(files.file)
  if (!there.ok) return there
  const read = await readManifest(files.manifest)
  if (!read.ok) return read
  const manifest = read.value
  try {
    const chain = verifyChain(files.workspace, manifest.asOf.seq, watch)
    const fileSha256 = await sha256OfFile(files.file)
    const again = chain.head
      ? await exportAgain(files, manifest, watch)
      : { findings: [], difference: null, same: false }
    const findings = [
      ...fileFindings(fileSha256, there.value.bytes, manifest, again.same),
      ...headFindings(chain, manifest),
      ...again.findings,
    ]
    const otherProgram = manifest.program.version === version ? null : manifest.program.version
    if (otherProgram !== null && isOther(again)) findings.push(byAnother(otherProgram, version))
    const same = findings.length === 0
    return { ok: true, value: { same, manifest, findings, difference: again.difference, otherProgram } }
  } catch (error) {
    return { ok: false, error: problemOf(error) }
  }
}

function isOther({ findings }: Again): boolean {
  return findings.some(({ code }) => code === 'bytes_differ' || code === 'page_differs')
}

interface Again {
  /** Of a PDF, whether the page that it was printed from is the same. */
  same: boolean
  findings: Finding[]
  difference: LineDifference | null
}

async function exportAgain(
  { file, workspace }: { file: string; workspace: string },
  manifest: Manifest,
  watch: Watch,
): Promise<Again> {
  const { asOf, exported } = manifest
  const compared = async (name: string, pieces: Pieces): Promise<Again> => {
    const findings: Finding[] = []
    if (name !== exported.name) {
      const message = `The manifest names “${exported.name}”; the workspace has “${name}” there.`
      findings.push(finding('other_name', message))
    }
    const { format } = manifest.exported.subject
    if (isPrinted(format)) return { ...samePage(pieces, manifest, findings), findings }
    const compared = await compareWith(pieces, createReadStream(file), exportFormats[format].holds)
    if (compared) findings.push(finding('bytes_differ', compared.sentence))
    return { same: compared === null, findings, difference: compared?.difference ?? null }
  }
  const { subject } = exported
  if (subject.kind === 'replay') {
    // Its page names the workspace, which may lie under another name now.
    const input = { ...subject, path: workspace, workspace: manifest.workspace, asOf: asOf.seq }
    const again = await withReplay<Again>(
      { ...input, page: await replayPage() },
      watch,
      async (html, plan, log) => {
        const { name } = replayManifest(input, plan, log.head, '').exported
        return { ok: true, value: await compared(name, html) }
      },
    )
    return again.ok ? again.value : notAgain(again.error)
  }
  const snapshot = openFolded(workspace, asOf.seq, watch)
  try {
    const again = exportedFrom(snapshot, subject)
    return again.ok ? await compared(again.value.name, again.value.pieces) : notAgain(again.error)
  } catch (error) {
    return notAgain(problemOf(error))
  } finally {
    snapshot.close()
  }
}

/** A PDF is compared by the page that it was printed from: its own bytes depend on the browser that printed it. */
function samePage(
  pieces: Pieces,
  { printedFrom }: Manifest,
  findings: Finding[],
): { same: boolean; difference: null } {
  const page = counted(pieces)
  let bytes = 0
  for (const chunk of page.chunks()) bytes += chunk.length
  const { sha256 } = page.total()
  const same = printedFrom?.sha256 === sha256
  if (!same) {
    const told = printedFrom ? `${printedFrom.bytes} bytes and the SHA-256 ${printedFrom.sha256}` : 'nothing'
    const message = `The workspace gives a page of ${bytes} bytes with the SHA-256 ${sha256}; of the page that the PDF was printed from the manifest says ${told}.`
    findings.push(finding('page_differs', message))
  }
  return { same, difference: null }
}

/** An altered event may be one that cannot be applied, and a part may be gone: that is what the check is for. */
function notAgain({ code, message }: Problem): Again {
  if (code === 'cancelled') throw new EngineProblem(code, message)
  return {
    same: false,
    findings: [finding(code, `It cannot be exported again: ${message}`)],
    difference: null,
  }
}

function fileFindings(
  sha256: string,
  bytes: number,
  { files, exported }: Manifest,
  same: boolean,
): Finding[] {
  const told = files[0]!
  if (told.sha256 === sha256 && told.bytes === bytes) return []
  const what = `The file has ${bytes} bytes and the SHA-256 ${sha256}; its manifest says ${told.bytes} bytes and ${told.sha256}.`
  return same && !isPrinted(exported.subject.format)
    ? [
        finding(
          'manifest_altered',
          `${what} Yet the file is what the workspace gives: the manifest was altered.`,
        ),
      ]
    : [
        finding(
          'file_altered',
          `${what} One of them was changed after the export, or they do not belong together.`,
        ),
      ]
}

function headFindings({ head, last, findings }: Chain, { asOf, workspace }: Manifest): Finding[] {
  if (!head) {
    const message = `The export was made as of event ${asOf.seq}, but this workspace ends at event ${last}: it is another workspace, or an older copy of “${workspace}”.`
    return [finding('no_such_event', message), ...findings]
  }
  const hash = head.hash.toString('hex')
  if (hash === asOf.hash) return findings
  const message = `Event ${asOf.seq} of this workspace has the hash ${hash}; the manifest says ${asOf.hash}. It is another workspace than “${workspace}”, or its log was written anew.`
  return [finding('other_head', message), ...findings]
}

function byAnother(exporter: string, version: string): Finding {
  const message = `It was exported by Claimtrail ${exporter}, and this is ${version}: another version may write the same rows in other words. Check with that version too.`
  return finding('other_program', message)
}

function finding(code: string, message: string): Finding {
  return { code, message, seq: null }
}
