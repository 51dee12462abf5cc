"""Codes of the field that explain themselves."""

from .reply_codes import REPLY_CODES, ReplyCode, reply_code

__all__ = ["REPLY_CODES", "ReplyCode", "reply_code"]
