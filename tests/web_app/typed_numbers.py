"""Numbers of the form of Express Entry as somebody types them on one day."""

ABILITIES = ("reading", "writing", "listening", "speaking")
NUMBERS = {
    "born": "1992-03-01",
    "spouse": "no",
    "sibling": "no",
    "education": "bachelor",
    "ask-french": "no",
    "canadian_study": "none",
    "certificate": "no",
    "foreign_work": "36",
    "may_work_in_canada": "yes",
    "canadian_work": "12",
    "canadian_work_3y": "12",
    "nomination": "no",
    "job_offer": "none",
}
ENGLISH = {f"{part}english_{one}": said for one in ABILITIES for part, said in (("", "8"), ("since-", "2025-03-10"))}
