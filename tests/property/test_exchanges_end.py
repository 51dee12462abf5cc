"""Law: over a line that loses, doubles, delays and reorders messages, both sides agree with a model of what went by.

Every exchange ends, each message counts once and in the exchange whose request it follows, and nothing that a line does
is an error. What a wrong party sends is one, and changes nothing.

The model knows messages by what they were made for, and never looks into them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from random import Random
from typing import Any

import pytest
from hypothesis import settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from unit.exchange.desk import MINUTE, Clock, Desk

import cim61968_9 as cim
from cim61968_9.exchange import ArrivalKind as Kind, Pattern, State

SILENCE = 5 * MINUTE
ENDS = [State.COMPLETED, State.PARTIAL, State.FAILED]
PATTERNS = ["at once", "parts at once", "later", "one-way", "set", "whole set", "events", "callback", "unreadable"]
WISHES = st.tuples(
    st.sampled_from(PATTERNS), st.booleans(), st.lists(st.integers(0, 3), max_size=3), st.sampled_from(ENDS)
)
OTHER = {"client": "server", "server": "client"}


@dataclass
class Entry:
    """What the books of one side should say of one exchange."""

    side: str
    id: str
    state: State
    due: dt.datetime | None
    callback: bool = False
    expected: int = 0
    with_errors: bool = False
    operations: dict[int, str] = field(default_factory=dict)
    replies: set[str] = field(default_factory=set)
    events: set[str] = field(default_factory=set)

    def end(self, state: State) -> None:
        self.state, self.due = state, None

    def wait(self, state: State, now: dt.datetime) -> None:
        self.state, self.due = state, now + SILENCE

    def finish(self, state: State, now: dt.datetime) -> None:
        self.with_errors |= state is State.PARTIAL
        if state is not State.FAILED and len(self.events) < self.expected:
            self.wait(State.EVENTS, now)
        else:
            self.end(State.PARTIAL if state is State.COMPLETED and self.with_errors else state)


@dataclass(eq=False)
class Step:
    """One message after a request, what it was made for, and how it reaches the one who asked."""

    make: Callable[[], Any]
    means: str
    operation: int = 0
    end: State = State.COMPLETED
    confirmed: bool = False
    at_address: bool = False
    on_connection: bool = False


@dataclass(eq=False)
class Job:
    """A request, or an event that wants a response, and what is still to follow it."""

    request: Any
    asker: str
    steps: list[Step]
    readable: bool = True
    cause: Job | None = None
    asked: Entry | None = None
    owed: Entry | None = None


@dataclass(eq=False)
class Parcel:
    """A message on the line: what opens a job where it has no step, an event of no request where it has no job.

    ``confirmation`` is the job to confirm an event.
    """

    to: str
    message: Any
    job: Job | None = None
    step: Step | None = None
    confirmation: Job | None = None


class Line(RuleBasedStateMachine):
    """A client, a server, and the line between them."""

    def __init__(self) -> None:
        super().__init__()
        self.desk = Desk()
        self.clock: Clock = self.desk.clock
        self.books = {
            side: cim.Exchanges(timeout=SILENCE, answer_within=SILENCE, now=self.clock) for side in ("client", "server")
        }
        self.senders = {"client": self.desk.cis, "server": self.desk.hes}
        self.entries: dict[str, dict[str, Entry]] = {"client": {}, "server": {}}
        self.arrived: dict[str, set[str]] = {"client": set(), "server": set()}
        self.line: list[Parcel] = []
        self.sent: list[tuple[str, Entry | None, Parcel]] = []
        self.jobs: list[Job] = []
        self.handed_out: dict[str, list[str]] = {"client": [], "server": []}

    # what the parties do

    def ask(self, job: Job, **options: Any) -> None:
        """Send a request, and note the exchange that it opens."""
        side = job.asker
        exchange = self.books[side].send(job.request, **options)
        assert exchange is not None
        self.jobs.append(job)
        job.asked = self.enter(side, exchange, job.request, expected=options.get("expect_events", 0))
        job.asked.callback = bool(options.get("callback"))
        if job.asked.callback:
            job.asked.wait(State.ACKNOWLEDGEMENT, self.clock())
        self.post(side, job.asked, Parcel(OTHER[side], job.request, job))

    def enter(self, side: str, exchange: cim.Exchange, request: Any, expected: int = 0) -> Entry:
        header, payload = request.header, request.payload
        entry = Entry(side, exchange.id, State.REPLY, None, expected=expected)
        if payload is not None and payload.operation_set is not None:
            entry.operations = {one.operation_id: "open" for one in payload.operation_set.operation}
        if header.ack_required is False:
            entry.end(State.COMPLETED)
        else:
            entry.wait(State.ACKNOWLEDGEMENT if header.async_reply_flag else State.REPLY, self.clock())
        assert exchange.id not in self.entries[side]
        self.entries[side][exchange.id] = entry
        return entry

    def post(self, side: str, entry: Entry | None, parcel: Parcel) -> None:
        self.line.append(parcel)
        if parcel.message.kind != "FaultMessage":
            self.sent.append((side, entry, parcel))

    def take_step(self, job: Job) -> None:
        """Let the one who was asked send the next message."""
        step = job.steps.pop(0)
        side, entry = OTHER[job.asker], job.owed
        if step.means == "callback":
            back = Job(step.make(), side, [Step(lambda: self.reply(back), "last")], cause=job)
            self.ask(back)
            assert back.asked is not None
            assert entry is not None
            assert self.books[side][back.asked.id].parent == entry.id
            return
        message = step.make()
        if step.means == "event" and step.confirmed:
            assert entry is not None
            self.progress(entry, step, message)
            self.publish_confirmed(message, job, step)
            return
        if not job.readable:
            assert self.books[side].send(message) is None
        elif step.means != "event" and entry is not None and not entry.state.is_open:
            before = self.books[side].to_json()
            with pytest.raises(cim.LocalProtocolError):
                self.books[side].send(message)
            assert self.books[side].to_json() == before
            return
        else:
            assert entry is not None
            answers = entry.id if job.request.kind == "EventMessage" else None
            sent = self.books[side].send(message, answers=answers)
            assert sent is not None
            assert sent.id == entry.id
            self.progress(entry, step, message)
        self.post(side, entry, Parcel(job.asker, message, job, step))

    def progress(self, entry: Entry, step: Step, message: Any) -> Kind:
        """Move the model on by a message that counts for the first time, and return what it is."""
        now, name = self.clock(), message.header.message_id if step.means != "fault" else "fault"
        if step.means == "event":
            if entry.state is State.TIMED_OUT and entry.id.startswith("out"):
                return Kind.LATE
            entry.events.add(name)
            if entry.id.startswith("out") and entry.state.is_open:
                entry.wait(entry.state, now)
                if entry.state is State.EVENTS and len(entry.events) >= entry.expected:
                    entry.end(State.PARTIAL if entry.with_errors else State.COMPLETED)
            return Kind.EVENT
        if not entry.state.is_open or (entry.state is State.EVENTS and step.means != "fault"):
            return Kind.LATE
        if step.means == "acknowledgement" or (entry.callback and step.end is State.COMPLETED):
            if entry.state is State.ACKNOWLEDGEMENT:
                entry.state = State.CALLBACK if entry.callback else State.REPLY
            entry.wait(entry.state, now)
            return Kind.ACKNOWLEDGEMENT
        entry.replies.add(name)
        if step.means == "fault":
            entry.with_errors = True
            entry.end(State.FAULT)
            return Kind.FAULT
        if step.means == "part":
            entry.with_errors |= step.end is State.PARTIAL
            entry.wait(State.REPLY, now)
        elif step.means == "operation":
            entry.operations[step.operation] = "failed" if step.end is State.FAILED else "done"
            entry.with_errors |= step.end is State.FAILED
            ends = set(entry.operations.values())
            if "open" in ends:
                entry.wait(State.REPLY, now)
            else:
                state = {1: State.COMPLETED, 2: State.PARTIAL}[len(ends)] if "done" in ends else State.FAILED
                entry.finish(state, now)
        else:
            ended = "failed" if step.end is State.FAILED else "done"
            entry.operations = dict.fromkeys(entry.operations, ended)
            entry.with_errors |= step.end is State.FAILED
            entry.finish(step.end, now)
        return Kind.REPLY

    def deliver(self, parcel: Parcel) -> None:
        """Let a message arrive, and hold what the books say of it against the model."""
        side, message, job, step = parcel.to, parcel.message, parcel.job, parcel.step
        asked = job.asked if job is not None else None
        options: dict[str, Any] = {}
        if step is not None and asked is not None:
            options = {"at_address": step.at_address, "answers": asked.id if step.on_connection else None}
        arrived = self.books[side].receive(message, confirmed=parcel.confirmation is not None, **options)

        name = message.header.message_id if message.kind != "FaultMessage" else None
        if name in self.arrived[side]:
            assert (arrived.kind, arrived.is_new) == (Kind.DUPLICATE, False)
            return
        if name is not None:
            self.arrived[side].add(name)
        if step is not None:
            assert asked is not None
            assert arrived.exchange is not None
            assert arrived.exchange.id == asked.id
            assert arrived.kind is self.progress(asked, step, message)
        elif message.kind == "RequestMessage":
            self.request_arrived(parcel, arrived)
        else:
            assert (arrived.kind, arrived.exchange) == (Kind.EVENT, None)
        if parcel.confirmation is not None:
            opened = list(self.books[side])[-1]
            assert opened.pattern is Pattern.EVENT
            parcel.confirmation.owed = self.enter(side, opened, message)
        assert arrived.is_new == (arrived.kind is not Kind.LATE)

    def request_arrived(self, parcel: Parcel, arrived: cim.Arrival) -> None:
        job = parcel.job
        assert job is not None
        assert arrived.exchange is not None
        cause = job.cause.asked if job.cause is not None else None
        assert arrived.kind is (Kind.REQUEST if cause is None else Kind.CALLBACK)
        assert arrived.exchange.parent == (cause.id if cause is not None else None)
        if cause is not None and cause.state.is_open:
            cause.end(State.PARTIAL if cause.with_errors else State.COMPLETED)
        job.owed = self.enter(parcel.to, arrived.exchange, parcel.message)

    # messages

    def reply(self, job: Job, **options: Any) -> Any:
        return cim.reply(job.request, sender=self.senders[OTHER[job.asker]], **options)

    def last(self, job: Job, end: State, way: str) -> Step:
        """Return the last reply, which says in one of several ways that it is."""
        if end is State.COMPLETED:
            return Step(partial(self.reply, job, ids=["t-1"]), "last", end=end)
        if end is State.FAILED:
            return Step(partial(self.reply, job, errors=["5.3"]), "last", end=end)
        return Step(partial(self.reply, job, errors=["5.7"], ids=["t-1"], more=False, last_as=way), "last", end=end)

    def part(self, job: Job, with_errors: bool, more: bool | None) -> Step:
        errors = ["5.7"] if with_errors or more is None else []
        make = partial(self.reply, job, errors=errors, ids=["t-1"], more=more)
        return Step(make, "part", end=State.PARTIAL if errors else State.COMPLETED)

    def call_back(self, request: Any) -> Any:
        correlation = cim.correlation_of(request)
        return cim.create(cim.MeterReadings(), correlation_id=correlation, sender=self.desk.hes)

    # rules

    @initialize(wishes=st.lists(WISHES, min_size=16, max_size=24))
    def begin_many(self, wishes: list[Any]) -> None:
        self.begin(wishes)

    @rule(wishes=st.lists(WISHES, min_size=1, max_size=8))
    def begin(self, wishes: list[Any]) -> None:
        for wish in wishes:
            self.begin_one(*wish)

    def begin_one(self, pattern: str, later: bool, shape: list[int], end: State) -> None:
        desk = self.desk
        address: dict[str, Any] = {"reply_address": "queue:NORTHMOOR.CIS.REPLIES"} if later else {}
        options: dict[str, Any] = {}
        if pattern in {"set", "whole set"}:
            request = desk.bulk(**address)
        elif pattern == "one-way":
            request, later = desk.control(ack_required=False), False
        elif pattern == "later":
            request, later = desk.later(), True
        elif pattern == "events":
            request = desk.control(**address)
        else:
            request, later = desk.control(), False
        job = Job(request, "client", [], readable=pattern != "unreadable")
        steps = job.steps
        if later:
            code = len(shape) % 2 == 1
            steps.append(
                Step(
                    partial(cim.acknowledge, request, code=code, sender=desk.hes),
                    "acknowledgement",
                    on_connection=not code,
                )
            )
        if pattern == "unreadable":
            steps.append(Step(partial(cim.fault, "1.8"), "fault", on_connection=True))
        elif pattern == "callback":
            options["callback"] = True
            accepted = State.FAILED if end is State.FAILED else State.COMPLETED
            errors = ["5.3"] if end is State.FAILED else []
            steps.append(Step(partial(self.reply, job, errors=errors), "last", end=accepted))
            if shape and not errors:
                steps.append(Step(partial(self.call_back, request), "callback"))
        elif pattern == "set":
            for number in sorted((1, 2, 3), key=lambda one: (shape[one - 1 :], one)):
                ended = State.FAILED if number in shape else State.COMPLETED
                errors = ["5.3"] if number in shape else []
                make = partial(self.reply, job, errors=errors, operation_id=number)
                steps.append(Step(make, "operation", operation=number, end=ended))
        elif pattern != "one-way":
            if pattern == "parts at once":
                steps += [self.part(job, one == 0, more=True) for one in shape]
            if pattern == "later":
                steps += [self.part(job, one == 0, more=None if one == 1 else True) for one in shape]
            steps.append(self.last(job, end, "0.2" if len(shape) % 2 else "auto"))
        if pattern in {"events", "one-way"}:
            for place in shape:
                steps.insert(
                    max(min(place, len(steps)), int(later)),
                    Step(partial(desk.report, request), "event", confirmed=place == 2),
                )
            options["expect_events"] = len(shape) if pattern == "events" else 0
        for one in steps:
            if later and one.means in {"part", "last", "operation"}:
                one.at_address = True
            elif pattern == "parts at once":
                one.on_connection = True
        self.ask(job, **options)

    @rule(confirmed=st.booleans())
    def publish(self, confirmed: bool) -> None:
        """Report what no request has caused."""
        event = self.desk.report()
        if confirmed:
            self.publish_confirmed(event)
        else:
            assert self.books["server"].send(event) is None
            self.post("server", None, Parcel("client", event))

    def publish_confirmed(self, event: Any, job: Job | None = None, step: Step | None = None) -> None:
        exchange = self.books["server"].send(event, confirmed=True)
        assert exchange is not None
        assert exchange.parent == (job.owed.id if job is not None and job.owed is not None else None)
        make = partial(cim.reply, event, sender=self.desk.cis)
        confirmation = Job(event, "server", [Step(make, "last", on_connection=True)])
        confirmation.asked = self.enter("server", exchange, event)
        self.jobs.append(confirmation)
        self.post("server", confirmation.asked, Parcel("client", event, job, step, confirmation))

    @precondition(lambda self: self.line)
    @rule(place=st.integers(0, 999), twice=st.booleans())
    def arrive(self, place: int, twice: bool) -> None:
        parcel = self.line[place % len(self.line)]
        if not twice:
            self.line.remove(parcel)
        self.deliver(parcel)

    @precondition(lambda self: self.line)
    @rule(place=st.integers(0, 999))
    def lose(self, place: int) -> None:
        self.line.pop(place % len(self.line))

    @precondition(lambda self: self.sent)
    @rule(place=st.integers(0, 999))
    def send_again(self, place: int) -> None:
        side, entry, parcel = self.sent[place % len(self.sent)]
        found = self.books[side].send(parcel.message)
        assert (found.id if found is not None else None) == (entry.id if entry is not None else None)
        if entry is not None and entry.state.is_open:
            entry.wait(entry.state, self.clock())
        self.line.append(parcel)

    @precondition(lambda self: self.ready())
    @rule(place=st.integers(0, 999))
    def work(self, place: int) -> None:
        ready = self.ready()
        self.take_step(ready[place % len(ready)])

    def ready(self) -> list[Job]:
        """Return the jobs whose request has arrived and in which something is still to be sent."""
        return [one for one in self.jobs if one.owed is not None and one.steps]

    @rule(rounds=st.integers(2, 6))
    def all_goes_well(self, rounds: int) -> None:
        for _ in range(rounds):
            for job in self.ready():
                self.take_step(job)
            parcels, self.line = self.line, []
            for parcel in parcels:
                self.deliver(parcel)

    @rule(rounds=st.integers(1, 4), chance=st.randoms(use_true_random=False))
    def storm(self, rounds: int, chance: Random) -> None:
        """Let everybody work while the line loses, doubles, delays and reorders."""
        for _ in range(rounds):
            for job in self.ready():
                for _ in range(chance.randint(0, len(job.steps))):
                    self.take_step(job)
            parcels, self.line = self.line, []
            chance.shuffle(parcels)
            for parcel in parcels:
                for what in chance.choice(
                    ["", "deliver", "deliver", "deliver deliver", "delay", "deliver delay"]
                ).split():
                    if what == "deliver":
                        self.deliver(parcel)
                    else:
                        self.line.append(parcel)
            self.wait(chance.choice([1, 60, 100]))

    @rule(seconds=st.sampled_from([1, 10, 60, 100, 299, 300]))
    def wait(self, seconds: int) -> None:
        self.clock.go_on(dt.timedelta(seconds=seconds))
        for side, entries in self.entries.items():
            due = [one for one in entries.values() if one.due is not None and one.due <= self.clock()]
            for one in due:
                one.end(State.TIMED_OUT)
            found = [one.id for one in self.books[side].expire()]
            assert sorted(found) == sorted(one.id for one in due)
            self.handed_out[side] += found
            assert self.books[side].expire() == []

    @rule(side=st.sampled_from(["client", "server"]))
    def restart(self, side: str) -> None:
        books = self.books[side]
        text = books.to_json()
        again = cim.Exchanges.from_json(text, now=self.clock)
        assert again.to_json() == text
        assert list(again) == list(books)
        assert again.next_deadline == books.next_deadline
        self.books[side] = again

    @rule(side=st.sampled_from(["client", "server"]), place=st.integers(0, 999), what=st.integers(0, 5))
    def wrong_party(self, side: str, place: int, what: int) -> None:
        """Send what no party that follows the protocol would."""
        books, sender = self.books[side], self.senders[OTHER[side]]
        ours = [one for one in books if one.direction == "out"]
        options: dict[str, Any] = {}
        message: Any = cim.get("MeterReadings", ids=["x"], sender=sender)
        if what == 0:
            message.header.verb = cim.Verb("created")
        elif what == 1:
            message.header.noun = ""
        elif what == 2 and self.arrived[side]:
            names = sorted(self.arrived[side])
            message.header.message_id = names[place % len(names)]
        elif what > 2 and ours:
            chosen = ours[place % len(ours)]
            message = cim.reply(message, ids=["x"], sender=sender)
            message.header.correlation_id, options["answers"] = chosen.correlation, chosen
            if what == 3:
                message.reply.result = cim.Result("DONE")
            elif what == 4 and chosen.operations:
                message.reply.operation_id = 99
            else:
                message.header.correlation_id = "of nobody"
        else:
            return
        before = books.to_json()
        with pytest.raises(cim.RemoteProtocolError):
            books.receive(message, **options)
        assert books.to_json() == before

    @rule(side=st.sampled_from(["client", "server"]))
    def stranger(self, side: str) -> None:
        """A reply to what this side has never asked."""
        books = self.books[side]
        strange = cim.reply(cim.get("MeterReadings", ids=["x"]), ids=["x"], sender=self.senders[OTHER[side]])
        before = books.to_json()
        assert [books.receive(strange).kind for _ in range(2)] == [Kind.UNCORRELATED, Kind.UNCORRELATED]
        assert books.to_json() == before

    # what always holds

    @invariant()
    def books_agree_with_the_model(self) -> None:
        for side, entries in self.entries.items():
            books = self.books[side]
            assert len(books) == len(entries)
            for exchange in books:
                entry = entries[exchange.id]
                assert exchange.state is entry.state, exchange
                assert exchange.deadline == entry.due
                assert exchange.replies == len(entry.replies)
                assert exchange.events == len(entry.events)
                assert exchange.operations == entry.operations
                assert exchange.with_errors == entry.with_errors
            assert {one.id for one in books.open} == {one.id for one in entries.values() if one.state.is_open}
            due = [one.due for one in entries.values() if one.due is not None]
            assert books.next_deadline == min(due, default=None)

    def teardown(self) -> None:
        self.wait(301)
        self.books_agree_with_the_model()
        for side, books in self.books.items():
            assert books.open == []
            assert books.next_deadline is None
            assert all(one.ended is not None for one in books)
            timed_out = [one.id for one in books if one.state is State.TIMED_OUT]
            assert sorted(self.handed_out[side]) == sorted(timed_out)


TestLine = Line.TestCase
TestLine.settings = settings(stateful_step_count=40)
