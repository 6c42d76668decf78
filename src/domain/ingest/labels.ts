import type { FurnitureKind } from '../article/row.ts'
import { wordCount } from './lines.ts'

/** What a line is by its own words, whatever stands around it. */
export interface Label {
  kind: FurnitureKind
  reason: string
  /** The label stands over a list of links, which belong to it. */
  heads: boolean
}

interface Rule {
  kind: FurnitureKind
  reason: string
  heads?: boolean
  pattern: RegExp
}

/**
 * Recognises a line of page furniture that says what it is. Every pattern takes the whole line, so that a paragraph
 * that merely mentions such words is never taken: losing a line of an article is worse than showing a menu.
 */
export function labelOf(words: string): Label | undefined {
  if (words.length > 320) return undefined
  const whole = ruleOf(words)
  if (whole) return { kind: whole.kind, reason: whole.reason, heads: whole.heads === true }
  // "Discuss (87) · To top · Follow": several of them in one row.
  const fields = words.split(/\s*[|·•]\s*|\s{2,}/)
  if (fields.length < 2 || fields.length > 20) return undefined
  const known = fields.flatMap((field) => (isShareButton(bare(field)) ? shareRow : (ruleOf(field) ?? [])))
  const [first] = known
  return first && known.length >= 2 && known.length * 2 >= fields.length
    ? { kind: first.kind, reason: `row of links: ${first.reason}`, heads: false }
    : undefined
}

const shareRow: Rule = { kind: 'share', reason: 'share buttons', pattern: /^$/ }

function ruleOf(words: string): Rule | undefined {
  const text = bare(words)
  return rules.find(({ pattern }) => pattern.test(text))
}

/** Without the emoji and bullets at its ends. */
function bare(words: string): string {
  return words.replace(ornaments, '')
}

const ornament = '(?:(?![©®™])\\p{Extended_Pictographic}|\\p{Emoji_Modifier}|\\u200d|\\ufe0f|[\\s•·►▸▪»›→*-])'
const ornaments = new RegExp(`^${ornament}+(?=.)|${ornament}+$`, 'gu')

/** A network's name alone on a line, a share button; furniture only where several stand together. */
export function isShareButton(words: string): boolean {
  return /^(?:facebook|twitter|x|x \(twitter\)|whats ?app|telegram|linked ?in|reddit|pinterest|messenger|signal|threads|bluesky|mastodon|flipboard|pocket|viber|vk|line|e-?mail|print|copy(?: link)?|link|save|bookmark|tweet|share|gift)$/i.test(
    words,
  )
}

/** "2 months ago" at the end of a line, also without a space before it. */
export function hasAge(words: string): boolean {
  return /\d+\s*(?:min(?:ute)?|hour|hr|day|week|month|year)s? ago$/i.test(words) && wordCount(words) <= 12
}

/** A caption's credit at the end of a line: "(Image Credit: KCNA)", "Photo: Jane Roe/Harbour Wire", "© AFP". */
export function hasCredit(words: string): boolean {
  if (words.length > 500) return false
  return creditPatterns.some((pattern) => pattern.test(words))
}

