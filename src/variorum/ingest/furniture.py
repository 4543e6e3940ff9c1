"""Set phrases of news pages: what stands in a text and is no part of the report, told by form alone.

The patterns are phrases that publishers' systems print, never words of one article. Here are those that are a paragraph by
themselves, and the pieces that they are made of; `edges` has those that open or close one.
"""

from __future__ import annotations

import re

from variorum.knowledge.outlets import outlet_by_name
from variorum.model import BlockRole

LONGEST = 2000  # characters: no set phrase is longer
POST = re.compile(r"[^.\n]{15,200} https?://\S+ ?[—–-] (?P<name>[^()\n]{2,40}) \(@\w+\)(?: .{3,25})?")
POINTER = "a pointer to another article"
CREDIT = "a picture credit"
LABEL = "the label of a picture or video"
STAMP = "a time stamp of the page"
EMBED = "the stamp of an embedded post"
FILE_CAPTION = "the caption of a picture from the files: it shows another time"

AGENCY = (
    r"(?:Reuters|AFP|AP|EPA|PA|dpa|DPA|ANSA|EFE|TASS|Tass|PTI|ANI|IANS|UPI|Xinhua|Kyodo|Yonhap|Agencies|Handout|"
    r"Getty(?: Images)?|Shutterstock|(?:The )?Associated Press|Agence France-Presse|Press Association|Bloomberg)"
)
AGENCIES = rf"{AGENCY}(?:\s?(?:/|,|and|via|[-–])\s?{AGENCY})*"
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
    r"Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
CLOCK = r"(?:\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?)"
ZONE = r"(?:GMT|UTC|BST|[ECMP][SD]?T|IST|JST|CET|CEST|AEST|AEDT|Z|[+-]\d\d:?\d\d)"
DAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?)"
NUMBERS = r"\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2}(?:st|nd|rd|th)?|\d{4}"
DATE_WORD = rf"(?:{NUMBERS}|{MONTH}|{DAY}|{CLOCK}|{ZONE}|at|on|of|-|–|\|)"
DATE_LINE = rf"{DATE_WORD}(?:[\s,]+{DATE_WORD})*[,.]?"
STAMP_WORD = r"(?:(?:First |Last |Originally )?(?:Published|Updated|Posted|Modified|Created|Last update))"
COPYRIGHT_START = r"(?:©|\(c\)\s|copyright\s?(?:©|\(c\)|\d{4}|by\b|:))"
NAME = r"(?:[A-Z][\w.'’-]*|de|la|von|van|der|al|bin|bint|el|da|dos|di)"
NAMES = rf"{NAME}(?: {NAME}){{0,4}}"
JOB = r"(?:[Cc]orrespondent|[Rr]eporter|[Ee]ditor|[Ss]taff [Ww]riter|News|Times|Post)"
PIECE = r"(?:article|story|report|post|piece|page|headline|caption)"
SHARE = (
    r"(?:e-?mail|print|share|tweet|copy link|save|facebook|twitter|whatsapp|messenger|linkedin|pinterest|telegram|"
    r"reddit)"
)
LISTS = (
    r"(?:most (?:read|popular|viewed|shared)|trending(?: now)?|top stories|editors?['’]?s? picks?|"
    r"you (?:may|might) also like|recommended(?: for you)?|more on this story|read (?:more|next|also)|see also|"
    r"(?:more|latest) (?:stories|news|videos|coverage|headlines)|(?:[\w’']+ )?top deals|trending right now|"
    r"in other news|further reading|what (?:else )?to read(?: next)?|(?-i:More (?:from|in|on) (?:the )?[A-Z])[\w’'& ]{1,40}|"
    r"related(?: topics| stories| articles| content| links| coverage)?)"
)

