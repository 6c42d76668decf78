/*
 * The words that the rules go by. Nouns in the singular; verbs with all the forms in which news texts have them.
 */

/** Verbs of saying and knowing after which words stand for what the speaker holds true. */
export const sayingVerbs = forms(`
  say says said saying; tell tells told telling; add adds added adding; announce announces announced announcing;
  state states stated stating; note notes noted noting; warn warns warned; explain explains explained; declare
  declares declared; argue argues argued; insist insists insisted insisting; reveal reveals revealed; write writes
  wrote written writing; reply replies replied; answer answers answered; remark remarks remarked; stress stresses stressed;
  emphasise emphasises emphasised emphasize emphasizes emphasized; acknowledge acknowledges acknowledged; admit
  admits admitted; confirm confirms confirmed confirming; report reports reported reporting; claim claims claimed
  claiming; allege alleges alleged; estimate estimates estimated estimating; assert asserts asserted; maintain
  maintains maintained; recall recalls recalled; recount recounts recounted; disclose discloses disclosed; concede
  concedes conceded; conclude concludes concluded; observe observes observed; inform informs informed; assess
  assesses assessed; calculate calculates calculated; believe believes believed; think thinks thought; reckon
  reckons reckoned; suspect suspects suspected; show shows showed; indicate indicates indicated; suggest suggests
  suggested; record records recorded; register registers registered; count counts counted; put puts; testify
  testifies testified; post posts posted; speak speaks spoke spoken; describe describes described; accuse accuses accused;
  list lists listed; document documents documented; predict predicts predicted; forecast forecasts; expect expects
  expected; repeat repeats repeated; complain complains complained; summarise summarised; give gives gave; detail
  details detailed; cite cites cited; quote quotes quoted; learn learns learnt learned; find finds found; blame blames blamed; publish
  publishes published; release releases released; joke jokes joked; find finds found; know knows knew; understand
  understands understood; tally tallied; contend contends contended; share shares shared; broadcast; point points pointed; went;
  verify verifies verified; clarify clarifies clarified; foresee foresees foresaw; see sees saw; detect detects detected; project projects projected; promise promises promised;
  vow vows vowed; deny denies denied denying;
  reject rejects rejected rejecting; hear hears heard; dismiss dismisses dismissed dismissing; refute refutes refuted refuting; dispute disputes
  disputed; contradict contradicts contradicted; rebut rebuts rebutted; call calls called
`)

/** Verbs that say how much somebody asks for or offers; without a figure they say nothing. */
export const askingVerbs = forms(`
  want wants wanted; demand demands demanded; seek seeks sought; offer offers offered; ask asks asked
`)

/** Of these, those that speak by themselves, also where no "that", quotation or figure follows. */
export const plainSaying = forms(`
  say says said; tell tells told; add adds added; announce announces announced; state states stated; note notes noted;
  warn warns warned; explain explains explained; declare declares declared; argue argues argued; insist insists insisted;
  reveal reveals revealed; write writes wrote written; reply replies replied; answer answers answered; remark remarks remarked;
  acknowledge acknowledges acknowledged; admit admits admitted; confirm confirms confirmed; report reports reported;
  claim claims claimed; allege alleges alleged; estimate estimates estimated; assert asserts asserted; recall recalls
  recalled; disclose disclosed; concede conceded; inform informs informed; testify testified; deny denies denied;
  reject rejects rejected; dismiss dismisses dismissed; refute refutes refuted; dispute disputes disputed; stress
  stresses stressed; emphasise emphasised emphasize emphasized; maintain maintains maintained; accuse accuses accused;
  recount recounted; predict predicted predicts; complain complained; contend contends
`)

/** Passives that attribute: "is believed to", "was reported by". */
export const passiveSaying = new Set(
  'said reported believed thought estimated understood alleged rumoured rumored feared claimed announced confirmed denied rejected dismissed refuted disputed known suspected assessed expected presumed quoted cited verified corroborated assumed'.split(
    ' ',
  ),
)

