import { create } from 'zustand'
import type { PreparedFile } from '../../contract/import.ts'
import { importAdvice } from '../../contract/import-formats.ts'
import { ask, ProblemError } from '../data/ask.ts'
import { execute } from '../data/execute.ts'
import { newId } from '../data/ids.ts'
import { count } from '../format.ts'
import { jobCancelling } from '../state/jobs.ts'
import { useNavigation } from '../state/navigation.ts'
import { closeOverlay, openOverlay } from '../state/opened.ts'
import { toast } from '../ui/toast.ts'
import {
  articlesOf,
  changeArticle,
  type DraftArticle,
  type DraftFile,
  draftOf,
  type ReadableDraft,
} from './draft.ts'
import { importCommand } from './import-command.ts'
import { type FoundFile, type ReadFile, type RefusedFile, readFile, someOf, sortOut } from './read-files.ts'

interface ImportState {
  step: 'choose' | 'reading' | 'review'
  /** What was pasted into the field; kept until it is imported. */
  pasted: string
  files: DraftFile[]
  /** The article that is shown, by its key; a file that cannot be read by its own. */
  shown: string | null
  /** Files of chosen folders that were left out, by their paths. */
  leftOut: string[]
  /** What is being read now. */
  reading: { job: string; done: number; total: number } | null
  importing: boolean
}

const start: Omit<ImportState, 'pasted'> = {
  step: 'choose',
  files: [],
  shown: null,
  leftOut: [],
  reading: null,
  importing: false,
}

/** An import from choosing to accepting. It outlives the dialog: closed by mistake, it is there again. */
export const useImport = create<ImportState>()(() => ({ ...start, pasted: '' }))

/** Reads files and opens the preview with what they seem to hold; files that are there already stay. */
export async function readForImport(files: readonly FoundFile[]): Promise<void> {
  const { files: wanted, refused, leftOut } = sortOut(files)
  if (wanted.length === 0 && refused.length === 0) {
    const among = leftOut.length > 0 ? ` (${someOf(leftOut)})` : ''
    toast({ kind: 'info', text: `Nothing among them can be imported${among}. Choose ${importAdvice}.` })
    return
  }
  openOverlay('import')
  const job = newId()
  useImport.setState((state) => ({
    step: 'reading',
    reading: { job, done: 0, total: wanted.length },
    leftOut: [...state.leftOut, ...leftOut],
  }))
  const read: (ReadFile | RefusedFile)[] = []
  for (const file of wanted) {
    read.push(await readFile(file))
    if (useImport.getState().reading?.job !== job) return
    useImport.setState({ reading: { job, done: read.length, total: wanted.length } })
  }
  await prepare(job, read, refused)
}

/** Opens the preview of a pasted text. */
export async function readPasted(text: string): Promise<void> {
  if (text.trim() === '') return
  openOverlay('import')
  const job = newId()
  useImport.setState({ step: 'reading', pasted: text, reading: { job, done: 0, total: 1 } })
  await prepare(job, [{ name: 'pasted', bytes: new TextEncoder().encode(text) }], [])
}

/** Stops reading and goes back to what was there before. */
export function cancelReading(): void {
  const { reading, files } = useImport.getState()
  if (!reading) return
  useImport.setState({ step: files.length > 0 ? 'review' : 'choose', reading: null })
  jobCancelling(reading.job)
  toast({ kind: 'info', text: 'Stopped reading. Nothing was imported.' })
  // A job that ends in this very moment is no longer there to be stopped.
  ask('job.cancel', { job: reading.job }).catch((error) => console.warn(String(error)))
}

/** Forgets the drafts; a pasted text stays in its field. */
export function discardImport(): void {
  const { files } = useImport.getState()
  closeOverlay('import')
  useImport.setState(start)
  if (files.length > 0) toast({ kind: 'info', text: 'Nothing was imported, and nothing of it was kept.' })
}

/** Imports everything as it stands, in one step that one undo takes back. */
export async function acceptImport(): Promise<void> {
  const { files, importing } = useImport.getState()
  const command = importCommand(files, newId)
  const [first] = command.articles
  if (!first || importing) return
  useImport.setState({ importing: true })
  const answer = await execute('article.import', command)
  useImport.setState({ importing: false })
  if (!answer.ok) return
  closeOverlay('import')
  useImport.setState({ ...start, pasted: '' })
  useNavigation.getState().openArticle(first.id)
}

