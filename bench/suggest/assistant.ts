/* What the bench of the suggestions needs of the program, built into one file by assistant.mjs. */
export { proposeArticles } from '../../src/domain/ingest/propose-articles.ts'
export { suggestClaims } from '../../src/domain/suggest/suggest.ts'
