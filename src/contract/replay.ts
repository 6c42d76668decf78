/**
 * A replay to hand on: one HTML file that holds a page and, as JSON in blocks of their own, what these types describe.
 * The program writes it (src/main/export), the page in it reads it (src/replay). A page and its data come in one file,
 * so no page ever meets data of another version.
 */

/** What the file holds and what it leaves out: the JSON of the block `about`. */
export interface ReplayAbout {
  /** File name of the workspace without its ending. */
  workspace: string
  /** The replay ends with this event of the workspace's log: its number and its hash, 64 hexadecimal digits. */
  head: { seq: number; hash: string }
  /** Null: the whole workspace. */
  topic: { id: string; question: string } | null
  /** Whole articles, or only the paragraphs around the spans. */
  texts: ReplayTexts
  /** Events that are inside. The workspace has `head.seq`. */
  events: number
  /** How many things of each kind were left out, and how many are inside. */
  counts: { kind: 'articles' | 'annotations' | 'claims'; inside: number; outside: number }[]
  /** Values that many events share; the events hold their places in these lists. */
  authors: string[]
  types: string[]
  /** Each command of which an event is inside. */
  commands: string[]
  /** What undone and redone commands are called, by id; those of which a part was left out have no name here. */
  labels: Record<string, string>
  /** How many blocks of events follow. */
  blocks: number
}

export type ReplayTexts = 'whole' | 'around'

/**
 * A row of the log, every column as it is stored; hashes as hexadecimal digits. `author`, `type` and `command` are
 * places in the lists of `ReplayAbout`. `prevHash` is null where the event before it in this file is also the one
 * before it in the log: it is then that event's hash.
 */
export type ReplayEvent = [
  seq: number,
  eventId: string,
  stream: string,
  type: number,
  version: number,
  at: string,
  author: number,
  command: number,
  commandHash: string | null,
  payload: string,
  prevHash: string | null,
  hash: string,
]

/** An article's canonical text, or the stretches of it that are inside: the JSON of the block `texts` lists them. */
export interface ReplayText {
  /** SHA-256 of the whole text's UTF-8 bytes: 64 lower-case hexadecimal digits. */
  hash: string
  /** Length of the whole text in UTF-16 code units. */
  length: number
  /** In order, apart from one another. `start` counts UTF-16 code units. */
  pieces: { start: number; text: string }[]
}

/** What a replay will be, told before it is written. */
export interface ReplayEstimate {
  bytes: number
  events: number
  /** Events of the log up to the replay's end. */
  ofEvents: number
  articles: number
  claims: number
}