/** Changes one file of the drafts. */
export function updateFile(key: string, change: (file: ReadableDraft) => ReadableDraft): void {
  useImport.setState(({ files, shown }) => {
    const next = files.map((file) => (file.key === key && file.ok ? change(file) : file))
    const keys = next.flatMap((file) =>
      file.ok ? articlesOf(file).map((article) => article.key) : [file.key],
    )
    return { files: next, shown: shown !== null && keys.includes(shown) ? shown : firstOf(next, key) }
  })
}

/** Changes one article of the drafts. */
export function updateArticle(fileKey: string, key: string, change: Partial<DraftArticle>): void {
  updateFile(fileKey, (file) => changeArticle(file, key, (article) => ({ ...article, ...change })))
}

/** Takes a file out of the import. */
export function removeFile(key: string): void {
  useImport.setState(({ files }) => {
    const left = files.filter((file) => file.key !== key)
    return left.length > 0 ? { files: left, shown: firstOf(left, left[0]!.key) } : start
  })
}

/** The screen shows another article. */
export function showDraft(key: string): void {
  useImport.setState({ shown: key })
}

/** Goes back to choosing more; what was prepared stays. */
export function chooseMore(): void {
  useImport.setState({ step: 'choose' })
}

export function backToReview(): void {
  useImport.setState({ step: 'review' })
}

/** Bytes that one request carries at most, so that a folder of large files does not fill the memory at once. */
const portionBytes = 64 * 1024 * 1024

async function prepare(job: string, read: (ReadFile | RefusedFile)[], refused: RefusedFile[]): Promise<void> {
  const problems = [...read.filter((file) => 'error' in file), ...refused]
  const prepared: PreparedFile[] = []
  try {
    for (const files of portions(read.filter((file) => 'bytes' in file))) {
      prepared.push(...(await ask('import.prepare', { job, files })))
      if (useImport.getState().reading?.job !== job) return
    }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    if (useImport.getState().reading?.job !== job) return
    useImport.setState(({ files }) => ({ step: files.length > 0 ? 'review' : 'choose', reading: null }))
    toast({ kind: 'problem', text: error.problem.message })
    return
  }
  const all: PreparedFile[] = [
    ...prepared,
    ...problems.map((problem) => ({ ok: false as const, ...problem })),
  ]
  const drafts = all.map((file) => draftOf(file, newId()))
  useImport.setState(({ files }) => {
    const next = withoutTwins([...files, ...drafts])
    return { step: 'review', reading: null, files: next, shown: firstOf(next, drafts[0]?.key ?? '') }
  })
}

function* portions(files: ReadFile[]): Iterable<ReadFile[]> {
  let portion: ReadFile[] = []
  let bytes = 0
  for (const file of files) {
    if (portion.length > 0 && bytes + file.bytes.byteLength > portionBytes) {
      yield portion
      portion = []
      bytes = 0
    }
    portion.push(file)
    bytes += file.bytes.byteLength
  }
  if (portion.length > 0) yield portion
}

/** The same text twice among drafts that were read at different times: the later one is left out. */
function withoutTwins(files: DraftFile[]): DraftFile[] {
  const seen = new Map<string, string>()
  return files.map((file) => {
    if (!file.ok) return file
    const check = (article: DraftArticle): DraftArticle => {
      const first = seen.get(article.text)
      if (first !== undefined && !article.duplicate) {
        return { ...article, included: false, duplicate: { articleId: null, title: first } }
      }
      seen.set(article.text, article.title)
      return article
    }
    return file.shape === 'whole'
      ? { ...file, whole: check(file.whole) }
      : { ...file, parts: file.parts.map(check) }
  })
}

function firstOf(files: DraftFile[], key: string): string | null {
  const file = files.find((candidate) => candidate.key === key) ?? files[0]
  return file ? (articlesOf(file)[0]?.key ?? file.key) : null
}

/** What the drafts amount to: “13 articles in 5 files · 25 page elements hidden”. */
export function importSummary(files: readonly DraftFile[]): string {
  const articles = files.flatMap(articlesOf)
  const known = articles.filter(({ duplicate }) => duplicate !== null).length
  const unread = files.filter(({ ok }) => !ok).length
  const marks = articles
    .filter(({ included }) => included)
    .flatMap(({ furniture }) => furniture.filter(({ on }) => on))
  return [
    `${count(articles.length, 'article')} in ${count(files.length, 'file')}`,
    `${count(marks.length, 'page element')} hidden`,
    known > 0 && `${count(known, 'text')} left out: already here`,
    unread > 0 && `${count(unread, 'file')} could not be read`,
  ]
    .filter(Boolean)
    .join(' · ')
}