# Why, and the patterns of whole paragraphs that it holds for; case counts only inside (?-i:...).
NOISE_PATTERNS: dict[str, tuple[str, ...]] = {
    LABEL: (
        r"(?:photos?|pictures?|images?|video|gallery|slideshow|audio|graphic|map)\s*[:.]?",
        r"media playback is un(?:supported|available) on (?:your|this) device",
    ),
    "an advertisement's label": (
        r"advert(?:isement)?(?: [^.]{0,60})?",
        r"(?:sponsored|promoted|paid)(?: content| stor(?:y|ies)| links?| post)?",
        r"(?:story|article) continues (?:below|after).{0,60}",
    ),
    "an offer to sign up": (
        r"(?:newsletter )?sign up\b.*",
        r"subscribe\b[^.]{0,60}",
        r"newsletters?|log ?in|register",
        r".{0,400}(?:verify you're not a robot|delivered (?:straight )?to your inbox).*",
        r".{0,400}(?:please re-enter|view all .{0,40}newsletters).*",
        r"interested in .{1,40}\? add .{1,40} as an interest\b.{0,200}",
        r"(?:re-)?enter (?:your )?(?:zip code|postcode|e-?mail)\b.{0,80}",
        r"get (?:daily |digital |full |the |our )?[\w ]{0,30}(?:updates|newsletter|access|alerts)\b.{0,200}",
        r"(?:keep up|stay (?:up to date|informed|on top)|want (?:more|to (?:read|see|know))|get (?:more|all)|like what you|"
        r"enjoy(?:ing|ed)?|support)\b.{0,160}\b(?:subscri(?:be|bing)|sign(?:ing)? up|newsletters?|inbox|"
        r"(?:our|the) (?:[\w ]{1,20} )?app|becom(?:e|ing) a member|donat(?:e|ing))\b.{0,120}",
        r".{0,400}\bnewsletter\b.{0,200}\b(?:subscribe|sign up)(?: here| now| today| for free)?[.!]?",
        r"(?:get|download|read|watch|install) (?:.{0,40} )?(?:our|(?:the|on) [\w .]{2,30}) (?:free )?(?:mobile )?apps?\b.{0,120}",
    ),
    "share buttons": (
        r"(?:read or )?share (?:this|on|via|with)\b.{0,120}",
        r"share|tweet",
        rf"{SHARE}(?:[\s,|·]+(?:{SHARE}|more|this page))+",
        r"(?:follow|like|join|find) (?:us|me|\S+ \S+|@?\w+) on "
        r"(?:facebook|twitter|instagram|telegram|x|youtube)\b.{0,250}",
        r"e-?mail:? \S+@\S+.{0,120}",
    ),
    "a cookie notice": (
        r"(?:we|this (?:site|website|page)|our (?:site|website)) uses? cookies.{0,400}",
        r".{0,200}\b(?:accept|manage|reject) (?:all )?cookies\b.{0,200}",
    ),
    "navigation of the page": (
        r"continue reading.{0,80}",
        r"continue to (?:article|site|content|story).{0,20}",
        r"skip (?:to|past) .{0,60}|skip advertisement",
        rf"{LISTS}\s*:?",
        r"comments?(?: \(\d+\))?|\d+ comments?|leave a comment|back to top|loading\.*|close|menu|home|search",
        r"(?:home|news|world|uk|us|politics|business|sport|asia|africa|europe)(?:\s+[>|»›]\s+[\w&’' -]{2,40})+",
        r"scroll (?:down|(?:below )?for video)(?: for .{0,40})?|click (?:here|through|to) .{0,60}|hide caption(?: \d+ of \d+)?",
        r"story highlights",
        r"next|prev(?:ious)?|more-in|replay|about the author|savesave|close",
        r"just watched .{0,400}|most read in .{0,1500}",
        r".{0,400}\bplay slideshow\b.{0,400}",
        r"(?:check us out|like us|follow us)\b.{0,30}|.{0,40}\b(?:like|follow) us on (?:facebook|twitter)\b.{0,60}",
        r"join the conversation\b.{0,200}|external links are provided for reference .{0,200}",
        r"(?:skip|end of) (?:twitter|instagram|facebook|youtube) (?:post|video)(?: \d)? by @?\w+(?: \w+)?",
        r"https?://\S+|www\.\S+",
        r"(?:save){2,}|now playing:?|skip in skip x .{0,600}",
        r"order reprints\b.{0,300}|.{0,60}\ba version of this (?:article|story|review) appear(?:s|ed) in print\b.{0,300}",
        r"read the (?:original|full) (?:article|story) (?:on|at|in) .{0,200}",
        r".{0,250}\bclick to (?:read|see|view) .{0,60}",
        r"(?:for )?(?:more|full|complete) [\w ]{2,40} coverage: .{0,200}",
        r"window\.\w+ ?=.*",
        r"(?:e-?mail|contact|write to) (?:the|this|our) (?:author|reporter|writer|editor|newsroom)s?\b.{0,80}",
        r"online:|(?:\S+ ){0,4}\S+: https?://\S+",
        r"view (?:photos?|gallery|slideshow|comments|more)\b[^.]{0,60}",
        r"(?:[\w ]{2,30}: )?(?:see|view|browse|follow|read|get) (?:the |all the |our )?(?:latest|live)\b[^.]{0,80}[.:]?",
        r"here are the latest (?:updates|developments)\b[^.]{0,40}[.:]?",
        r".{0,80}\b(?:our|this) live (?:blog|coverage|updates)\b.{0,120}",
    ),
    "a copyright notice": (
        rf"{COPYRIGHT_START}.{{0,80}}",
        rf"{COPYRIGHT_START}.{{0,40}}\b(?:19|20)\d\d\b.{{0,400}}",
        r".{0,200}\ball rights reserved\b.{0,600}",
    ),
    "the publisher's licence": (
        r"licen[cs]e for (?:publishing|broadcasting)\b.{0,120}",
        r"(?:registration number:? \d+\s*)+",
    ),
    "a byline": (
        r"by\s+agencies.{0,40}",
        rf"(?-i:(?:By|BY|Words by|Written by|Report by|Story by)\s+{NAME}(?:[\s,|/&]+"
        rf"(?:{NAME}|and|in|for|at|of|the|\S+@\S+|\d{{1,4}}|reporter|correspondent|editor|writer|staff|agencies)){{0,12}})",
        rf"(?-i:{NAME}(?: {NAME}){{1,3}},? (?:[A-Za-z-]+\.(?:com|org|net|ca|co\.uk|in|au|ie)))",
        rf"(?-i:{NAME}(?: {NAME}){{1,3}}, (?:[A-Z]\w+ ){{0,3}}(?:{JOB}|{AGENCY}))",
    ),
    "the sign of an agency or desk": (
        rf"(?-i:(?:[a-z]{{2,4}}(?:/[a-z]{{2,4}})*\s*)?\(\s?(?:with )?{AGENCIES}\s?\))",
        rf"(?-i:{AGENCIES})",
        r"(?-i:[a-z]{2,3}/[a-z]{2,3})",
        r"information from:.{0,150}",
    ),
    "who wrote and edited it": (
        r"please credit .{3,200}",
        r"\(?(?:additional |with |further )?(?:reporting|writing|editing|edited|written|compiled|reported)"
        r"(?: and (?:writing|editing|reporting|compiled))? by .{3,400}",
        r"[-–—]*\s*with assistance (?:by|from) .{3,200}",
        r"additional reporting from .{3,60}",
        r"this (?:article|story|post) (?:was )?(?:first|originally) (?:appeared|published) .{3,100}",
        rf".{{3,200}} (?:first|originally) (?:appeared|published) (?:on|in) .{{2,60}} on {DATE_LINE}(?:\s.{{0,80}})?",
        r".{3,60} (?:can be reached|may be reached|is reachable) at \S+@\S+",
        r".{3,200}\bcontributed (?:reporting|to this (?:report|story|article|post|piece))\b.{0,80}",
    ),
    STAMP: (
        rf"(?:[\w .&’'-]{{2,40}}[|–-]\s*)?{STAMP_WORD}\b:?(?: (?:at|on))?:?\s+"
        rf"{DATE_LINE}(?:\s*[(|]?[\w .|,()-]{{0,60}})?",
        rf"{DATE_LINE}(?:\s*\|\s*{STAMP_WORD}:?\s*{DATE_LINE})?",
    ),
    EMBED: (rf"a (?:post|video|photo) shared by .{{2,80}} on {DATE_LINE}.{{0,20}}",),
    "the place in a printed edition": (
        r"\([^()]{0,60}\b\d{1,2}/\d{1,2}/\d{2,4}[^()]{0,30}\)",
        r"\([^()]{2,60} page ?[A-Z]?\d+\)",
    ),
    "a dateline without a text": (
        rf"(?-i:[A-Z][A-Z .'’-]{{2,40}}(?:, [A-Z][\w .]{{2,30}}){{0,3}}(?:,? {MONTH} \d{{1,2}}(?:, \d{{4}})?)?"
        rf"(?: ?\({AGENCIES}\))?\s*[-–—]+)",
        rf"(?-i:{MONTH} \d{{1,2}}, \d{{4}} \([A-Z][A-Z .,'’-]+\)\s*[-–—]*)",
    ),
    "a line without words": (r"[\W_]+",),
    "a note of the editors": (
        r"[\[(]?editor['’]?s['’]? note\b.*",
        r"(?:.{0,60}[.:–—-] )?(?:(?:in )?(?:an?|the) )?(?:earlier|previous|original|initial|prior) versions? "
        rf"of this {PIECE}\b[^.]{{0,400}}\.?",
        rf"(?:correction|clarification)s?(?:\s*[:,(–—-]\s*{DATE_LINE}\)?)?\s*:?",
        r"we pay for (?:your stories|videos).*",
        r"(?:do you )?(?:have|got|know) (?:an? |any |more )(?:[\w-]+ ){0,3}"
        r"(?:story|tip|information|photos?|video|suggestion|question)\b[^?]{0,120}\? .{0,200}"
        r"\b(?:e-?mail|call|contact|send|write|let us know|share|click|get in touch|hear from)\b.{0,300}",
        r"do you have (?:a story|a tip|any information|more information)\b.{0,200}\b(?:e-?mail|call|contact)\b.{0,200}",
        r"this is a (?:developing|breaking) (?:news )?story.{0,200}",
        rf"(?:[•*·] ?|updated?\s*[:–—-] )?this {PIECE} (?:has been|was|is being|will be) "
        r"(?:updated|corrected|revised|amended|edited|clarified).{0,300}",
    ),
    CREDIT: (
        r"\(?(?:photo(?:graph)?s?|pictures?|images?|(?:photo |image |picture )?credits?)"
        r"(?: by| courtesy(?: of)?)?\s?[:/]\s*[^.]{2,80}\)?\.?",
        r"image (?:copyright|source),? (?!.*image caption).{1,60}",
        r"(?:illustration|screenshot|source|graphic)s?: [^.]{2,60}|\(courtesy (?:of )?[^()]{2,80}\)",
        rf"(?-i:{NAME}(?: {NAME}){{0,3}} ?/ ?{NAME}(?: {NAME}){{0,3}})",
        rf"(?-i:{NAMES} ?/ ?{NAMES} via {NAMES}(?:, FILE)?)",
        r"(?-i:(?:Twitter|Instagram|Facebook) ?/ ?@?\w+|(?:[A-Z]\w+ ){0,2}YouTube)",
        rf"(?-i:©\s?{NAME}(?: {NAME}){{0,4}}(?: \([^()]{{2,40}}\))?)",
        r"enlarge image(?: \S+){0,3}",
        r"(?:enlarge this image|toggle caption|hide caption|click to enlarge|view image in fullscreen)",
    ),
    "a note on how the text was made": (
        r"disclaimer: .{20,600}",
        r"(?:\S+ ){0,6}transcripts are created on .*",
        r".{0,300}this text may not be in its final form.*",
        r"(?-i:\([A-Z][A-Z’', .-]{5,100}\))",
    ),
}
NOISE = tuple(
    (re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.DOTALL | re.IGNORECASE), why)
    for why, patterns in NOISE_PATTERNS.items()
)

