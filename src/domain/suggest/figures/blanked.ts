import { withoutDates } from '../../plain-values/date.ts'

/** Dates, times of day, ages and telephone numbers give way to blanks; every offset stays. */
export function blanked(words: string): string {
  return noQuantity.reduce(
    (rest, pattern) => rest.replace(pattern, (found) => ' '.repeat(found.length)),
    withoutDates(
      words
        .replace(dayBeforeDay, (found) => ' '.repeat(found.length))
        .replace(daysOfMonth, (found) => ' '.repeat(found.length))
        .replace(dayOfMonth, (found) => ' '.repeat(found.length)),
    ),
  )
}

/** "the storms of 11 and 12 December" */
const dayBeforeDay =
  /\b\d{1,2}(?=(?:,\s\d{1,2})*\s*(?:,|and|or|to|[-–])\s*\d{1,2}(?:st|nd|rd|th)?\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))/g

/** "on October 28 and 40 men" */
const dayOfMonth =
  /\bon\s+(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?\s+[0-3]?\d(?=\s+and\s+\d)/gu

/** "October 28 and 29" */
const daysOfMonth =
  /(?<!\b(?:in|during|of)\s)\b(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?\s+[0-3]?\d(?:(?:,\s[0-3]?\d)*\s*(?:and|or|to|[-–])\s*[0-3]?\d)+(?![\d%]|[.,]\d)(?=\s*(?:[.,;)]|$|\p{Ll}))(?!\s(?:people|men|women|percent|per)\b)/gu

const numberWord =
  '(?:\\d+(?:[.,]\\d+)*|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\\w+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\w+teen|dozen|hundred)'
const timeUnit = '(?:second|minute|hour|day|night|week|weekend|month|year|decade|centur(?:y|ie))s?'

const noQuantity: RegExp[] = [
  /\b\d{1,2}[:.]\d{2}(?::\d{2})?\b(?=\s*(?:[ap]\.?m\b|UTC|GMT|h\b|local|o.clock|[,;)—–]|$|to\b|and\b|on\b|in\b|when\b|from\b))|\b\d{1,2}:\d{2}(?::\d{2})?\b/gi,
  /\b(?:at|by|until|from|around|about|since|and|after|before)\s+(?:[01]?\d|2[0-3])\.[0-5]\d\b(?=\s*(?:[,;)]|\.(?!\d)|$|on\b|in the\b|local\b|and\b|to\b|when\b))/gi,
  /\b\d{1,2}(?:\s?[ap]\.?m\b\.?|\s+o['’]clock)|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+o['’]clock/gi,
  /\+?\d{2,}(?:[ -]\d{2,}){2,}|(?<![\d.,])0\d{2,}(?:[ -]\d{2,})*/g,
  // "Jana Orlik, 58, …", but not "the number of tents, 14, …".
  /(?<=\p{L})(?<!\b(?:number|numbers|count|total|tally)\s(?:of\s\p{L}+|\p{L}+)),\s\d{1,3}(?=,(?!\d)|\.$|;)/gu,
  /\b(?:youngest|oldest|eldest)\b[^,;.]{0,24}?\b\d{1,3}\b/gi,
  /\b(?:aged?|ages)\s+(?:of\s+)?\d{1,3}(?:\s+(?:to|and)\s+\d{1,3})?\b/gi,
  /\b(?:I|he|she|who)(?:\s+(?:is|was|am|turned|turns)|['’](?:s|m))\s+(?:(?:perhaps|maybe|about|almost|nearly|only|over|just|now|not yet|already)\s+){0,2}(?:\d{1,3}|\p{Ll}+(?:-\p{Ll}+)?)(?=\s*(?:[.,;]|now\b|and\b|when\b|my\b|his\b|her\b|at the\b|$))/giu,
  /\b(?:man|woman|boy|girl|child|pensioner|widow)\s+of\s+\d{1,3}\b/gi,
  /(?<=\b(?:children|those|people|adults|babies|infants|boys|girls|anyone|everyone|men|women|youths|minors)\s)(?:under|over|above|below)\s+(?:\d{1,2}|\p{Ll}+)(?=\s*(?:[.,;)]|\p{Ll}|$))/giu,
  // The hour, but not "the toll stands at nine", "put the number at 14".
  /(?<!\b(?:put|puts|putting|stands?|stood|standing|remain\p{L}*|number\p{L}*|tolls?|counts?|counted|total\p{L}*|tally|estimat\p{L}+|figures?|level\p{L}*|peak\p{L}*|steady|unchanged|given|placed|rates?|prices?|limit\p{L}*|capped|losses|cost\p{L}*|values?|valued)\s(?:[^.;:]{0,40}\s)?)\bat\s+(?:(?:1?\d|2[0-4])(?![.,]?\d)|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=\s*(?:[.,;]|$|in the (?:morning|afternoon|evening)|at night|on \p{L}+day|every|each|sharp))/giu,
  /\b\d{1,3}[- ]years?[- ]olds?\b|\b\w+-year-olds?\b/gi,
  /\b(?:mid|early|late)?-?(?:19|20)?\d0s\b/gi,
  /\b\d{4}[-–/]\d{2,4}\b/g,
  // "for an hour, perhaps two"
  new RegExp(
    `(?<=\\b${timeUnit}),?\\s(?:perhaps|maybe|possibly|or|or even|if not)\\s${numberWord}(?=\\s*(?:[.,;)]|$))`,
    'giu',
  ),
  new RegExp(
    `\\b(?:(?:for|within|after|in|over|during|every|than|of|some|about|nearly|almost|the|last|past|next|first|another|by|only|than|least|to)\\s+)*(?:${numberWord})(?:[\\s-]+(?:to|or|and)[\\s-]+(?:${numberWord}))?(?:[\\s-]+and[\\s-]+a[\\s-]+half)?(?:\\s+(?:more|full|long|whole|consecutive|straight|working|further))?[\\s-]+${timeUnit}(?![\\w])`,
    'giu',
  ),
  /\b(?:one|two|three|four|five|\d+)\s+times\b/gi,
  // Shares in words: "one in five", "nine out of ten". "Five out of eight missiles" counts.
  /(?<![\d,.])\b(?:one|two|three|four|five|six|seven|eight|nine|\d{1,2}) (?:in (?:every )?(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,3})|out of (?:every )?(?:two|three|four|five|ten|twenty|a hundred|[2345]|10|20|100))\b/giu,
  /\bone \p{Ll}+ in (?:every )?(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,3})\b/giu,
  /\b(?:all|everything|everybody|everyone|nobody|nothing) but (?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)\b/giu,
  // "a couple of hundred": as vague as "hundreds".
  /\b(?:an?|the)\s+(?:couple|few)\s+(?:of\s+)?(?:dozen|hundred|thousand|million|billion)\b/giu,
  // Calibres are names of weapons.
  /(?<![\d,.])\b\d{1,3}(?:\.\d{1,2})?(?:\s|-)?(?:mm|millimet(?:re|er))(?=(?:(?:,|\s(?:and|or|to))\s\d{1,3}(?:\.\d{1,2})?[\s-]?mm)*\s(?:\p{L}+\s){0,2}?(?:shells?|guns?|howitzers?|mortars?|cannons?|rounds?|artillery|ammunition|rifles?|pistols?|machine|projectiles?|rockets?|mines?|calib\p{L}+|cartridges?|bullets?|casings?)\b)/giu,
  /\bmagnitude[\s-]\d(?:\.\d)?\b(?=\s(?:\p{L}+\s)?(?:earthquake|quake|aftershock|tremor))/giu,
  /\bMach\s+\d+/g,
  // Results of games, half past seven, nine to five, five-time champions.
  /(?<![\d.,$€£])\b\d{1,3}\s?[-–:]\s?\d{1,3}\b(?!\s+\p{Ll}+s\b)(?=[^.]{0,60}\b(?:win|won|victor|defeat|lead|draw|score|half-time|match|game|final|goal|penalt|set|season|cup|league|home|away|aggregate))/giu,
  /(?<=\b(?:win|won|wins|beat|beats|beaten|lost|lose|drew|draw|victory|defeat|ended|led|lead|score|scored|result|final)\b[^.]{0,50})(?<![\d.,$€£])\b\d{1,3}\s?[-–:]\s?\d{1,3}\b(?!\s+\p{Ll}+s\b|\s+(?:men|women|people|children|percent)\b)/giu,
  /\b(?:half past|(?:a )?quarter (?:past|to)|(?:ten|twenty|five|twenty-five) (?:past|to))\s+(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})\b/gi,
  /(?<!\b(?:killed|wounded|injured|hurt|arrested|detained|lost|left|saved|rescued)\s)\b(?:until|till|by|from|after|before|since|around|about|between|and|to)\s+(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=\s+(?:in the (?:morning|afternoon|evening)|at night|tonight|this (?:morning|evening|afternoon)|on \p{L}+day|yesterday|today)|\s+(?:to|until|and|till)\s+(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+(?:in the|at night|on |tonight))/giu,
  /\b(?:nine to five|[\p{L}\d]+-times?)\b/giu,
  /\b(?:turned|turns|turning|at the age of)\s+\d{1,3}\b/gi,
  /\b(?:one|two|three|four|five|six|seven|nine|\d)[\s-](?:thirds?|quarters?|fifths?|halves|half|sixths?|tenths?|hundredths?)\b/gi,
  /#\d+|\bNos?\.\s*\d+/gi,
  /(?<=[\p{L}”"’]\s)\(\d{1,4}\)/gu,
  /^\s*\d{1,3}[.)](?=\s|$)/g,
]
