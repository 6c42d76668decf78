/*
 * What makes no claim although somebody says it: opinions, wishes, plans, demands, thanks, feelings. Without a figure such
 * words are not proposed.
 */

const ahead =
  /\b(?:will|shall|won['’]t|should|must|ought to|needs? to|have to|has to|going to|let us|let['’]s|may|might|(?:is|are|was|were) (?:set|poised|likely|unlikely) to|hopes?|wants?|wish(?:es)?|intends?|plans? to|prepared to|ready to|would|could(?! not))\b|['’]ll\b/i

const feeling =
  /\b(?:(?:I|we)(?:['’]m|['’]re| am| are| was| were| feel| felt| have never been| had never been)\s+(?:\p{L}+ly\s+|so\s+|very\s+|still\s+|not\s+)*(?:afraid|scared|happy|glad|sorry|proud|shocked|tired|ashamed|grateful|angry|sad|worried|concerned|confident|sure|certain|lucky|relieved|surprised|horrified|devastated|exhausted|hopeful)|(?:we|I) (?:demand|urge|appeal|condemn|welcome|deplore|call (?:on|for|upon))|(?:hearts?|thoughts|prayers|sympathies) (?:is|are|go|goes|remain) (?:with|out)|thank(?:s| God| you|ful)|congratulat\p{L}+|condolences|(?:I|we) (?:think|believe|feel|hope|fear|regret|love|hate|prefer|expect|thought)|unfortunately|sadly|God)\b/iu

const judgement =
  /\b(?:disaster|catastrophe|tragedy|shame|scandal|disgrace|miracle|nightmare|mistake|success|triumph|crime against|outrage(?:ous)?|barbaric|heroic|cowardly|reckless|irresponsible|unacceptable|intolerable|shameful|disgraceful|terrible|horrible|wonderful|excellent|absurd|ridiculous|brave|courageous|important step|wake-up call|turning point|(?:is|are|was|were|remains?) (?:critical|essential|vital|crucial|decisive|imperative|important|necessary)(?= (?:to|for|that)\b|[.,;]|$)|(?:un)?acceptable|a challenge to|is(?: not|n['’]t) (?:just|only) about|your|reckless|too (?:late|little|early|soon)|worse than|better than|like a|as if|never forget|enough is enough|no excuse|deserves?|lesson|hope)\b/i

const demand =
  /^["“'‘]?\s*(?:stop|leave|give|come|look|listen|remember|help|bring|tell|let|do not|don['’]t|never|please|go|stay|think|count)\b/i

/** Whether words that somebody says tell of an event, an action or a state of things, as far as their wording shows. */
export function tellsOfTheWorld(words: string): boolean {
  const plain = words.replace(/[“”"]/g, ' ').trim()
  if (plain.split(/\s+/).length < 3) return false
  // A refusal to speak says nothing.
  if (/\b(?:declin|refus|avoid)\p{L}* (?:to comment|commenting|comment)\b/iu.test(plain)) return false
  if (/^(?:if|should|were it|unless)\b/i.test(plain)) return false
  return !ahead.test(plain) && !feeling.test(plain) && !judgement.test(plain) && !demand.test(plain)
}
