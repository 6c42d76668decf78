import { changeAnalyst, joinAnalyst } from './analyst/commands.ts'
import { analystChanged, analystJoined } from './analyst/events.ts'
import {
  makeAnnotation,
  moveAnnotation,
  noteAnnotation,
  removeAnnotations,
  tagAnnotations,
  untagAnnotations,
} from './annotation/commands.ts'
import {
  annotationMade,
  annotationMoved,
  annotationNoted,
  annotationRemoved,
  annotationRetagged,
} from './annotation/events.ts'
import {
  correctArticle,
  importArticles,
  markFurniture,
  removeArticles,
  setArticleStatus,
  unmarkFurniture,
} from './article/commands.ts'
import {
  articleCorrected,
  articleImported,
  articleRemoved,
  articleStatusSet,
  furnitureMarked,
  furnitureUnmarked,
} from './article/events.ts'
import { clearAssessments, setAssessments } from './assessment/commands.ts'
import { assessmentChanged, assessmentCleared, assessmentSet } from './assessment/events.ts'
import { changeBrief, removeBrief, saveBrief } from './brief/commands.ts'
import { briefChanged, briefRemoved, briefSaved } from './brief/events.ts'
import { attachEvidence, changeClaims, detachEvidence, makeClaim, removeClaims } from './claim/commands.ts'
import { claimChanged, claimEvidenceSet, claimMade, claimRemoved } from './claim/events.ts'
import type { CommandDefinition } from './command.ts'
import type { EventDefinition } from './event.ts'
import { confirmFinding, dismissFinding, reopenFinding } from './finding/commands.ts'
import { findingChanged, findingJudged, findingReopened } from './finding/events.ts'
import { addHypothesis, changeHypothesis, orderHypotheses, removeHypotheses } from './hypothesis/commands.ts'
import { hypothesisAdded, hypothesisChanged, hypothesisRemoved } from './hypothesis/events.ts'
import { changeMoment, nameMoment, removeMoment } from './moment/commands.ts'
import { momentChanged, momentNamed, momentRemoved } from './moment/events.ts'
import { clearOriginLinks, setOriginLink } from './origin-link/commands.ts'
import { originLinkChanged, originLinkCleared, originLinkSet } from './origin-link/events.ts'
import { changeRelation, removeRelations, setRelation } from './relation/commands.ts'
import { relationChanged, relationRemoved, relationSet } from './relation/events.ts'
import { restore } from './restore/commands.ts'
import { rowRestored } from './restore/events.ts'
import { addSource, changeSource, mergeSources } from './source/commands.ts'
import { sourceAdded, sourceChanged, sourceMerged } from './source/events.ts'
import { reconsiderSuggestions, rejectSuggestions } from './suggestion/commands.ts'
import { suggestionReconsidered, suggestionRejected } from './suggestion/events.ts'
import { changeTag, createTag, mergeTags, reinstateTag, retireTag } from './tag/commands.ts'
import { tagChanged, tagCreated, tagMerged, tagReinstated, tagRetired } from './tag/events.ts'
import { changeTopic, mergeTopics, openTopic } from './topic/commands.ts'
import { topicChanged, topicMerged, topicOpened } from './topic/events.ts'
import { redo, undo } from './undo/commands.ts'
import { rowReverted } from './undo/events.ts'

/** Every kind of event there is, and every kind there ever was. */
const allEvents = [
  analystJoined,
  analystChanged,
  articleImported,
  articleCorrected,
  articleStatusSet,
  articleRemoved,
  furnitureMarked,
  furnitureUnmarked,
  tagCreated,
  tagChanged,
  tagMerged,
  tagRetired,
  tagReinstated,
  sourceAdded,
  sourceChanged,
  sourceMerged,
  topicOpened,
  topicChanged,
  topicMerged,
  annotationMade,
  annotationMoved,
  annotationRetagged,
  annotationNoted,
  annotationRemoved,
  claimMade,
  claimChanged,
  claimEvidenceSet,
  claimRemoved,
  relationSet,
  relationChanged,
  relationRemoved,
  briefSaved,
  briefChanged,
  briefRemoved,
  momentNamed,
  momentChanged,
  momentRemoved,
  suggestionRejected,
  suggestionReconsidered,
  originLinkSet,
  originLinkChanged,
  originLinkCleared,
  hypothesisAdded,
  hypothesisChanged,
  hypothesisRemoved,
  assessmentSet,
  assessmentChanged,
  assessmentCleared,
  findingJudged,
  findingChanged,
  findingReopened,
  rowReverted,
  rowRestored,
] as const

/** Every command that a screen, the command line or a script can give. */
const allCommands = [
  joinAnalyst,
  changeAnalyst,
  importArticles,
  correctArticle,
  setArticleStatus,
  removeArticles,
  markFurniture,
  unmarkFurniture,
  createTag,
  changeTag,
  mergeTags,
  retireTag,
  reinstateTag,
  addSource,
  changeSource,
  mergeSources,
  openTopic,
  changeTopic,
  mergeTopics,
  makeAnnotation,
  tagAnnotations,
  untagAnnotations,
  noteAnnotation,
  moveAnnotation,
  removeAnnotations,
  makeClaim,
  changeClaims,
  attachEvidence,
  detachEvidence,
  removeClaims,
  setRelation,
  changeRelation,
  removeRelations,
  saveBrief,
  changeBrief,
  removeBrief,
  nameMoment,
  changeMoment,
  removeMoment,
  rejectSuggestions,
  reconsiderSuggestions,
  setOriginLink,
  clearOriginLinks,
  addHypothesis,
  changeHypothesis,
  orderHypotheses,
  removeHypotheses,
  setAssessments,
  clearAssessments,
  confirmFinding,
  dismissFinding,
  reopenFinding,
  undo,
  redo,
  restore,
] as const

/** The payload of each kind of event: what a table over all of them must cover. */
export type EventPayloads = {
  [Definition in (typeof allEvents)[number] as Definition['type']]: Definition extends EventDefinition<
    infer Payload,
    string
  >
    ? Payload
    : never
}

export const events = byType(allEvents as readonly unknown[] as readonly EventDefinition[])
export const commands = byType(allCommands as readonly unknown[] as readonly CommandDefinition[])

function byType<Definition extends { type: string }>(
  definitions: readonly Definition[],
): ReadonlyMap<string, Definition> {
  const map = new Map(definitions.map((definition) => [definition.type, definition]))
  if (map.size !== definitions.length) throw new Error('two definitions have the same type')
  return map
}
