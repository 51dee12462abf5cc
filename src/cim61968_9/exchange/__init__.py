"""Exchanges of messages, without any I/O: what is awaited, what has ended and how, and what belongs to what.

Tell :class:`Exchanges` what is sent and what arrives. It knows the patterns of IEC 61968-100: synchronous and
asynchronous requests, one-way requests, events, callbacks, and operation sets that are answered piece by piece.

>>> import cim61968_9 as cim
>>> desk = cim.Exchanges()
>>> request = cim.get("MeterReadings", ids=["M-17"], source="CIS", reply_address="queue:CIS.REPLIES")
>>> desk.send(request).awaits
'acknowledgement of get(MeterReadings)'
>>> desk.receive(cim.acknowledge(request)).exchange.awaits
'reply to get(MeterReadings)'
>>> arrived = desk.receive(cim.reply(request, cim.MeterReadings()))
>>> arrived.kind, arrived.exchange.state
(<ArrivalKind.REPLY: 'reply'>, <State.COMPLETED: 'completed'>)

A message that cannot belong where it claims to is an error and changes nothing: ``LocalProtocolError`` when the caller
is about to send it, ``RemoteProtocolError`` when the other side has sent it. What comes twice, late, or without a match
is no error: :attr:`Arrival.kind` says so.
"""

from ._machine import Exchanges
from ._state import Arrival, ArrivalKind, Direction, Exchange, Pattern, State

__all__ = ["Arrival", "ArrivalKind", "Direction", "Exchange", "Exchanges", "Pattern", "State"]