TEASER = re.compile(
    r"(?:read (?:more|also|next)|also (?:read|see)|see (?:also|more)|"
    r"related(?: stor(?:y|ies)| articles?| coverage| content)?|more on (?:this|the) \w+|more from [\w ]{2,30}|"
    r"don['’]t miss|you may (?:also )?like|recommended|must read|next up|"
    r"up next)\s*[:>|»–—-]+\s*\S.*|"
    r"(?!.*[.!?][\"”’)]* read more$).{15,200} read more|"
    r"(?-i:Related (?:[Ss]tories|[Aa]rticles|[Cc]ontent|What|Why|How|Who|When|Where) [A-Z‘“'\"]).{20,1500}|"
    r"(?:also read|read also)\s+(?-i:[A-Z])[^.]{10,160}|"
    r"(?-i:more on [a-z ]{3,40} [A-Z]{2,}).{15,1500}|"
    r"\[(?!photo)[^\[\].]{15,160}\]|"
    r"[^.]{15,160} \d{1,2}:\d\d (?:AM|PM) .{5,40}\| ?\d{1,2}:\d\d",
    re.IGNORECASE | re.DOTALL,
)
# The same with words that may also open a headline of the report's own ("Watch: ..."): only below the headline.
TEASER_BELOW = re.compile(
    r"(?:READ|MORE|More|WATCH|Watch(?: now| live)?|LISTEN|Listen|SEE|In pictures|IN PICTURES|Live updates|Follow live)"
    r"\s*[:>|»]\s*\S.*",
    re.DOTALL,
)
LIST_HEADER = re.compile(rf"{LISTS}\s*:?", re.IGNORECASE)
COPYRIGHT = re.compile(rf"{COPYRIGHT_START}|.*\ball rights reserved\b", re.IGNORECASE | re.DOTALL)


def whole_role(paragraph: str) -> tuple[BlockRole, str] | None:
    """Teaser or noise with its reason, where the whole paragraph is furniture."""
    if len(paragraph) > LONGEST:
        return None
    if TEASER.fullmatch(paragraph):
        return "teaser", POINTER
    post = POST.fullmatch(paragraph)
    if post and outlet_by_name(post["name"]):
        return "teaser", "an outlet's post that points to an article"
    return next((("noise", why) for pattern, why in NOISE if pattern.fullmatch(paragraph)), None)
