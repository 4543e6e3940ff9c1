"""Event nouns by whom the words about them name: who meets, acts, suffers or sends."""

MEETINGS = {"meeting", "talk", "talks", "conversation", "negotiation", "negotiations", "summit", "call", "consultation"}
BY_NATIONS = {
    *("launch", "test", "drill", "exercise", "airstrike", "strike", "visit", "withdrawal", "deployment", "retreat"),
    *("offensive", "invasion", "bombardment", "shelling", "protest", "condemnation", "denial", "refusal", "threat"),
}  # event nouns whose nation is the one that acts; an attack's or election's may be where it was
SUFFERED = {
    *("arrest", "detention", "capture", "abduction", "kidnapping", "indictment", "conviction", "prosecution", "trial"),
    *(
        "rescue",
        "evacuation",
        "release",
        "appointment",
        "nomination",
        "treatment",
        "hospitalisation",
        "murder",
        "killing",
    ),
    *("assassination", "expulsion", "death", "discovery", "shooting"),
    *(
        "removal",
        "ouster",
        "ousting",
        "overthrow",
        "dismissal",
        "sacking",
        "deportation",
        "extradition",
        "imprisonment",
    ),
    *("jailing", "sentencing", "arraignment", "execution", "torture", "impeachment", "ejection", "eviction"),
    *("fire", "blaze", "crash", "collision", "accident", "sinking", "derailment", "wreck"),
}  # event nouns whose possessor or compound is the one it happens to
DONE_BY = {
    *("resignation", "testimony", "visit", "retirement", "departure", "arrival", "escape", "disappearance", "apology"),
    *("collapse", "speech"),
}  # event nouns that nobody suffers: "of" tells who does it
SENT = {
    *("statement", "letter", "release", "announcement", "message", "warning", "request", "demand", "apology", "appeal"),
    *("email", "report", "criticism", "praise", "threat", "complaint", "backlash", "offer", "invitation", "support"),
    *(
        "accusation",
        "condemnation",
        "rebuke",
        "protest",
        "call",
        "donation",
        "endorsement",
        "pledge",
        "outcry",
        "uproar",
    ),
    *("objection", "denial", "refusal", "approval", "visit", "testimony"),
}  # event nouns of which "from" tells who does it
