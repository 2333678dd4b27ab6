"""Every address of the app. A goal's own begin with its name."""

from django.urls import path

from twelfth.web.views import audit, begin, data, distance, home_data, learn, numbers, people, road, rounds, today, work

handler404 = "twelfth.web.sentences.missing"

GOAL = "goal/<slug:goal>"

urlpatterns = [
    path("", today.home, name="home"),
    path("begin", begin.begin, name="begin"),
    path("backup", home_data.backup, name="backup"),
    path("data", home_data.home_data, name="home-data"),
    path("demo", begin.demo, name="demo"),
    path("export", home_data.export, name="export"),
    path("import", home_data.bring, name="import"),
    path("language", data.language, name="language"),
    path("goals", today.goals, name="goals"),
    path("keys", today.keys, name="keys"),
    path("restore", home_data.restore, name="restore"),
    path("report.css", data.report_style, name="report-style"),
    path(f"{GOAL}", today.today, name="today"),
    path(f"{GOAL}/numbers", numbers.numbers, name="numbers"),
    path(f"{GOAL}/people", people.people, name="people"),
    path(f"{GOAL}/people/add", people.person, name="add-person"),
    path(f"{GOAL}/people/<int:place>", people.person, name="person"),
    path(f"{GOAL}/people/figures", people.figures, name="figures"),
    path(f"{GOAL}/distance", distance.distance, name="distance"),
    path(f"{GOAL}/levers", distance.levers, name="levers"),
    path(f"{GOAL}/what-if", distance.what_if, name="what-if"),
    path(f"{GOAL}/road", road.road, name="road"),
    path(f"{GOAL}/road/draw", road.draw, name="draw"),
    path(f"{GOAL}/road/progress", road.progress, name="progress"),
    path(f"{GOAL}/road/stop", road.stop, name="stop"),
    path(f"{GOAL}/road/accept", road.accept, name="accept"),
    path(f"{GOAL}/learn", learn.learn, name="learn"),
    path(f"{GOAL}/work", work.work, name="work"),
    path(f"{GOAL}/drop-work", work.drop, name="drop-work"),
    path(f"{GOAL}/rounds", rounds.rounds, name="rounds"),
    path(f"{GOAL}/rounds/answer", rounds.answer, name="answer"),
    path(f"{GOAL}/audit/<int:row>", audit.wizard, name="audit"),
    path(f"{GOAL}/audits/<str:digest>", audit.record, name="record"),
    path(f"{GOAL}/next", begin.next_goal, name="next"),
    path(f"{GOAL}/data", data.data, name="data"),
    path(f"{GOAL}/data/erase", data.erase, name="erase"),
]