export const denyingVerbs = forms(`
  deny denies denied denying; refute refutes refuted refuting; rebut rebuts rebutted; contradict contradicts contradicted;
  dispute disputes disputed; reject rejects rejected rejecting; dismiss dismisses dismissed dismissing
`)

/** What can be rejected, dismissed or disputed as untrue; a demand or an offer cannot. */
export const deniable = new Set(
  'claim report allegation accusation account figure number suggestion charge statement rumour rumor story estimate version assertion finding toll count information it them that this reports narrative'.split(
    ' ',
  ),
)

/** Verbs that carry demands, feelings and plans: without a figure they make no claim. */
export const otherSpeech = forms(`
  urge urges urged; call calls called; ask asks asked; praise praises praised; condemn
  condemns condemned; thank thanks thanked; promise promises promised; vow vows vowed; hope
  hopes hoped; want wants wanted; decline declines declined; refuse refuses refused; threaten threatens threatened;
  expect expects expected; predict predicts predicted; forecast forecasts; foresee foresees foresaw; project
  projects projected; offer offers offered
`)

/** People and offices that speak. */
export const officeNouns = new Set(
  'spokesman spokeswoman spokesperson secretary minister president premier chancellor ambassador envoy commander chief director head governor mayor general colonel major captain lieutenant admiral senator representative lawmaker analyst fellow expert official officer correspondent professor adviser advisor deputy chairman chairwoman chairperson chair leader king queen pope diplomat resident witness researcher scientist doctor nurse surgeon driver teacher farmer fisherman captain lawyer prosecutor judge reporter journalist editor author member manager engineer inspector investigator aide neighbour neighbor survivor passenger volunteer worker coordinator co-ordinator economist historian linguist counterpart colleague guest author soldier veteran shopkeeper owner operator skipper master warden ranger clerk hydrologist meteorologist seismologist geologist epidemiologist pathologist coroner auditor commissioner councillor delegate negotiator mediator activist campaigner priest bishop superintendent constable sergeant brigadier rapporteur pilot mechanic trader broker dispatcher archivist librarian superintendent harbourmaster headteacher principal principal minister-president vice-president vice-governor treasurer comptroller ombudsman ombudswoman statistician'.split(
    ' ',
  ),
)

/** Bodies that speak, by their last word. */
export const bodyNouns = new Set(
  'ministry government department agency office army force forces military intelligence kremlin council committee embassy service services police house pentagon administration authority authorities mission union alliance party parliament court company operator union institute university hospital bank commission directorate staff command navy guard bureau organisation organization group centre center network association federation board ministry coalition delegation secretariat newspaper paper daily weekly broadcaster station channel magazine agency website outlet monitor observatory foundation charity registry customs statistics brigade corps unit team side rebels militia front movement faction opposition consortium utility firm carrier airline railway port watchdog regulator clinic laboratory lab survey'.split(
    ' ',
  ),
)

/** Documents and data that speak when nobody else does. */
export const documentNouns = new Set(
  'report data image images picture pictures imagery record records figures statistics study survey document documents statement tally count estimate poll assessment analysis audit letter memo note log logs table map footage video photographs photos list register minutes census bulletin dataset database results accounts filings review paper readings inquiry sheet sheets emails transcript invoices receipts recording recordings cables calculations'.split(
    ' ',
  ),
)

/** Listeners who hand nothing on. */
export const mereListeners = new Set(
  'reporters journalists us them him her me it lawmakers parliament television radio people residents viewers readers deputies mps senators councillors congress council conference meeting everyone court ministers investigators police state public committee press crowd audience board correspondents allies families relatives'.split(
    ' ',
  ),
)

/** Adds up the forms written in a table. */
function forms(table: string): ReadonlySet<string> {
  return new Set(table.split(/[\s;]+/).filter((word) => word !== ''))
}