/** Case counts: "Photo: Jane Roe" is a credit, "in the photo: a tank" is not. */
const creditPatterns = [
  /[([](?:[\p{L}\s]{0,20}\s)?(?:[Ii]mage|[Pp]hoto|[Pp]icture|[Pp]hotograph|[Ii]llustration|[Gg]raphic|[Ss]creenshot|PHOTO|IMAGE)s?\s*(?:[Cc]redits?|[Cc]ourtesy(?: of)?|[Ss]ource|by|of)?\s*[:/|–-]?\s*[^()[\]]{2,80}[)\]]\.?$/u,
  /[([](?:[Cc]redits?|CREDIT)\s*:\s*[^()[\]]{2,80}[)\]]\.?$/u,
  /(?:^|[.|”"]\s*)(?:Image|Photo|Picture|Photograph|Illustration|PHOTO|IMAGE)s?(?:\s+(?:[Cc]redits?|[Cc]ourtesy|[Ss]ource))?\s*:\s*[\p{Lu}@][^.:]{1,60}\.?$/u,
  /(?:^|[.|”"]\s*)(?:Image|Photo|Picture)s? (?:courtesy of|by) \p{Lu}[^.:]{1,60}\.?$/u,
  /(?:^|\s)(?:Credit|CREDIT|Bildnachweis|Foto|Crédit photo|Фото|사진)\s*[:=]\s*[\p{Lu}\p{Lo}@][^.:]{1,60}\.?$/u,
  /[.\s]©\s?(?:\d{4}\s)?\p{L}[^.]{1,60}$/u,
  /(?:\/|\bvia )\s?(?:AFP|AP|EPA|Reuters|REUTERS|Getty Images|Shutterstock|Xinhua|TASS|Anadolu)(?:[\s/][\p{L}\s]{0,30})?$/u,
]

const line = (source: string) => new RegExp(`^(?:${source})$`, 'iu')

const rules: Rule[] = [
  {
    kind: 'caption',
    reason: 'caption',
    pattern: line(
      '(?:\\[(?:photo|image|picture|caption)\\]|(?:caption|bildunterschrift)\\s*[:▸>])\\s*.{0,300}',
    ),
  },
  {
    kind: 'read time',
    reason: 'reading time',
    pattern: line(
      '(?:\\p{L}[\\p{L}\\s]{0,20}[·•|-]\\s*)?\\d{1,3}[\\s-]?min(?:ute)?s?[\\s-](?:read|to read|reading time)|(?:estimated )?read(?:ing)? time\\s*:?\\s*(?:about )?\\d{1,3}\\s?min(?:ute)?s?\\.?|lesezeit:?\\s*\\d+ min(?:uten)?\\.?|temps de lecture\\s*:?\\s*\\d+ min(?:utes?)?\\.?',
    ),
  },
  {
    kind: 'most popular',
    reason: 'label of a list of popular articles',
    heads: true,
    pattern: line(
      '(?:the )?most (?:popular|read|viewed|shared|watched|commented)(?: (?:stories|articles|news|posts|today|now|this week))?|popular (?:now|posts|stories|articles|news)|trending(?: (?:now|stories|news|topics))?|top stories|meist ?gelesen|am meisten gelesen|les plus lus|lo más (?:leído|visto)|i più letti|самое (?:читаемое|популярное)|人気記事|热门文章',
    ),
  },
  {
    kind: 'related',
    reason: 'label of a list of related articles',
    heads: true,
    pattern: line(
      "(?:related|similar|recommended|suggested)(?: (?:articles?|stor(?:y|ies)|news|posts?|content|reading|topics|links|coverage))?(?: for you)?:?|you (?:may|might) (?:also )?(?:like|be interested in):?|(?:read|see|watch) (?:also|next|more):?|also (?:read|see):?|see also:?|more (?:on this(?: (?:story|topic))?|stories|news|articles|like this|to read|coverage|from [\\p{L}\\s]{2,40}):?|further reading:?|keep reading|what to read next|up next|latest(?: (?:news|stories|articles|posts|updates))?|recent (?:posts|articles|stories|news)|editors?[’']s? (?:picks?|choice)|don[’']t miss|in case you missed it|in other news|other stories|(?:previous|next) (?:article|post|story)|lesen sie auch|mehr zum thema|à lire aussi|lire aussi|lee también|te puede interesar|leggi anche|читайте также|関連記事|相关阅读|مواضيع ذات صلة|اقرأ أيضا",
    ),
  },
  {
    kind: 'most popular',
    reason: 'links to popular articles',
    pattern: line('most (?:popular|read)(?: (?:on|in|at) .{1,40})?\\s*:\\s*\\S.{2,240}'),
  },
  {
    kind: 'related',
    reason: 'link to another article',
    pattern: line(
      '(?:read more|read also|also read|see also|read next|related(?: (?:article|story|news))?|recommended|lesen sie auch|lire aussi|à lire aussi|lee también|читайте также)\\s*[:|»>–—-]\\s*\\S.{2,180}',
    ),
  },
  {
    kind: 'comments',
    reason: 'comment box',
    pattern: line(
      '(?:leave|post|add|write|submit) (?:a|your) (?:comment|reply|response)\\.?|discuss(?: \\(\\d+\\))?|(?:\\d+|no|view|see|show|hide|all|load more|read)?\\s*(?:all )?(?:\\d+ )?comments?(?:\\s*\\(?\\d+\\)?)?:?|comments? (?:are|is|have been) (?:closed|off|disabled)\\.?(?: (?:on|for) .{1,200})?|join the (?:conversation|discussion|debate)\\.?|be the first to comment\\.?|(?:log|sign) in to (?:(?:leave|post|add) a )?(?:comment|reply)\\.?|you must be logged in to (?:post a )?comment\\.?|your email address will not be published\\.?(?: required fields are marked ?\\*?\\.?)?|required fields are marked ?\\*?|save my name, email.{0,100}|notify me of (?:new|follow-?up) .{1,60}|kommentare?(?: \\(\\d+\\))?|commentaires?(?: \\(\\d+\\))?|comentarios?(?: \\(\\d+\\))?|комментарии|コメント|评论',
    ),
  },
  {
    kind: 'newsletter',
    reason: 'newsletter box',
    pattern: line(
      "(?:please )?(?:subscribe|sign[ -]?up|register|join)(?: now| today| here| free)?(?: (?:to|for|and|with)\\b.{0,100}\\b(?:newsletters?|news|updates?|e-?mails?|alerts?|inbox|briefings?|bulletins?|digest|channel|mailing list|notifications?)\\b.{0,80}|:)?\\.?|(?:please )?enter your e-?mail(?: address)?(?: (?:here|below))?:?|(?:your )?e-?mail address:?|your e-?mail:?|get (?:the|our) .{0,60}\\b(?:newsletter|briefing|inbox|e-?mails?|alerts?)\\b.{0,80}|(?:delivered|straight|sent|direct(?:ly)?) to your inbox\\.?.{0,40}|(?:our |the )?(?:daily |weekly |free )?newsletters?|newsletter abonnieren|s[’']abonner(?: à la newsletter)?|(?:subscribe to )?our (?:\\w+ )?newsletter\\b.{0,100}|.{0,220}\\bunsubscribe(?: here)?\\.?|suscríbete.{0,60}|подписаться|подпишитесь.{0,80}|thank you for subscribing[.!]?",
    ),
  },
  {
    kind: 'copyright',
    reason: 'copyright line',
    pattern: line(
      '(?:copyright\\s*(?:©|\\(c\\)|\\d{4})|©|\\(c\\)\\s*(?:copyright\\s*)?\\d{4}).{0,280}|.{0,160}\\ball rights reserved\\b.{0,60}|.{0,80}\\balle rechte vorbehalten\\b.{0,40}|.{0,80}\\btous droits réservés\\b.{0,40}|.{0,80}все права защищены.{0,40}|저작권자.{1,80}|.{0,60}무단 ?전재.{0,60}|.{0,60}版权所有.{0,60}|.{0,60}無断転載.{0,40}',
    ),
  },
  {
    kind: 'share',
    reason: 'share buttons',
    pattern: line(
      'share(?: (?:this|on|via|with)(?: .{1,40})?| (?:article|story|post))?:?|tweet(?: this)?|follow(?: us)?(?: on .{1,60})?:?|copy link|print this(?: .{1,20})?|(?:e-?mail|save) this(?: .{1,20})?|like this:?|listen to (?:this )?(?:article|story)|add (?:us )?(?:as a preferred source )?on google|teilen|partager|compartir|condividi|поделиться|シェア|分享',
    ),
  },
  {
    kind: 'menu',
    reason: 'navigation',
    pattern: line(
      '(?:back )?to (?:the )?top|back to top.{0,3}|skip to (?:main )?(?:content|navigation)|(?:main |site |toggle |open |close )?(?:menu|navigation)|home(?:page)?|search|(?:log|sign) ?(?:in|out)|register|my account|about(?: us)?|contact(?: us)?|(?:privacy|cookie) (?:policy|notice|settings|preferences)|terms(?: (?:of (?:use|service)|and conditions|& conditions))?|advertise(?: with us)?|site ?map|accessibility|(?:home|start)\\s*[>›»/|].{1,120}|[\\p{L} &-]{2,30}(?:\\s*[>›»]\\s*[\\p{L} &-]{2,40}){1,5}|(?:tags?|topics?|filed under|posted in|categor(?:y|ies)|schlagworte)\\s*:\\s*.{1,200}|nach oben|haut de page|наверх',
    ),
  },
  {
    kind: 'other',
    reason: 'advertisement',
    pattern: line(
      '(?:skip )?ad(?:vertisement|vert)s?(?: \\d+)?|sponsored(?: content| by .{1,60})?|paid (?:post|content)|promoted(?: content)?|(?:the )?(?:story|article) continues (?:below|after) .{0,40}|(?:ad|advertisement) - .{1,60}|anzeige|publicité|publicidad|реклама|広告|广告',
    ),
  },
  {
    kind: 'other',
    reason: 'paywall notice',
    pattern: line(
      "you(?: are|[’']re| have|[’']ve)(?: now)? (?:reading|read|reached|used) .{0,60}\\bfree (?:articles?|stor(?:y|ies))\\b.{0,120}|(?:this (?:article|story|content) is )?(?:only )?(?:for|available to) subscribers(?: only)?\\.?|(?:already a subscriber|have an account)\\?.{0,40}",
    ),
  },
  {
    kind: 'other',
    reason: 'page text',
    pattern: line(
      'continue reading(?: .{0,60})?|loading(?:\\.{3}|…)?|play(?: video| audio)|watch(?: the)? video|(?:click|tap) here.{0,60}|our standards: .{1,120}|end of document|enable javascript.{0,60}|this (?:site|website) uses cookies.{0,160}|(?:accept|reject)(?: all)?(?: cookies)?|view (?:gallery|in full screen)|image \\d+ of \\d+',
    ),
  },
]
