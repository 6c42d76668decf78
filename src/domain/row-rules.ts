import { checkTwin } from './article/rules.ts'
import { checkAssessment } from './assessment/rules.ts'
import { checkName as checkBriefName } from './brief/rules.ts'
import { checkClaim } from './claim/rules.ts'
import { checkFinding } from './finding/rules.ts'
import { checkMoment } from './moment/rules.ts'
import { checkOriginLink } from './origin-link/rules.ts'
import { checkRelation } from './relation/rules.ts'
import type { ReadTables, RowOf, TableName } from './rows.ts'
import { checkSource } from './source/rules.ts'
import { checkRejected } from './suggestion/rules.ts'
import { checkTag } from './tag/rules.ts'
import { checkTopic } from './topic/rules.ts'

type RowRules = { [Name in TableName]?: (tables: ReadTables, row: RowOf<Name>) => void }

/**
 * What must hold for a row, by itself and beside the others, whatever wrote it. Commands see to it when they decide;
 * undo and redo must ask again, because others have worked on in the meantime. Each throws a rejection.
 */
export const rowRules: RowRules = {
  articles: checkTwin,
  tags: checkTag,
  sources: checkSource,
  topics: checkTopic,
  claims: (_, claim) => checkClaim(claim),
  relations: checkRelation,
  briefs: (tables, { name, id }) => checkBriefName(tables, name, id),
  moments: checkMoment,
  rejectedSuggestions: checkRejected,
  originLinks: checkOriginLink,
  assessments: checkAssessment,
  findings: checkFinding,
}
